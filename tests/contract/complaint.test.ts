import { expect, test } from 'vitest';
import type { Pointer } from '../../scripts/base/json-pointer.ts';
import { whereWritten } from '../../scripts/contract/complaint.ts';
import { loadApi } from '../../scripts/load/load-api.ts';

const DESCRIPTION = {
  openapi: '3.1.0',
  info: { title: 'Pets', version: '1' },
  paths: {},
  components: { schemas: { Pet: { type: 'string', maxLength: 9, pattern: '^a{1,9}$' } } },
};

async function lineOf(text: string, clause: Pointer): Promise<string> {
  const api = await loadApi('pets.json', {
    readText: () => Promise.resolve(text),
    exists: () => Promise.resolve(false),
    bundle: () => Promise.reject(new Error('it is one file')),
  });
  return whereWritten(api, clause).line;
}

test('the line of a clause is shown where somebody can read it', async () => {
  const clause = '#/components/schemas/Pet/maxLength';
  expect(await lineOf(JSON.stringify(DESCRIPTION, null, 2), clause)).toBe('"maxLength": 9,');
  // As a server sends it: one line is all of it.
  expect(await lineOf(`${JSON.stringify(DESCRIPTION)}\n`, clause)).toBe('');
  const info = { ...DESCRIPTION.info, description: 'word '.repeat(300) };
  const twoLines = `{"openapi": "3.1.0",\n${JSON.stringify({ ...DESCRIPTION, info }).slice(20)}`;
  expect(await lineOf(twoLines, clause)).toBe('');
});
