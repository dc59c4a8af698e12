import { beforeAll, describe, expect, test } from 'vitest';
import { loadDescription } from '../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../scripts/cli/io.ts';
import { injectInto } from '../../scripts/cli/prove/inject.ts';
import { targetsOf } from '../../scripts/cli/run-all.ts';
import { runCheck } from '../../scripts/contract/contract.ts';
import { PROPERTIES } from '../../scripts/contract/properties.ts';
import { fixtureProfiles } from '../../scripts/contract/wire/profiles.ts';
import type { ApiModel } from '../../scripts/model/api-model.ts';
import {
  violationsOf,
  type CheckResult,
  type Violation,
} from '../../scripts/result/contract-run.ts';
import { renderViolation } from '../../scripts/result/violation-text.ts';
import { OPERATORS } from '../../scripts/faults/operators.ts';
import { faultsOf, type Fault } from '../../scripts/faults/fault.ts';
import { selectFaults } from '../../scripts/faults/select-faults.ts';
import { createMock } from '../../scripts/mock/mock.ts';
import { START } from './pets.ts';
import { loadKennels, planOf } from './play.ts';

/** Two minutes after a window began, when the credential that ends has ended. */
const now = () => START + 120_000;
/** Milliseconds for all properties on all operations of a description. */
const SLOW = 30_000;
let kennels: ApiModel;
let clayva: ApiModel;

beforeAll(async () => {
  kennels = await loadKennels();
  clayva = await loadDescription(nodeIo, 'specs/clayva/openapi.yaml');
});

/** What the properties report of one operation, or of all. */
async function violate(
  api: ApiModel,
  faults: readonly Fault[],
  only?: string,
): Promise<readonly Violation[]> {
  const mock = await createMock([api], { clock: { now }, limits: true, faults: planOf(faults) });
  const options = {
    api,
    targets: targetsOf(mock, api, 'http://mock.test'),
    profiles: fixtureProfiles(api, now()),
    seed: 1,
    runs: 3,
    writes: true,
    send: injectInto(mock),
    now,
  };
  const results: CheckResult[] = [];
  // One after the other, as some properties need it.
  for (const operation of api.operations.filter(({ id }) => only === undefined || id === only)) {
    for (const property of PROPERTIES) results.push(await runCheck(options, operation, property));
  }
  await mock.close();
  return violationsOf(results);
}

test.each([
  ['missing-property@createDog', 'conformance'],
  ['unknown-enum-value@createDog', 'conformance'],
  ['pattern-broken@createDog', 'conformance'],
  ['undocumented-success@openGate', 'conformance'],
  ['wrong-header-value@listDogs', 'conformance'],
  ['html-content-type@readMe', 'conformance'],
  ['cut-off-json@importDogs', 'conformance'],
  ['valid-refused@createDog', 'input.accepted'],
  ['accepts-missing-property@createDog', 'input.rejected'],
  ['accepts-unknown-word@createDog', 'input.rejected'],
  ['accepts-one-item-more@importDogs', 'limits.items'],
  ['refuses-most-items@importDogs', 'limits.items'],
  ['admits-nobody-known@createDog', 'auth.missing'],
  ['admits-unknown@createDog', 'auth.unknown'],
  ['html-envelope@createDog#/malformed', 'envelope'],
])('%s is reported as %s, on its operation and its clause', async (name, property) => {
  const [fault] = selectFaults([name], [kennels]);
  if (!fault) throw new Error(`${name} names no fault`);
  const violations = await violate(kennels, [fault], fault.operation.id);
  const found = violations.filter((it) => it.property === property);
  expect(found.map(({ operation }) => operation)).toContain(fault.operation.id);
});

const NULLS = OPERATORS.filter((it) => it.class === 'null');

describe.each([
  ['kennels', () => kennels],
  ['clayva', () => clayva],
])('nothing is reported of %s', (_, apiOf) => {
  test('without faults', { timeout: SLOW }, async () => {
    expect((await violate(apiOf(), [])).map(renderViolation)).toEqual([]);
  });

  test('with every harmless header at once, on all operations', { timeout: SLOW }, async () => {
    const faults = NULLS.filter(({ changes }) => changes === 'headers').flatMap((it) =>
      faultsOf(apiOf(), it),
    );
    expect(faults.length).toBeGreaterThan(50);
    expect((await violate(apiOf(), faults)).map(renderViolation)).toEqual([]);
  });

  test.each(NULLS.map((it) => [it.id, it] as const))('with %s', async (_id, operator) => {
    const faults = faultsOf(apiOf(), operator);
    // An operation without a body has least to generate.
    const [fault] = faults.toSorted((left, right) => effortOf(left) - effortOf(right));
    if (!fault) return;
    const violations = await violate(apiOf(), faults, fault.operation.id);
    expect(violations.map(renderViolation)).toEqual([]);
  });
});

function effortOf({ operation: { body } }: Fault): number {
  return body ? 1 : 0;
}
