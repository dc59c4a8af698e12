import { stripVTControlCharacters } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { causesOf } from '../../../scripts/result/causes.ts';
import type { Violation } from '../../../scripts/result/contract-run.ts';
import { renderSummary, type SummaryRow } from '../../../scripts/report/summary.ts';
import type { Screen } from '../../../scripts/report/terminal/screen.ts';
import { tellFindings } from '../../../scripts/report/terminal/told-findings.ts';
import { wrapCommand, wrapWords } from '../../../scripts/report/terminal/wrap.ts';
import { VIOLATION } from '../sample-run.ts';

const SCREEN: Screen = { columns: 60, hasColour: true };

describe('text in lines', () => {
  test('keeps every word whole and in order, and no line is too long but for a word', () => {
    const word = fc.stringMatching(/^[a-z"'(){}/.-]{1,30}$/);
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1 }),
        fc.integer({ min: 30, max: 90 }),
        (words, columns) => {
          const wrapped = wrapWords(words.join(' '), columns, 4);
          expect(wrapped.split(/\s+/)).toEqual(words);
          for (const line of wrapped.split('\n')) {
            expect(line.length <= columns || !line.trim().includes(' ')).toBe(true);
          }
        },
      ),
    );
  });

  test('a command goes on behind a backslash, and never inside of quotes', () => {
    const command = `curl -i -X POST 'http://a/pets?name=two words' -H 'X-Key: '"$KILN_KEY" -d '{"a": "b c"}'`;
    expect(wrapCommand(command, 42, 2)).toBe(
      [
        'curl -i -X POST \\',
        `  'http://a/pets?name=two words' \\`,
        `  -H 'X-Key: '"$KILN_KEY" \\`,
        `  -d '{"a": "b c"}'`,
      ].join('\n'),
    );
  });
});

const FAILURE: Violation = {
  ...VIOLATION,
  id: 'worst',
  property: 'conformance',
  message: 'answers 200 with a body that breaks type',
  proof: { ...VIOLATION.proof, seen: 'body/items/0/name is 3: must be a string' },
  exchange: { request: VIOLATION.exchange.request, failure: 'the connection was closed' },
};
const MANY = Array.from({ length: 25 }, (_, at) => ({
  ...VIOLATION,
  id: `v${at}`,
  property: 'conformance',
  message: `answers 40${at}, which is not documented`,
}));

test('the worst finding comes first, with its severity, its field and a colour that means it', () => {
  const lesser = {
    ...VIOLATION,
    property: 'input.rejected',
    message: 'a bad limit is answered 200',
  };
  const text = tellFindings(causesOf([lesser, FAILURE]), { screen: SCREEN, isVerbose: false });
  const [first = '', title] = text.split('\n');
  expect(first).toContain('\u001B[31m\u001B[1mcritical');
  expect(stripVTControlCharacters(first)).toBe('critical  getPet  conformance');
  expect(title).toBe('  answers 200 with a body that breaks type: items/name');
  for (const line of stripVTControlCharacters(text).split('\n')) {
    expect(line.length).toBeLessThanOrEqual(60);
  }
});

test('at most twenty findings are printed, then how many more there are; all of them on request', () => {
  const causes = causesOf(MANY);
  const told = tellFindings(causes, { screen: undefined, isVerbose: false });
  expect(told.match(/^ {2}again /gm)).toHaveLength(20);
  expect(told).toContain('\n5 more findings: the report has all, --verbose prints them\n');
  const all = tellFindings(causes, { screen: undefined, isVerbose: true });
  expect(all.match(/^ {2}again /gm)).toHaveLength(25);
  expect(all).not.toContain('more findings');
});

test('without colours nothing but text is printed', () => {
  const plain = tellFindings(causesOf([VIOLATION]), {
    screen: { columns: 60, hasColour: false },
    isVerbose: false,
  });
  expect(stripVTControlCharacters(plain)).toBe(plain);
});

describe('the table of a run', () => {
  const rows: readonly SummaryRow[] = ['clay-base', 'commanders-act-v2'].map((api) => ({
    api,
    operations: 26,
    findings: 0,
    filesWritten: 0,
    held: 667,
    checks: 667,
    violations: 0,
    requests: 5791,
    unproven: [],
    workflows: [true, true, true],
    report: `reports/${api}/report.html`,
  }));

  test.for([120, 80, 40])('fits %i columns', (columns) => {
    const text = renderSummary(rows, { site: 'site', reports: 'r' }, { columns, hasColour: false });
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(columns);
    expect(text).toContain('commanders-act-v2');
    expect(text.replaceAll(/\s+/g, ' ')).toContain('667 of 667');
  });
});
