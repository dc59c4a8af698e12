import { expect, test } from 'vitest';
import { exitCodeOf } from '../../scripts/cli/contract/exit-code.ts';
import { sayRun } from '../../scripts/cli/contract/say-run.ts';
import { nodeIo } from '../../scripts/cli/io.ts';
import { renderHtmlReport } from '../../scripts/report/html-report.ts';
import { renderJUnit } from '../../scripts/report/junit.ts';
import { renderMarkdown } from '../../scripts/report/markdown-report.ts';
import { toRunDocument } from '../../scripts/report/run-document.ts';
import { renderRunSarif } from '../../scripts/report/run-sarif.ts';
import type { CheckResult, ContractRun } from '../../scripts/result/contract-run.ts';
import { runOf } from '../report/sample-run.ts';

const EARLY = { reason: 'the time of --budget is over', isLimit: true };

/** A run over as many operations, of which the first ones answered with a documented success. */
function runWith(operations: number, proven: number, more: Partial<ContractRun> = {}): ContractRun {
  const run = runOf([]);
  const [first, skipped] = run.results;
  const [pet] = run.operations;
  if (!first || !skipped || !pet) throw new Error('the sample run has changed');
  const { isProven: _, ...held } = first;
  const ids = Array.from({ length: operations }, (_pet, at) => `pet${at + 1}`);
  const results = ids.flatMap((operation, at): CheckResult[] => [
    { ...held, operation, ...(at < proven && { isProven: true }) },
    { ...skipped, operation },
  ]);
  return { ...run, operations: ids.map((id) => ({ ...pet, id })), results, ...more };
}

/** The same run, whose checks had sent something and not all. */
function begunOnly(run: ContractRun): ContractRun {
  const results = run.results.map((result): CheckResult =>
    result.outcome === 'held' ? { ...result, outcome: 'failed', reason: EARLY.reason } : result,
  );
  return { ...run, results };
}

function lastLine(run: ContractRun): string {
  let said = '';
  sayRun({ ...nodeIo, out: (text) => void (said += text) }, run, []);
  return said.trimEnd().split('\n').at(-1) ?? '';
}

test.for([
  {
    what: 'succeeded everywhere',
    run: runWith(3, 3),
    says: 'the contract holds',
    code: 0,
    strictly: 0,
  },
  {
    what: 'succeeded for some operations',
    run: runWith(3, 1),
    says: 'the contract holds for 1 of 3 operations; 2 not proven: pet2, pet3',
    code: 0,
    strictly: 1,
  },
  {
    what: 'names only the first of many',
    run: runWith(12, 1),
    says: 'the contract holds for 1 of 12 operations; 11 not proven: pet2, pet3, pet4, pet5, pet6, pet7, pet8, pet9 and 3 more',
    code: 0,
    strictly: 1,
  },
  {
    what: 'succeeded nowhere',
    run: runWith(2, 0),
    says: 'nothing is proven: no operation answered with a documented success: 1,200 answers were 200, 3 were 418',
    code: 2,
    strictly: 2,
  },
  {
    what: 'ended early',
    run: runWith(2, 1, { interrupted: EARLY }),
    says: 'stopped early; everything tested so far passed; 1 not proven: pet2',
    code: 0,
    strictly: 1,
  },
  {
    what: 'ended before any check had come to its end',
    run: begunOnly(runWith(2, 2, { interrupted: EARLY })),
    says: 'stopped early; everything tested so far passed',
    code: 0,
    strictly: 0,
  },
  {
    what: 'was filtered',
    run: runWith(2, 0, { grep: "auth|it's" }),
    says: String.raw`what --grep 'auth|it'\''s' selects holds: 4 of 4 checks; 2 not proven: pet1, pet2`,
    code: 0,
    strictly: 1,
  },
  {
    what: 'is a recording',
    run: runWith(2, 0, { mode: 'passive' }),
    says: 'the recording breaks nothing of the contract; 2 of 2 operations were recorded',
    code: 0,
    strictly: 0,
  },
])('a run that $what says so in its last line, and ends so', ({ run, says, code, strictly }) => {
  expect(lastLine(run)).toBe(`pets: ${says}`);
  expect(exitCodeOf(run)).toBe(code);
  expect(exitCodeOf(run, { isProofRequired: true })).toBe(strictly);
});

test('every report says which operations are not proven', () => {
  const run = runWith(3, 2);
  expect(renderMarkdown(run)).toContain('the contract holds for 2 of 3 operations');
  expect(renderMarkdown(run)).toContain('1 not proven: pet3.');
  expect(renderHtmlReport(run)).toContain('1 of 3 operations are not proven');
  expect(renderJUnit(run)).toContain('<property name="proven" value="false"/>');
  expect(renderRunSarif(run)).toContain('"notProven": [');
  expect(toRunDocument(run).notProven).toEqual(['pet3']);
});

test('a summary begins with the verdict and what is found, and lists the properties after that', () => {
  const text = renderMarkdown(runWith(3, 2));
  expect(text.indexOf('## Pets')).toBeLessThanOrEqual(0);
  expect(text.indexOf('### Properties')).toBeGreaterThan(0);
  expect(text.indexOf('| property |')).toBeGreaterThan(text.indexOf('### Properties'));
});

test('nothing proven is well only where the user allows it', () => {
  const run = runWith(2, 0);
  expect([exitCodeOf(run), exitCodeOf(run, { isEmptyAllowed: true })]).toEqual([2, 0]);
});

test('a filtered run is repeated with its filter', () => {
  expect(renderHtmlReport(runWith(1, 1, { grep: 'auth' }))).toContain(
    '--seed 7 --runs 10 --grep auth</code>',
  );
});
