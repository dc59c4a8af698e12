import { expect, test } from 'vitest';
import { loadDescription } from '../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../scripts/cli/io.ts';
import { toLetterbox } from '../../scripts/cli/contract/local-letterbox.ts';
import { injectInto } from '../../scripts/cli/prove/inject.ts';
import { createLetterbox } from '../../scripts/cli/prove/letterbox.ts';
import { targetsOf } from '../../scripts/cli/run-all.ts';
import { runCheck } from '../../scripts/contract/contract.ts';
import { PROPERTIES } from '../../scripts/contract/properties.ts';
import { fixtureProfiles } from '../../scripts/contract/wire/profiles.ts';
import type { ApiModel } from '../../scripts/model/api-model.ts';
import type { CheckResult } from '../../scripts/result/contract-run.ts';
import { renderViolation } from '../../scripts/result/violation-text.ts';
import { OPERATORS } from '../../scripts/faults/operators.ts';
import { faultsOf, type Fault } from '../../scripts/faults/fault.ts';
import { createMock } from '../../scripts/mock/mock.ts';
import { START } from '../mock/pets.ts';
import { loadKennels, planOf } from '../mock/play.ts';

const OF_WEBHOOKS = PROPERTIES.filter(({ id }) => id.startsWith('webhook.'));
const kennels = await loadKennels();
const clayBase = await loadDescription(nodeIo, 'specs/clay-base/openapi.yaml');

const now = () => START;

interface Tried {
  readonly operation: string;
  readonly faults?: readonly Fault[];
  readonly isListening?: boolean;
}

/** What comes of the properties of webhooks on an operation of a mock. */
async function tryOn(
  api: ApiModel,
  { operation: wanted, faults = [], isListening = true }: Tried,
): Promise<readonly CheckResult[]> {
  const receiver = createLetterbox(api);
  const mock = await createMock([api], {
    clock: { now },
    limits: false,
    webhooks: receiver.targets,
    deliver: receiver.deliver,
    faults: planOf(faults),
  });
  const options = {
    api,
    targets: targetsOf(mock, api, 'http://mock.test'),
    profiles: fixtureProfiles(api, START),
    seed: 1,
    runs: 3,
    writes: true,
    send: injectInto(mock),
    letterbox: isListening ? toLetterbox(receiver) : undefined,
    now,
  };
  const results: CheckResult[] = [];
  for (const operation of api.operations.filter(({ id }) => id === wanted)) {
    for (const property of OF_WEBHOOKS) results.push(await runCheck(options, operation, property));
  }
  await mock.close();
  return results;
}

const outcomesOf = (results: readonly CheckResult[]) => results.map(({ outcome }) => outcome);

const textsOf = (results: readonly CheckResult[]) =>
  results.flatMap(({ violations }) => violations.map(renderViolation));

test.each(['createRecords', 'updateRecords', 'deleteRecord'])(
  'a mock that asks before %s keeps every property of webhooks',
  async (operation) => {
    const results = await tryOn(clayBase, { operation });
    expect(textsOf(results)).toEqual([]);
    expect(outcomesOf(results)).toEqual(['held', 'held', 'held']);
  },
);

test('without a listener nothing is tried, and it says why', async () => {
  const results = await tryOn(clayBase, { operation: 'createRecords', isListening: false });
  expect(new Set(results.map(({ reason }) => reason))).toEqual(
    new Set(['nobody listens for webhooks: --webhook-port']),
  );
});

const FAULTS = OPERATORS.filter((it) => it.class === 'webhook').flatMap((it) =>
  [kennels, clayBase].flatMap((api) => faultsOf(api, it).map((fault) => ({ api, fault }))),
);

test.each(
  FAULTS.map(({ api, fault }) => [fault.operator.id, fault.operation.id, api, fault] as const),
)('%s of %s is reported by one property of webhooks', async (id, operation, api, fault) => {
  const results = await tryOn(api, { operation, faults: [fault] });
  const found = results.flatMap(({ violations }) => violations.map(({ property }) => property));
  const isAboutAnswers = ['veto-ignored', 'silence-taken-for-consent'].includes(id);
  expect([...new Set(found)]).toEqual([isAboutAnswers ? 'webhook.veto' : 'webhook.delivered']);
});

test('spaces in the content of a webhook are nobody’s fault', async () => {
  const operator = OPERATORS.find(({ id }) => id === 'null-webhook-spaces');
  const faults = operator ? faultsOf(kennels, operator) : [];
  expect(faults).not.toEqual([]);
  const results = await tryOn(kennels, { operation: 'createToy', faults });
  expect(textsOf(results)).toEqual([]);
  expect(outcomesOf(results)).toEqual(['held', 'held', 'held']);
});
