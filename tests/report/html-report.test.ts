import { describe, expect, test } from 'vitest';
import type { CheckResult, ContractRun } from '../../scripts/result/contract-run.ts';
import type { Dispute } from '../../scripts/result/dispute.ts';
import { renderHtmlReport } from '../../scripts/report/html-report.ts';
import { runOf, VIOLATION } from './sample-run.ts';

const DISPUTE: Dispute = {
  operation: 'getPet',
  property: 'conformance',
  clause: '#/components/schemas/Pet/properties/site/format',
  location: { file: 'openapi.yaml', line: 44, column: 3 },
  message: 'one validator takes "a <b>" for no uri',
  exchanges: 2,
};

/** A run whose first check is another than usual. */
function runWith(change: Partial<CheckResult>, more: Partial<ContractRun> = {}): ContractRun {
  const run = runOf([]);
  const [first, ...others] = run.results;
  return { ...run, ...more, results: [...(first ? [{ ...first, ...change }] : []), ...others] };
}

/** What a reader sees: the text of a page, without its markup. */
function textOf(run: ContractRun): string {
  const [, main = ''] = renderHtmlReport(run).split('<main');
  return main
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll('&quot;', '"');
}

describe('the page says', () => {
  test.for<{ of: string; run: ContractRun; says: string[] }>([
    {
      of: 'an operation a figure for each family, and each of its checks',
      run: runOf([]),
      says: ['getPet GET /pets auth ✓ 1 held', 'auth.missing needs a key held 1,203'],
    },
    {
      of: 'an operation that is broken so',
      run: runOf([VIOLATION]),
      says: ['auth ✗ 1 violated', 'auth.missing needs a key 1 violated 1,203'],
    },
    {
      of: 'why a property applies nowhere',
      run: runOf([]),
      says: ['1 does not apply input.accepted the operation takes no input'],
    },
    {
      of: 'what a check came upon beside its own property',
      run: runWith({
        outcome: 'violated',
        violations: [{ ...VIOLATION, property: 'conformance' }],
      }),
      says: ['auth ✗ 1 violated', 'came upon conformance'],
    },
    {
      of: 'what two validators disagree on',
      run: runWith({ disputes: [DISPUTE] }),
      says: [
        'the two validators disagree on 2 exchanges, so they are not reported as violations',
        'getPet one validator takes "a &lt;b&gt;" for no uri',
        'openapi.yaml:44 #/components/schemas/Pet/properties/site/format 2 exchanges',
      ],
    },
    {
      of: 'how many requests were discarded, in all and by property',
      run: runOf([]),
      says: [
        '2 requests were discarded: they did not exercise the property',
        'auth.missing needs a key 1 – – 1,203 2',
      ],
    },
    {
      of: 'why it ended early, and what was not tried',
      run: runWith(
        { outcome: 'failed', reason: '--bail 1 is reached' },
        { interrupted: { reason: '--bail 1 is reached', isLimit: true } },
      ),
      says: [
        'Stopped early; everything tested so far passed',
        'It ended early: --bail 1 is reached. 0 of 2 checks were not tried, 1 only in part.',
        'auth … 1 not tried',
        'tried in part --bail 1 is reached 1,203',
      ],
    },
  ])('$of', ({ run, says }) => {
    const text = textOf(run);
    for (const it of says) expect(text).toContain(it);
  });

  test('nothing of disputes where there are none', () => {
    expect(textOf(runOf([]))).not.toContain('Not judged');
  });
});

test('new violations come before known ones, grouped by property', () => {
  const location = { file: 'known.yaml', line: 2, column: 1 };
  const known = { owner: 'Ada', reason: 'old', expires: '2030-01-01', location };
  const page = renderHtmlReport(
    runOf([
      { ...VIOLATION, id: 'first', property: 'path.unknown', known: { ...known, state: 'known' } },
      { ...VIOLATION, id: 'second' },
      { ...VIOLATION, id: 'third', property: 'envelope' },
      { ...VIOLATION, id: 'fourth' },
    ]),
  );
  const ids = [...page.matchAll(/<div id="(\w+)" class="proof">/g)].map(([, id]) => id);
  expect(ids).toEqual(['second', 'fourth', 'third', 'first']);
});

test('the page needs nothing but itself, and its policy admits no other script', () => {
  const page = renderHtmlReport(runOf([VIOLATION]));
  expect(page.match(/(src|href)="(?!#|data:)[^"]*"/g)).toBeNull();
  expect(page).toMatch(/default-src &#39;none&#39;; script-src &#39;sha256-[\w+/=]{44}&#39;;/);
});
