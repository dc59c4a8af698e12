import { expect, test } from 'vitest';
import { readReport } from '../../scripts/schemathesis/read-report.ts';
import { eventLines, recordedReport } from './parcels.ts';

test('counts the exchanges that each check held and failed on', () => {
  const { version, ended, milliseconds, exchanges, checks, tested } = recordedReport();
  expect({ version, ended, milliseconds, exchanges }).toEqual({
    version: '4.0.1',
    ended: 'max_time',
    milliseconds: 2500,
    exchanges: 2,
  });
  expect(Object.fromEntries(checks)).toEqual({
    not_a_server_error: { held: 2, failed: 0 },
    ignored_auth: { held: 0, failed: 1 },
    positive_data_acceptance: { held: 0, failed: 1 },
  });
  expect([...tested]).toEqual(['GET /parcels/{id}']);
});

test('reads each failure with its exchange, its bodies decoded', () => {
  const [first] = recordedReport().failures;
  expect(first).toEqual({
    check: 'ignored_auth',
    code: 'ST401',
    title: 'API accepts requests without authentication',
    operation: 'GET /parcels/{id}',
    message: 'Expected 401 or 403',
    exchange: {
      request: {
        method: 'GET',
        url: 'http://127.0.0.1:9/v1/parcels/p_1',
        headers: [['Accept', '*/*']],
        body: undefined,
      },
      response: {
        status: 200,
        headers: [['content-type', 'application/json']],
        body: '{"id":"p_1"}',
      },
    },
  });
});

test("lists the tester's own errors, so that nothing untested passes for tested", () => {
  expect(recordedReport().failures.at(-1)).toEqual({
    check: 'not_tested',
    code: 'InvalidSchema',
    title: 'Schemathesis failed',
    operation: 'POST /parcels',
    message: 'No such definition',
    exchange: undefined,
  });
});

test.each([
  { name: 'ends before its end', lines: eventLines().slice(0, 4) },
  { name: 'is cut off within a line', lines: [...eventLines(), '{"EngineFin'] },
  { name: 'is empty', lines: [''] },
])('takes a report that $name for none', ({ lines }) => {
  expect(readReport(lines)).toBeUndefined();
});
