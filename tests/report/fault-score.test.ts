import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { parseFaultScore } from '../../scripts/report/faults/fault-score.ts';
import { renderHtmlReport } from '../../scripts/report/html-report.ts';
import { runOf } from './sample-run.ts';

const PAGE = await readFile('reports/faults.md', 'utf8');

test('the score of an API is read from the page of kiln prove, and none where it has none', () => {
  const score = parseFaultScore(PAGE, 'clay-base');
  expect(score?.faults).toBeGreaterThan(1000);
  expect(score?.found).toBeGreaterThan(1000);
  expect(parseFaultScore(PAGE, 'nobody')).toBeUndefined();
});

test('a report tells how much its properties find, and never all of it where something is missed', () => {
  const faultScore = { faults: 4107, found: 4106 };
  const page = renderHtmlReport({ ...runOf([]), faultScore }).replaceAll(/\s+/g, ' ');
  expect(page).toContain('These properties find 99.9 % of the 4,107 faults');
});

test('what Schemathesis found stands beside each operation', () => {
  const run = runOf([]);
  const secondOpinion = {
    tester: 'Schemathesis 4',
    api: 'pets',
    title: 'Pets',
    target: 'http://a',
    seed: 1,
    milliseconds: 1,
    exchanges: 1,
    operations: { tested: 1, all: 1 },
    ended: 'done',
    checks: [],
    unused: [],
    findings: [
      {
        check: 'c',
        code: 'x',
        title: 't',
        operation: 'GET /pets',
        message: 'm',
        count: 1,
        exchange: undefined,
        reading: undefined,
        explanation: undefined,
      },
    ],
  };
  const text = renderHtmlReport({ ...run, secondOpinion }).replaceAll(/<[^>]+>/g, ' ');
  expect(text.replaceAll(/\s+/g, ' ')).toContain('Schemathesis ✗ 1 found');
  expect(renderHtmlReport(run)).not.toContain('>Schemathesis </span>');
});
