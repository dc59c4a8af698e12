import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadDescription } from '../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../scripts/cli/io.ts';
import { runCheck } from '../../scripts/contract/contract.ts';
import { PROPERTIES } from '../../scripts/contract/properties.ts';
import { fixtureProfiles } from '../../scripts/contract/wire/profiles.ts';
import { govern } from '../../scripts/contract/wire/govern.ts';
import { createSender, type Send } from '../../scripts/contract/wire/send.ts';
import type { ApiModel } from '../../scripts/core/api-model.ts';
import { violationsOf, type CheckResult } from '../../scripts/core/contract-run.ts';
import { renderViolation } from '../../scripts/core/violation-text.ts';
import { serveParcels, type Fault } from './parcels-server.ts';

const file = 'tests/contract/cases/parcels/openapi.yaml';
const sender = createSender({ timeout: 2000, largest: 1e6 });
let api: ApiModel;

beforeAll(async () => {
  api = await loadDescription(nodeIo, file);
});
afterAll(sender.close);

describe('a conforming server in another stack', () => {
  test.for([1, 2, 3])('is not accused of anything, seed %i', async (seed) => {
    const results = await runAll(undefined, seed);
    expect(violationsOf(results).map(renderViolation)).toEqual([]);
    expect(results.filter(({ outcome }) => outcome === 'held').length).toBeGreaterThan(15);
  });

  test('is tested by every property on some operation', async () => {
    const results = await runAll(undefined, 1);
    const held = new Set(results.flatMap((it) => (it.outcome === 'held' ? [it.property] : [])));
    expect([...held].toSorted()).toEqual(PROPERTIES.map(({ id }) => id).toSorted());
  });

  test('gets the same requests from the same seed', async () => {
    const [first, second] = [await runAll(undefined, 7), await runAll(undefined, 7)];
    expect(countsOf(second)).toEqual(countsOf(first));
  });
});

