import { expect, test } from 'vitest';
import { runCheck } from '../../../scripts/contract/contract.ts';
import { PROPERTIES } from '../../../scripts/contract/properties.ts';
import { NO_PROFILES } from '../../../scripts/contract/wire/profiles.ts';
import { renderDispute } from '../../../scripts/result/violation-text.ts';
import { renderReports } from '../../../scripts/report/report.ts';
import { renderTotals } from '../../../scripts/report/totals.ts';
import { loadText } from '../../load/load-files.ts';
import { runOf } from '../../report/sample-run.ts';

const DESCRIPTION = `openapi: 3.1.0
jsonSchemaDialect: https://json-schema.org/draft/2020-12/schema
info: { title: Pets, version: '1' }
servers: [{ url: https://pets.test }]
paths:
  /pets:
    get:
      operationId: countPets
      responses:
        '200':
          description: how many
          content:
            application/json:
              schema:
                type: object
                properties:
                  count: { type: number, multipleOf: 3 }
                  name: { type: string }
`;

/** What is found in the answers of a server that always says the same. */
async function foundIn(body: string) {
  const api = await loadText(DESCRIPTION);
  const [operation] = api.operations;
  const conformance = PROPERTIES.find(({ id }) => id === 'conformance');
  if (!operation || !conformance) throw new Error('there is nothing to try');
  const headers = [['content-type', 'application/json']] as const;
  return await runCheck(
    {
      api,
      targets: new Map([['https://pets.test', 'http://pets.test']]),
      profiles: NO_PROFILES,
      seed: 1,
      runs: 3,
      writes: true,
      send: (request) => Promise.resolve({ request, response: { status: 200, headers, body } }),
      now: () => 0,
    },
    operation,
    conformance,
  );
}

test('what the validators disagree on is counted and listed, and nobody is blamed', async () => {
  const result = await foundIn('{"count":3e-9}');
  expect(result).toMatchObject({ outcome: 'held', violations: [] });
  expect(result.disputes.map(renderDispute)).toEqual([
    'countPets  conformance  disputed 5 times: body/count: one validator says that it breaks multipleOf, ' +
      'the other does not  pets/openapi.yaml:17  ' +
      '#/paths/~1pets/get/responses/200/content/application~1json/schema/properties/count/multipleOf',
  ]);
  const run = { ...runOf([]), results: [result] };
  expect(renderTotals(run)).toContain('(5 not reported: the two validators disagree)');
  const [markdown, json] = renderReports(run, ['markdown', 'json']);
  expect(markdown?.text).toContain('disputed 5 times: body/count');
  expect(JSON.parse(json?.text ?? '')).toMatchObject({
    results: [{ disputes: [{ exchanges: 5, location: { line: 17 } }] }],
  });
});

test('beside it, what both find broken is a violation', async () => {
  const result = await foundIn('{"count":3e-9,"name":7}');
  expect(result.outcome).toBe('violated');
  expect(result.violations.map(({ proof }) => proof.states)).toEqual(['type: "string"']);
});
