import { afterAll, describe, expect, test } from 'vitest';
import { PROPERTIES } from '../../scripts/contract/properties.ts';
import { govern } from '../../scripts/contract/wire/govern.ts';
import { createSender } from '../../scripts/contract/wire/send.ts';
import { violationsOf, type CheckResult } from '../../scripts/result/contract-run.ts';
import { renderViolation } from '../../scripts/result/violation-text.ts';
import { serveDepot } from './depot-server.ts';
import { HARMLESS } from './harmless.ts';
import { serveParcels } from './parcels-server.ts';
import { checkServer, DEPOT, PARCELS, resultsOf, runAll } from './run-parcels.ts';

const { send, close: closeSender } = createSender({ timeout: 2000, largest: 1e6 });
afterAll(closeSender);

const SERVERS = [
  { description: PARCELS, start: serveParcels },
  { description: DEPOT, start: serveDepot },
];

/** Milliseconds for all properties on a server: a machine may have other things to do. */
const PATIENCE = { timeout: 60_000 };

describe.for(HARMLESS)('a server whose difference is harmless: %s', (harmless) => {
  test.for(SERVERS)(
    'is not accused of anything: $description',
    PATIENCE,
    async ({ description, start }) => {
      const served = await start(undefined, harmless);
      const results = await checkServer(description, served, { send, seed: 4 });
      served.close();
      expect(violationsOf(results).map(renderViolation)).toEqual([]);
    },
  );
});

/** What neither server does: the library in `laws/` and the things in `things/` do. */
const TRIED_ELSEWHERE: ReadonlySet<string> = new Set([
  'http.conditional',
  'http.entity-tag',
  'http.idempotency-key',
  'http.if-match',
  'http.location',
  'input.unstated',
  'paging.link',
  'sql.read-only',
  'sql.rows',
  'state.answers',
  'state.changed',
  'state.composed',
  'state.cut',
  'state.filtered',
  'state.held',
  'state.initial',
  'state.kinds',
  'state.searched',
  'state.repeats',
  'state.lifetime',
  'state.linked',
  'state.members',
  'state.numbered',
  'state.omits',
  'state.ordered',
  'state.period',
  'state.protected',
  'state.renewed',
  'state.updated-all',
]);

describe('a conforming server in another stack', () => {
  test.for([1, 2, 3])('is not accused of anything, seed %i', async (seed) => {
    const results = await runAll(send, undefined, seed);
    expect(violationsOf(results).map(renderViolation)).toEqual([]);
    expect(results.filter(({ outcome }) => outcome === 'held').length).toBeGreaterThan(15);
  });

  test('is tested by every property on some operation', PATIENCE, async () => {
    const all = SERVERS.map(async ({ description, start }) => {
      const served = await start();
      const results = await checkServer(description, served, { send });
      served.close();
      return results;
    });
    const results = (await Promise.all(all)).flat();
    expect(violationsOf(results).map(renderViolation)).toEqual([]);
    const held = new Set(results.flatMap((it) => (it.outcome === 'held' ? [it.property] : [])));
    const own = PROPERTIES.map(({ id }) => id).filter((it) => !TRIED_ELSEWHERE.has(it));
    expect([...held].filter((it) => !TRIED_ELSEWHERE.has(it)).toSorted()).toEqual(own.toSorted());
  });

  test('gets the same requests from the same seed', async () => {
    const [first, second] = [await runAll(send, undefined, 7), await runAll(send, undefined, 7)];
    expect(countsOf(second)).toEqual(countsOf(first));
  });
});

test('a run ends when its requests are used up, and keeps what was found', async () => {
  const { target, close } = await serveParcels('drops-property');
  const governed = govern(send, { maxRequests: 3, patience: 20 });
  const [first, second] = await resultsOf(target, governed);
  close();
  expect(first).toMatchObject({ outcome: 'violated', property: 'conformance' });
  expect(second).toMatchObject({ outcome: 'failed', reason: 'the 3 requests are used up' });
});

test('a run ends when the server is gone', async () => {
  const { target, close } = await serveParcels('hangs-up');
  const governed = govern(send, { patience: 5 });
  const results = await resultsOf(target, governed);
  close();
  expect(results.findLast(({ outcome }) => outcome === 'failed')).toMatchObject({
    outcome: 'failed',
    reason: 'the server left 5 requests in a row unanswered',
  });
});

test('what may change something is left alone unless it is allowed', async () => {
  const { target, close } = await serveParcels();
  const results = await resultsOf(target, send, false);
  close();
  const reasons = results.filter(({ reason = '' }) => reason.includes('--allow-writes'));
  expect(new Set(reasons.map(({ operation }) => operation))).toEqual(
    new Set(['createParcel', 'createParcels', 'getParcel']),
  );
  const ofReading = reasons.filter(({ operation }) => operation === 'getParcel');
  expect(ofReading.map(({ property }) => property)).toEqual([
    'method.allow',
    'method.undocumented',
  ]);
  expect(results.some((it) => it.operation === 'getParcel' && it.outcome === 'held')).toBe(true);
});

test('no secret stands in what is reported', async () => {
  const text = JSON.stringify(await runAll(send, 'undocumented-status', 1));
  expect(text).toContain('$KILN_KEY');
  expect(text).not.toContain('parcels_test_key');
});

function countsOf(results: readonly CheckResult[]) {
  return results.map(({ requests, dropped }) => [requests, dropped]);
}
