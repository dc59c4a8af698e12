import { afterAll, describe, expect, test, vi } from 'vitest';
import { loadDescription } from '../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../scripts/cli/io.ts';
import { createPassiveRun } from '../../scripts/contract/passive/passive.ts';
import { readRecorded } from '../../scripts/contract/passive/recorded.ts';
import { entriesOf } from '../../scripts/contract/passive/slices.ts';
import { createSender } from '../../scripts/contract/wire/send.ts';
import { violationsOf, type ContractRun } from '../../scripts/result/contract-run.ts';
import { renderViolation } from '../../scripts/result/violation-text.ts';
import { renderTrafficHar } from '../../scripts/report/har.ts';
import { serveParcels, type Fault } from './parcels-server.ts';
import { inPieces, recordRun } from './record-traffic.ts';
import { PARCELS } from './run-parcels.ts';

// Every property on every operation takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const { send, close: closeSender } = createSender({ timeout: 2000, largest: 1e6 });
afterAll(closeSender);

const api = await loadDescription(nodeIo, PARCELS);
const [documented = ''] = api.servers.map(({ url }) => url);

/** What `kiln test` sends to a parcels server, as an archive, and what is found on the way. */
async function recordParcels(fault?: Fault) {
  const { target, close } = await serveParcels(fault);
  const targets = new Map([[documented, target]]);
  const active = await recordRun(api, targets, send);
  close();
  return { active, archive: renderTrafficHar(active), targets };
}

async function judge(archive: string, targets: ReadonlyMap<string, string> = new Map()) {
  const run = createPassiveRun(api, { file: 'traffic.har', targets, now: () => 0 });
  for await (const slice of entriesOf(inPieces(archive), 'traffic.har')) {
    await run.take(readRecorded(slice, 'traffic.har'));
  }
  return run.end();
}

function heldBy({ results }: ContractRun): string[] {
  return [...new Set(results.flatMap((it) => (it.outcome === 'held' ? [it.property] : [])))];
}

test('traffic of a conforming server holds, and every property has something to judge', async () => {
  const { archive, targets } = await recordParcels();
  const run = await judge(archive, targets);
  expect(violationsOf(run.results).map(renderViolation)).toEqual([]);
  expect(heldBy(run)).toEqual(
    expect.arrayContaining([
      'conformance',
      'envelope',
      'input.accepted',
      'input.rejected',
      'auth.missing',
      'limits.bytes',
      'rate.headers',
    ]),
  );
  expect(run.traffic?.matched).toBeGreaterThan(100);
  expect(run.traffic?.unmatched.map(({ why }) => why)).toContain('method');
});

test.for<{ fault: Fault; property: string; operation: string; line: number }>([
  { fault: 'drops-property', property: 'conformance', operation: 'createParcel', line: 107 },
  { fault: 'undocumented-status', property: 'conformance', operation: 'getParcel', line: 83 },
  { fault: 'short-header', property: 'conformance', operation: 'createParcel', line: 35 },
  { fault: 'ignores-key', property: 'auth.missing', operation: 'getParcel', line: 5 },
  { fault: 'accepts-empty-name', property: 'input.rejected', operation: 'createParcel', line: 103 },
  { fault: 'accepts-21', property: 'input.rejected', operation: 'createParcels', line: 59 },
  { fault: 'refuses-valid', property: 'input.accepted', operation: 'createParcel', line: 24 },
])(
  '$fault shows in recorded traffic as $property',
  async ({ fault, property, operation, line }) => {
    const { active, archive, targets } = await recordParcels(fault);
    const found = violationsOf((await judge(archive, targets)).results);
    const violation = found.find((it) => it.property === property && it.operation === operation);
    expect(violation?.proof.location).toMatchObject({ file: PARCELS, line });
    expect(violation?.recorded?.line).toBeGreaterThan(0);
    // What both find is the same finding.
    const ids = violationsOf(active.results).map(({ id }) => id);
    expect(ids).toContain(violation?.id);
    expect(JSON.stringify(found)).not.toContain('parcels_test_key');
  },
);

interface EntryParts {
  readonly request?: Readonly<Record<string, unknown>>;
  readonly response?: Readonly<Record<string, unknown>>;
}

function har(...entries: readonly EntryParts[]): string {
  const key = [{ name: 'X-Key', value: 'recorded-secret' }];
  const json = [{ name: 'content-type', value: 'application/json' }];
  const full = entries.map(({ request, response }) => ({
    request: { method: 'GET', url: `${documented}/parcels/p001`, headers: key, ...request },
    response: { status: 200, headers: json, content: content(PARCEL), ...response },
  }));
  return JSON.stringify({ log: { version: '1.2', entries: full } }, null, 2);
}

