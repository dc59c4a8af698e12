import type { CheckResult, ContractRun } from '../result/contract-run.ts';
import { renderViolation } from '../result/violation-text.ts';
import { toTestCase } from './test-case.ts';

/** The version of the Common Test Report Format that is written. */
const SPEC_VERSION = '0.0.0';

/** A test of the Common Test Report Format: one property on one operation. */
interface CtrfTest {
  readonly name: string;
  readonly status: 'passed' | 'failed' | 'skipped' | 'other';
  /** Milliseconds. */
  readonly duration: number;
  readonly suite: readonly string[];
  readonly filePath?: string;
  readonly line?: number;
  readonly message?: string;
  readonly trace?: string;
}

/** A run in the Common Test Report Format (ctrf.io), as JSON. */
export function renderCtrf(run: ContractRun): string {
  const tests = run.results.map((result) => toTest(run, result));
  const count = (status: CtrfTest['status']) => tests.filter((it) => it.status === status).length;
  const start = Date.parse(run.started);
  const summary = {
    tests: tests.length,
    passed: count('passed'),
    failed: count('failed'),
    skipped: count('skipped'),
    pending: 0,
    other: count('other'),
    suites: new Set(run.results.map(({ operation }) => operation)).size,
    start,
    stop: start + Math.round(run.milliseconds),
  };
  const results = { tool: { name: 'Kiln' }, summary, tests };
  return `${JSON.stringify({ reportFormat: 'CTRF', specVersion: SPEC_VERSION, results }, null, 2)}\n`;
}

function toTest(run: ContractRun, result: CheckResult): CtrfTest {
  const { operation, property, milliseconds } = result;
  const { status, why, failures } = toTestCase(run, result);
  const [first] = failures;
  const location = run.operations.find(({ id }) => id === operation)?.location;
  const message = first?.message ?? why;
  return {
    name: `${operation} ${property}`,
    // What could not be checked is no test that failed.
    status: status === 'error' ? 'other' : status,
    duration: Math.round(milliseconds),
    suite: [run.api, operation],
    ...(location && { filePath: location.file, line: location.line }),
    ...(message !== '' && { message }),
    ...(failures.length > 0 && { trace: failures.map(renderViolation).join('\n\n') }),
  };
}