test.for<{ fault: Fault; property: string; operation: string; states: string; line: number }>([
  {
    fault: 'drops-property',
    property: 'conformance',
    operation: 'createParcel',
    states: 'required',
    line: 107,
  },
  {
    fault: 'ignores-key',
    property: 'auth.missing',
    operation: 'getParcel',
    states: 'security: key',
    line: 5,
  },
  {
    fault: 'ignores-key',
    property: 'auth.unknown',
    operation: 'getParcel',
    states: 'security: key',
    line: 5,
  },
  {
    fault: 'accepts-21',
    property: 'limits.items',
    operation: 'createParcels',
    states: 'maxItems: 20',
    line: 59,
  },
  {
    fault: 'accepts-empty-name',
    property: 'input.rejected',
    operation: 'createParcel',
    states: 'minLength: 1',
    line: 103,
  },
  {
    fault: 'answers-html-404',
    property: 'envelope',
    operation: 'getParcel',
    states: 'envelope',
    line: 10,
  },
  {
    fault: 'refuses-valid',
    property: 'input.accepted',
    operation: 'createParcel',
    states: 'breaks no constraint',
    line: 24,
  },
  {
    fault: 'undocumented-status',
    property: 'conformance',
    operation: 'getParcel',
    states: 'getParcel answers 200, 400, 401, 404, 429',
    line: 83,
  },
  {
    fault: 'short-header',
    property: 'conformance',
    operation: 'createParcel',
    states: 'minLength: 4',
    line: 35,
  },
  {
    fault: 'hangs-up',
    property: 'conformance',
    operation: 'getParcel',
    states: 'answers',
    line: 83,
  },
  {
    fault: 'takes-an-empty-key',
    property: 'auth.malformed',
    operation: 'getParcel',
    states: 'security: key',
    line: 5,
  },
  {
    fault: 'takes-a-former-key',
    property: 'auth.expired',
    operation: 'getParcel',
    states: 'security: key',
    line: 5,
  },
  {
    fault: 'takes-half-a-pair',
    property: 'auth.partial',
    operation: 'createParcel',
    states: 'security: key, or account and pin',
    line: 21,
  },
  {
    fault: 'refuses-a-pair',
    property: 'auth.alternative',
    operation: 'createParcel',
    states: 'security: account and pin',
    line: 21,
  },
  {
    fault: 'lets-a-reader-write',
    property: 'auth.read-only',
    operation: 'createParcel',
    states: 'x-access: write',
    line: 22,
  },
  {
    fault: 'takes-a-byte-more',
    property: 'limits.bytes',
    operation: 'createParcel',
    states: 'bodyBytes: 2000',
    line: 23,
  },
  {
    fault: 'takes-a-byte-less',
    property: 'limits.bytes',
    operation: 'createParcel',
    states: 'breaks no constraint',
    line: 24,
  },
  {
    fault: 'takes-any-media-type',
    property: 'media.unsupported',
    operation: 'createParcel',
    states: 'content',
    line: 26,
  },
  {
    fault: 'allows-nothing',
    property: 'method.allow',
    operation: 'createParcel',
    states: '/parcels takes POST',
    line: 17,
  },
  {
    fault: 'ends-a-quota-early',
    property: 'rate.quota',
    operation: 'getParcel',
    states: '5 requests in 3600 seconds',
    line: 15,
  },
  {
    fault: 'ends-a-quota-late',
    property: 'rate.quota',
    operation: 'getParcel',
    states: '5 requests in 3600 seconds',
    line: 15,
  },
  {
    fault: 'counts-nothing-down',
    property: 'rate.quota',
    operation: 'getParcel',
    states: '5 requests in 3600 seconds',
    line: 15,
  },
])(
  '$fault is reported as $property of $operation',
  async ({ fault, property, operation, states, line }) => {
    const violation = violationsOf(await runAll(fault, 1)).find(
      (it) => it.property === property && it.operation === operation,
    );
    expect(violation?.proof.states).toContain(states);
    expect(violation?.proof.location).toMatchObject({ file, line });
    expect(violation?.curl).toMatch(/^curl -i -X (GET|POST|PUT) '?http:\/\/127\.0\.0\.1:/);
  },
);

test('a run ends when its requests are used up, and keeps what was found', async () => {
  const { target, close } = await serveParcels('drops-property');
  const send = govern(sender.send, { maxRequests: 3, patience: 20 });
  const [first, second] = await resultsOf(target, send);
  close();
  expect(first).toMatchObject({ outcome: 'violated', property: 'conformance' });
  expect(second).toMatchObject({ outcome: 'failed', reason: 'the 3 requests are used up' });
});

test('a run ends when the server is gone', async () => {
  const { target, close } = await serveParcels('hangs-up');
  const send = govern(sender.send, { patience: 5 });
  const results = await resultsOf(target, send);
  close();
  expect(results.findLast(({ outcome }) => outcome === 'failed')).toMatchObject({
    outcome: 'failed',
    reason: 'the server left 5 requests in a row unanswered',
  });
});

test('what may change something is left alone unless it is allowed', async () => {
  const { target, close } = await serveParcels();
  const results = await resultsOf(target, sender.send, false);
  close();
  const reasons = results.filter(({ reason = '' }) => reason.includes('--allow-writes'));
  expect(new Set(reasons.map(({ operation }) => operation))).toEqual(
    new Set(['createParcel', 'createParcels']),
  );
  expect(results.some((it) => it.operation === 'getParcel' && it.outcome === 'held')).toBe(true);
});

test('no secret stands in what is reported', async () => {
  const text = JSON.stringify(await runAll('undocumented-status', 1));
  expect(text).toContain('$KEY');
  expect(text).not.toContain('parcels_test_key');
});

async function runAll(fault: Fault | undefined, seed: number): Promise<CheckResult[]> {
  const { target, close } = await serveParcels(fault);
  const results = await resultsOf(target, sender.send, true, seed);
  close();
  return results;
}

async function resultsOf(
  target: string,
  send: Send,
  writes = true,
  seed = 1,
): Promise<CheckResult[]> {
  const profiles = fixtureProfiles(api, Date.now());
  const targets = new Map(api.servers.map(({ url }) => [url, target]));
  const options = { api, targets, profiles, seed, runs: 10, writes, send, now: Date.now };
  const results: CheckResult[] = [];
  for (const operation of api.operations) {
    for (const property of PROPERTIES) results.push(await runCheck(options, operation, property));
  }
  return results;
}

function countsOf(results: readonly CheckResult[]) {
  return results.map(({ requests, dropped }) => [requests, dropped]);
}
