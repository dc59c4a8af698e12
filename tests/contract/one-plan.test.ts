import { expect, test } from 'vitest';
import { createControllableClock } from '../../scripts/base/clock.ts';
import { injectInto } from '../../scripts/cli/prove/inject.ts';
import { targetsOf } from '../../scripts/cli/run-all.ts';
import { runCheck } from '../../scripts/contract/contract.ts';
import { planOf } from '../../scripts/contract/run/plan.ts';
import { createQuotaWait } from '../../scripts/contract/wire/quota-wait.ts';
import { mockProfiles } from '../../scripts/contract/wire/profiles.ts';
import { createMock } from '../../scripts/mock/mock.ts';
import type { CheckResult } from '../../scripts/result/contract-run.ts';
import { renderViolation } from '../../scripts/result/violation-text.ts';
import { loadText, START } from '../mock/pets.ts';

/** One plan, one credential, few requests: whoever tries anything meets the end of the quota. */
const DESCRIPTION = `
openapi: 3.1.0
info: {title: Lamps, version: '1'}
servers: [{url: 'https://lamps.example/v1'}]
security: [{key: []}]
x-rate-limits:
  partition: credential
  window: 60
  headers: {limit: X-Limit, remaining: X-Left, reset: X-Reset, resetUnit: unix-seconds}
  quotas: {all: {only: 6}}
paths:
  /lamps:
    get:
      operationId: listLamps
      x-rate-limit: all
      x-resource: {name: lamp, action: list, key: '#/id', items: '#'}
      responses:
        '200': {description: Lamps., content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Lamp'}}, example: [{id: l1, watts: 9}]}}}
        '401': &refused {description: No., content: {application/json: {schema: {type: object}, example: {}}}}
        '429': *refused
    post:
      operationId: createLamp
      x-rate-limit: all
      x-resource: {name: lamp, action: create, key: '#/id', item: '#'}
      requestBody:
        required: true
        content: {application/json: {schema: {type: object, required: [watts], properties: {watts: {type: integer, minimum: 1, maximum: 60}}}, example: {watts: 9}}}
      responses:
        '201': {description: A lamp., content: {application/json: {schema: {$ref: '#/components/schemas/Lamp'}, example: {id: l1, watts: 9}}}}
        '400': *refused
        '401': *refused
        '429': *refused
  /lamps/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}, example: l1}]
    get:
      operationId: getLamp
      x-rate-limit: all
      x-resource: {name: lamp, action: read, id: id, key: '#/id', item: '#'}
      responses:
        '200': {description: A lamp., content: {application/json: {schema: {$ref: '#/components/schemas/Lamp'}, example: {id: l1, watts: 9}}}}
        '401': *refused
        '404': *refused
        '429': *refused
components:
  securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}
  schemas: {Lamp: {type: object, required: [id, watts], properties: {id: {type: string}, watts: {type: integer}}}}
`;

/** More have been tried; each takes a second. */
const SEEDS = 3;

/** Tries everything with one credential, at the documented quota, on a mock whose clock moves only as a wait asks. */
async function resultsOf(seed: number, isWaited: boolean): Promise<readonly CheckResult[]> {
  const api = await loadText(DESCRIPTION);
  const clock = createControllableClock({ now: () => START });
  const mock = await createMock([api], { clock, limits: true, seed });
  const advance = (milliseconds: number) => Promise.resolve(clock.advance(milliseconds));
  const options = {
    api,
    targets: targetsOf(mock, api, 'http://mock.invalid'),
    profiles: mockProfiles(api, START),
    seed,
    runs: 5,
    writes: true,
    send: injectInto(mock),
    now: clock.now,
    ...(isWaited && { quotaWait: createQuotaWait(advance, 60) }),
  };
  const results: CheckResult[] = [];
  for (const { operation, property } of planOf(api)) {
    results.push(await runCheck(options, operation, property));
  }
  await mock.close();
  return results;
}

const violationsIn = (results: readonly CheckResult[]) =>
  results.flatMap((it) => it.violations).map(renderViolation);
const notTried = (results: readonly CheckResult[]) =>
  results.flatMap((it) => it.undetermined).filter((it) => JSON.stringify(it).includes('not tried'));

test(
  'a used up quota is waited for, and nobody is blamed for it',
  { timeout: 300_000 },
  async () => {
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const results = await resultsOf(seed, true);
      expect([seed, violationsIn(results), notTried(results)]).toEqual([seed, [], []]);
      const held = results
        .filter(({ outcome }) => outcome === 'held')
        .map(({ property }) => property);
      expect(held).toEqual(
        expect.arrayContaining(['rate.quota', 'state.created', 'input.rejected']),
      );
    }
  },
);

test('what cannot be waited for is not tried', { timeout: 60_000 }, async () => {
  const results = await resultsOf(1, false);
  expect(violationsIn(results)).toEqual([]);
  expect(notTried(results).length).toBeGreaterThan(0);
});
