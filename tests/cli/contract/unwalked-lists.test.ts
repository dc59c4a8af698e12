import { expect, test } from 'vitest';
import { renderUnwalked } from '../../../scripts/cli/contract/unwalked-lists.ts';
import type { ContractRun } from '../../../scripts/result/contract-run.ts';
import { loadText } from '../../load/load-files.ts';
import { runOf } from '../../report/sample-run.ts';

const OPERATIONS: readonly [id: string, parameter: string, more?: string][] = [
  ['listPets', 'limit'],
  ['listCats', 'page_size'],
  ['listOwners', '$skip'],
  ['listVisits', 'pageToken'],
  ['listWalks', 'offset', 'x-pagination: { style: offset, offset: offset, size: limit }'],
  ['findPets', 'name'],
  ['listLimits', 'limitless'],
];

async function noteOf(tried: readonly string[]): Promise<readonly string[]> {
  const paths = OPERATIONS.map(
    ([id, parameter, more = '']) => `  /${id}:
    get:
      operationId: ${id}
      ${more}
      parameters: [{ name: ${parameter}, in: query, schema: { type: integer } }]
      responses: { '200': { description: All. } }
`,
  );
  const api = await loadText(
    `openapi: 3.1.0\ninfo: { title: Pets, version: '1' }\npaths:\n${paths.join('')}`,
  );
  const [result] = runOf([]).results;
  const run: ContractRun = {
    ...runOf([]),
    operations: api.operations.map(({ id, method, path, pointer }) => ({
      id,
      method,
      path,
      location: api.locate(pointer),
    })),
    results: result ? tried.map((operation) => ({ ...result, operation })) : [],
  };
  return renderUnwalked(api, run);
}

test('a list whose pages nobody describes is named once, and others are not', async () => {
  const [note, ...more] = await noteOf(OPERATIONS.map(([id]) => id));
  expect(note).toMatch(/^note: pages of listPets, listCats, listOwners and 1 more are not walked,/);
  expect(more).toEqual([]);
  expect((await noteOf(['listPets', 'findPets']))[0]).toMatch(/^note: pages of listPets are not/);
  expect(await noteOf(['listWalks', 'findPets', 'listLimits'])).toEqual([]);
});
