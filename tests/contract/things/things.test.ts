import { expect, test } from 'vitest';
import { loadDescription } from '../../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../../scripts/cli/io.ts';
import { runCheck } from '../../../scripts/contract/contract.ts';
import { PROPERTIES } from '../../../scripts/contract/properties.ts';
import { createPool } from '../../../scripts/contract/things/pool.ts';
import { toAsk } from '../../../scripts/contract/things/to-ask.ts';
import { fixtureProfiles } from '../../../scripts/contract/wire/profiles.ts';
import { createSender } from '../../../scripts/contract/wire/send.ts';
import { violationsOf, type CheckResult } from '../../../scripts/result/contract-run.ts';
import { serveDesk, type Flaw } from './lost-property.ts';

interface Choice {
  readonly only?: string;
  readonly isThrowAway?: boolean;
}

/** Tries every property, or one, on a desk, and cleans up; what is on it then is told as well. */
async function tryDesk(flaw: Flaw | undefined, { only, isThrowAway = false }: Choice = {}) {
  const desk = await serveDesk(flaw);
  const before = [...desk.things.keys()];
  const api = await loadDescription(nodeIo, 'tests/contract/things/openapi.yaml');
  const sender = createSender({ timeout: 5000, largest: 1e6 });
  const targets = new Map(api.servers.map(({ url }) => [url, desk.target]));
  const pool = createPool({
    api,
    targets: [desk.target],
    writes: true,
    isThrowAway,
    readsInTurns: true,
  });
  const profiles = fixtureProfiles(api, Date.now());
  const fixed = { api, targets, pool, profiles, seed: 1, runs: 5, writes: true };
  const options = { ...fixed, send: sender.send, now: Date.now };
  const results: CheckResult[] = [];
  for (const operation of api.operations) {
    for (const property of PROPERTIES.filter(({ id }) => only === undefined || id === only)) {
      results.push(await runCheck(options, operation, property));
    }
  }
  const cleaning = await pool.cleanUp(toAsk(options), () => false);
  const after = [...desk.things.keys()];
  sender.close();
  await desk.close();
  return { results, violations: violationsOf(results), cleaning, before, after };
}

test('every operation on a thing is reached with a success, though no description tells an id', async () => {
  const { results } = await tryDesk(undefined);
  const proven = new Set(results.filter((it) => it.isProven).map(({ operation }) => operation));
  expect([...proven].toSorted()).toEqual([
    'addThing',
    'deleteThing',
    'getThing',
    'listThings',
    'putThing',
  ]);
});

test('a server that keeps its contract is accused of nothing, and is as it was before', async () => {
  const { violations, before, after, cleaning } = await tryDesk(undefined);
  expect(
    violations
      .filter(({ ground }) => ground === 'contract')
      .map((it) => `${it.property} ${it.operation}: ${it.message}`),
  ).toEqual([]);
  expect(after).toEqual(before);
  expect(cleaning).toMatchObject({ left: [], kept: [] });
});

test.each<[flaw: Flaw, property: string, message: string]>([
  ['read-fails', 'conformance', 'answers 500'],
  ['fails-without-marks', 'conformance', 'answers 500'],
  ['lost-at-once', 'state.lifetime', 'what was made is not there'],
  ['stays', 'state.lifetime', 'what was deleted is still there'],
  ['change-lost', 'state.lifetime', 'a change that was answered with success is not there'],
  ['fails-once-gone', 'state.lifetime', 'the server fails where what was deleted is read'],
])('%s is found by %s', async (flaw, property, message) => {
  const { violations } = await tryDesk(flaw, { only: property });
  expect(violations.map((it) => `${it.property}: ${it.message}`)).toContainEqual(
    expect.stringContaining(message),
  );
});

test('what the run has not made is deleted only on a server that is to be thrown away', async () => {
  const { after, results } = await tryDesk('full', { only: 'conformance' });
  expect(after).toEqual([900_001, 900_002]);
  const ofDelete = results.find(({ operation }) => operation === 'deleteThing');
  expect(ofDelete).toMatchObject({
    outcome: 'skipped',
    reason: 'it deletes what the run did not make: --throw-away',
  });
  const thrown = await tryDesk('full', { only: 'conformance', isThrowAway: true });
  expect(thrown.after).toEqual([]);
});
