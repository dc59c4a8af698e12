import { expect, test } from 'vitest';
import { unexplainedOf } from '../../scripts/core/second-opinion.ts';
import { parseYaml } from '../../scripts/load/yaml-source.ts';
import { toExplanations } from '../../scripts/schemathesis/explanations.ts';
import { toOpinion } from '../../scripts/schemathesis/opinion.ts';
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
