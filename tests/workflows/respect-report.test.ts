import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { parseRespectReport } from '../../scripts/cli/respect-report.ts';
import { parseWorkflowFile } from '../../scripts/load/workflow-file.ts';
import { hasPassed } from '../../scripts/result/workflow-run.ts';

const path = 'tests/workflows/cases/orders/workflows/place.arazzo.yaml';
const file = parseWorkflowFile(await readFile(path, 'utf8'), path);
const passed = { name: 'schema check', passed: true, severity: 'error' };
const failed = { name: 'schema check', passed: false, severity: 'error', message: 'two\n lines' };

/** The report on a workflow that ran so. */
function parse(executed: object) {
  const workflow = { workflowId: 'place-and-cancel', status: 'success', ...executed };
  const text = JSON.stringify({ files: { [path]: { executedWorkflows: [workflow] } } });
  const [run] = parseRespectReport(text, 'orders', file)?.runs ?? [];
  return run;
}

test('the last attempt of a step is the one that counts', () => {
  const run = parse({
    executedSteps: [
      { stepId: 'place', checks: [failed], retriesLeft: 2 },
      { stepId: 'place', checks: [failed], retriesLeft: 1 },
      { stepId: 'place', checks: [passed] },
    ],
  });
  expect(run?.steps).toHaveLength(1);
  expect(run && hasPassed(run)).toBe(true);
});

test('a warning is no failure', () => {
  const run = parse({
    executedSteps: [{ stepId: 'place', checks: [{ ...failed, severity: 'warn' }] }],
  });
  expect(run && hasPassed(run)).toBe(true);
});

test('a failure in a workflow that a step runs is that of the step', () => {
  const nested = { stepId: 'inner', checks: [failed] };
  const run = parse({
    status: 'error',
    executedSteps: [{ stepId: 'read', executedSteps: [nested] }],
  });
  expect(run).toMatchObject({
    steps: [{ step: 'read', location: { line: 23 }, failures: ['schema check: two lines'] }],
    failures: [],
  });
});

test('the query, in which a credential may stand, is not shown', () => {
  const request = { method: 'get', url: 'http://127.0.0.1:1/orders/7?token=secret' };
  const run = parse({
    executedSteps: [{ stepId: 'read', request, response: { statusCode: 404 }, checks: [] }],
  });
  expect(run?.steps[0]?.exchange).toBe('GET /orders/7 answered 404');
});

test('a workflow that stopped without a failed check has failed all the same', () => {
  const run = parse({ status: 'error', executedSteps: [{ stepId: 'place', checks: [passed] }] });
  expect(run?.failures).toEqual(['did not come to an end']);
});

test('a workflow that the report leaves out has failed', () => {
  expect(parse({ workflowId: 'another' })?.failures).toEqual(['did not run']);
});

test.for(['', '{', '[]', '{"files": 1}'])('%j is no report', (text) => {
  expect(parseRespectReport(text, 'orders', file)).toBeUndefined();
});
