import { expect, test } from 'vitest';
import { loadDescription } from '../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../scripts/cli/io.ts';
import { unexplainedOf } from '../../scripts/result/second-opinion.ts';
import { parseYaml } from '../../scripts/load/yaml-source.ts';
import type { SchemathesisFailure } from '../../scripts/schemathesis/read-report.ts';
import { toExplanations } from '../../scripts/schemathesis/explanations.ts';
import { toOpinion } from '../../scripts/schemathesis/opinion.ts';
import { toSizeProof } from '../../scripts/schemathesis/size-proof.ts';
import { ADDRESSES, loadParcels, recordedReport } from './parcels.ts';

const FILE = 'parcels/schemathesis.yaml';

/** The recorded report, judged with the entries of a `schemathesis.yaml`. */
async function judge(entries: string, report = recordedReport()) {
  const api = await loadParcels();
  const { value, locate } = parseYaml(`explanations: ${entries}`, FILE);
  return toOpinion(
    {
      api,
      addresses: ADDRESSES,
      seed: 3,
      explanations: toExplanations(api, value, locate),
      read: () => undefined,
      redact: (exchange) => exchange,
      redactText: (text) => text,
    },
    report,
  );
}

const PERMITTED = `
  - check: ignored_auth
    operations: [getParcel]
    status: 200
    verdict: permitted
    reason: Anybody may look.
    clause: '#/x-errors/unauthenticated/status'
`;

test('what nothing explains stands first and counts against the server', async () => {
  const opinion = await judge('[]');
  expect(unexplainedOf(opinion).map(({ check }) => check)).toEqual(['ignored_auth', 'not_tested']);
  expect(opinion).toMatchObject({ tester: 'Schemathesis 4.0.1', exchanges: 2, seed: 3 });
});

test('an entry explains what it is about, with the line and the value it rests on', async () => {
  const opinion = await judge(PERMITTED);
  expect(unexplainedOf(opinion).map(({ check }) => check)).toEqual(['not_tested']);
  const found = opinion.findings.find(({ check }) => check === 'ignored_auth');
  expect(found?.explanation).toEqual({
    verdict: 'permitted',
    reason: 'Anybody may look.',
    proof: ['tests/contract/cases/parcels/openapi.yaml:9  #/x-errors/unauthenticated/status: 401'],
  });
  expect(opinion.unused).toEqual([]);
});

test.each([
  ['another check', PERMITTED.replace('ignored_auth', 'not_a_server_error')],
  ['another operation', PERMITTED.replace('getParcel', 'createParcel')],
  ['another status', PERMITTED.replace('200', '204')],
  ['another message', PERMITTED.replace('status: 200', 'message: no such words')],
])('an entry about %s explains nothing, and is named as unused', async (_, entries) => {
  const opinion = await judge(entries);
  expect(unexplainedOf(opinion).map(({ check }) => check)).toContain('ignored_auth');
  expect(opinion.unused).toHaveLength(1);
});

test('a request that went to another path is a false alarm, whatever was answered', async () => {
  const opinion = await judge('[]');
  const found = opinion.findings.find(({ check }) => check === 'positive_data_acceptance');
  expect(found?.explanation).toMatchObject({
    verdict: 'false-alarm',
    reason: "The request is one to /parcels/batch, by its path: a parameter's value made it so.",
  });
  expect(found?.explanation?.proof[0]).toBe('sent: POST /parcels/batch');
});

test('exchanges that agree are shown once, and counted', async () => {
  const report = recordedReport();
  const twice = { ...report, failures: [...report.failures, ...report.failures] };
  const { findings } = await judge('[]', twice);
  expect(findings.map(({ check, count }) => [check, count])).toEqual([
    ['ignored_auth', 2],
    ['not_tested', 2],
    ['positive_data_acceptance', 2],
  ]);
});

test.each([
  {
    name: 'an operation',
    entry: PERMITTED.replace('getParcel', 'getParsel'),
    want: `${FILE}:2: There is no operation "getParsel"`,
  },
  {
    name: 'a clause',
    entry: PERMITTED.replace('x-errors', 'x-error'),
    want: `${FILE}:2: The description has nothing at #/x-error/unauthenticated/status`,
  },
])('refuses an entry with $name that the description does not have', async ({ entry, want }) => {
  await expect(judge(entry)).rejects.toThrow(want);
});

const LIMITED = 'tests/contract/cases/parcels/openapi.yaml';

/** A failure of createParcel, whose body may have 2,000 bytes. */
function refusedFor(length: number, { check = 'positive_data_acceptance', status = 413 } = {}) {
  const body = JSON.stringify({ note: 'n'.repeat(length - '{"note":""}'.length) });
  const request = { method: 'POST', url: 'http://127.0.0.1:9/v1/parcels', headers: [], body };
  const failure: SchemathesisFailure = {
    check,
    code: 'ST202',
    title: 'Schema-valid request rejected',
    operation: 'POST /parcels',
    message: 'Valid data should have been accepted',
    exchange: { request, response: { status, headers: [], body: '{}' } },
  };
  return { ...recordedReport(), failures: [failure] };
}

test('a request above the documented size is a false alarm, with both sizes', async () => {
  const { findings } = await judge('[]', refusedFor(2001));
  expect(findings[0]?.explanation).toEqual({
    verdict: 'false-alarm',
    reason: 'The request is larger than documented, and 413 is the documented answer to that.',
    proof: [
      'sent: a body of 2001 bytes',
      `${LIMITED}:23  #/paths/~1parcels/post/x-limits/bodyBytes: 2000`,
    ],
  });
});

test.each([
  ['as large as documented', refusedFor(2000)],
  ['larger, but answered otherwise', refusedFor(2001, { status: 400 })],
  ['larger, in a check on something else', refusedFor(2001, { check: 'not_a_server_error' })],
])('a request %s is not explained by its size', async (_, report) => {
  expect(unexplainedOf(await judge('[]', report))).toHaveLength(1);
});

/** A refused batch of two dogs, the second as it is given here. */
function refusedBatch(item: string): SchemathesisFailure {
  return {
    ...(refusedFor(20).failures[0] as SchemathesisFailure),
    operation: 'POST /dogs/batch',
    exchange: {
      request: {
        method: 'POST',
        url: 'http://127.0.0.1:9/dogs/batch',
        headers: [['Content-Type', 'application/json']],
        body: `{"dogs": [{"name": "a"}, ${item}]}`,
      },
      response: { status: 413, headers: [], body: '{}' },
    },
  };
}

test('a request with an item above the documented size is a false alarm, as it was sent', async () => {
  const kennels = await loadDescription(nodeIo, 'tests/mock/cases/kennels/openapi.yaml');
  const explain = toSizeProof(kennels);
  const spaced = `{"name":${' '.repeat(288)}"a"}`;
  expect(explain(refusedBatch(spaced))).toBeUndefined();
  expect(explain(refusedBatch(spaced.replace(' ', '  ')))?.proof[0]).toBe(
    'sent: an item of 301 bytes',
  );
});