const PARCEL = { id: 'p001', to: 'Ada', grams: 1 };

function content(value: unknown) {
  const text = JSON.stringify(value);
  return { size: text.length, mimeType: 'application/json', text };
}

const rateHeaders = (left: string) => [
  { name: 'content-type', value: 'application/json' },
  { name: 'x-limit', value: '5' },
  { name: 'x-left', value: left },
  { name: 'x-ends', value: '1800000000' },
];

const rateViolations = async (left: string) =>
  violationsOf((await judge(har({ response: { headers: rateHeaders(left) } }))).results);

describe('an archive as browsers write it', () => {
  test('base64 content is decoded', async () => {
    const text = Buffer.from(JSON.stringify({ ...PARCEL, grams: '1' })).toString('base64');
    const broken = har({ response: { content: { size: 36, encoding: 'base64', text } } });
    expect(violationsOf((await judge(broken)).results)).toMatchObject([
      { property: 'conformance' },
    ]);
  });

  test.for([
    { what: 'left out', content: { size: 300 } },
    { what: 'cut off', content: { size: 300, text: '{"id":"p0' } },
  ])('content that was $what is counted, not judged', async ({ content: given }) => {
    const run = await judge(har({ response: { content: given } }));
    expect(violationsOf(run.results)).toEqual([]);
    expect(run.traffic).toMatchObject({ matched: 1, withoutContent: 1 });
    // All else of the answer is judged.
    const teapot = await judge(har({ response: { status: 418, content: given } }));
    expect(violationsOf(teapot.results)).toHaveLength(1);
  });

  test('a request body that was not recorded is no missing body', async () => {
    const request = { method: 'POST', url: `${documented}/parcels`, bodySize: 40 };
    const trace = [
      { name: 'content-type', value: 'application/json' },
      { name: 'x-trace', value: 'trace-1' },
    ];
    const unknown = await judge(har({ request, response: { headers: trace } }));
    expect(violationsOf(unknown.results)).toEqual([]);
    const none = har({ request: { ...request, bodySize: 0 }, response: { headers: trace } });
    expect(violationsOf((await judge(none)).results)).toMatchObject([
      { property: 'input.rejected', proof: { states: 'required: true' } },
    ]);
  });

  test('a request that was given up is no answer', async () => {
    const run = await judge(har({ response: { status: 0, content: { size: 0 } } }));
    expect(violationsOf(run.results)).toEqual([]);
    expect(run.traffic).toMatchObject({ matched: 1, unanswered: 1 });
  });

  test('a recording without any credential proves nothing about credentials', async () => {
    const bare = { request: { headers: [] } };
    const stripped = await judge(har(bare));
    const reason = stripped.results.find(
      (it) => it.operation === 'getParcel' && it.property === 'auth.missing',
    )?.reason;
    expect(reason).toContain('the recording shows no credential at all');
    expect(violationsOf(stripped.results)).toEqual([]);
    const found = violationsOf((await judge(har(bare, {}))).results);
    expect(found).toMatchObject([{ property: 'auth.missing', operation: 'getParcel' }]);
  });

  test('no secret of a recording is written down', async () => {
    const echo = { ...PARCEL, id: 'recorded-secret' };
    const run = await judge(har({ response: { content: content(echo) } }));
    const text = JSON.stringify(run);
    expect(text).toContain('$KILN_KEY');
    expect(text).not.toContain('recorded-secret');
  });

  test('rate limit headers must be possible', async () => {
    expect(await rateViolations('4')).toEqual([]);
    expect(await rateViolations('6')).toMatchObject([
      { property: 'rate.headers', proof: { location: { line: 14 } } },
    ]);
    expect(await rateViolations('many')).toMatchObject([{ property: 'rate.headers' }]);
  });

  test('requests of no operation are counted by what is unknown about them', async () => {
    const run = await judge(
      har(
        { request: { url: 'https://other.test/v1/parcels/p001?token=x' } },
        { request: { url: `${documented}/letters` } },
        { request: { url: `${documented}/letters` } },
        { request: { method: 'DELETE' } },
        {},
      ),
    );
    expect(run.traffic).toMatchObject({
      exchanges: 5,
      matched: 1,
      unmatched: [
        { url: `${documented}/letters`, why: 'path', count: 2 },
        { url: 'https://other.test/v1/parcels/p001', why: 'server' },
        { method: 'DELETE', why: 'method' },
      ],
    });
  });
});
