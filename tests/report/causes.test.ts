import { expect, test } from 'vitest';
import { sayFindings, sayRun } from '../../scripts/cli/contract/say-run.ts';
import { nodeIo } from '../../scripts/cli/io.ts';
import { renderHtmlReport } from '../../scripts/report/html-report.ts';
import { renderJUnit } from '../../scripts/report/junit.ts';
import { renderMarkdown } from '../../scripts/report/markdown-report.ts';
import { toRunDocument } from '../../scripts/report/run-document.ts';
import { renderAnnotations, renderRunSarif } from '../../scripts/report/run-sarif.ts';
import { renderFindingCounts } from '../../scripts/report/totals.ts';
import type { Violation } from '../../scripts/result/contract-run.ts';
import { runOf, VIOLATION } from './sample-run.ts';

/** Three operations that ask for no credential, one of which does not look at one either, and something else. */
const MESSAGE = 'a request without a credential is answered 200, not 401';
const VIOLATIONS: readonly Violation[] = [
  { ...VIOLATION, id: 'a1', operation: 'getPet', message: MESSAGE },
  { ...VIOLATION, id: 'a2', operation: 'getPet', property: 'auth.unknown', message: 'another' },
  { ...VIOLATION, id: 'a3', operation: 'listPets', message: MESSAGE },
  { ...VIOLATION, id: 'a4', operation: 'dropPet', message: MESSAGE },
  { ...VIOLATION, id: 'b1', operation: 'dropPet', property: 'media.unsupported', message: 'odd' },
];
const RUN = runOf(VIOLATIONS);

function said(): string {
  let text = '';
  const io = { ...nodeIo, out: (more: string) => void (text += more) };
  sayFindings(io, RUN, false);
  sayRun(io, RUN, []);
  return text;
}

test('the terminal shows a finding once, with the operations that show it besides', () => {
  const text = said();
  expect(text.match(/^ {2}again /gm)).toHaveLength(2);
  expect(text).toContain(
    '  same    3 more violations with this cause, also in 2 operations: listPets, dropPet\n' +
      '  as      auth.missing 3, auth.unknown\n',
  );
  expect(text.trimEnd().split('\n').at(-1)).toContain(
    'the contract is broken: 2 findings (5 violations)',
  );
});

test('Markdown and HTML have a heading for each finding, and every violation has its place', () => {
  const markdown = renderMarkdown(RUN);
  expect(markdown.match(/^### .*: (?:a request|odd)/gm)).toHaveLength(2);
  expect(markdown).toContain('One cause, 4 violations in 3 operations');
  const page = renderHtmlReport(RUN);
  for (const { id } of VIOLATIONS) {
    expect(markdown).toContain(`\`${id}\``);
    expect(page.split(`id="${id}"`)).toHaveLength(2);
  }
  expect(page).toContain('Findings (2)');
  expect(page.replaceAll(/\s+/g, ' ')).toContain('one cause: 4 violations in 3 operations');
});

test('JSON, SARIF and JUnit keep every violation, and say which finding it belongs to', () => {
  const { causes, results } = toRunDocument(RUN);
  const [missing, other] = causes;
  expect(missing).toMatchObject({
    property: 'auth.missing',
    operations: ['getPet', 'listPets', 'dropPet'],
    violations: ['a1', 'a2', 'a3', 'a4'],
  });
  const told = results.flatMap(({ violations }) => violations.map(({ id, cause }) => [id, cause]));
  const own = [missing, missing, missing, missing, other].map((it) => it?.id);
  expect(told).toEqual(VIOLATIONS.map(({ id }, at) => [id, own[at]]));
  const sarif = renderRunSarif(RUN);
  const junit = renderJUnit(RUN);
  for (const id of [missing?.id ?? '', other?.id ?? '']) {
    const times = own.filter((it) => it === id).length;
    expect(sarif.split(`"cause": "${id}"`)).toHaveLength(times + 1);
    expect(junit.split(`cause   ${id}`)).toHaveLength(times + 1);
  }
});

test('GitHub is shown a finding once, what decides before what does not', () => {
  const note = { ...VIOLATION, id: 'n1', property: 'method.head', ground: 'standard' as const };
  const lines = renderAnnotations(runOf([note, ...VIOLATIONS]))
    .trimEnd()
    .split('\n');
  expect(lines.map((it) => /^::(\w+) .*title=([\w.]+)/.exec(it)?.slice(1))).toEqual([
    ['error', 'auth.missing'],
    ['error', 'media.unsupported'],
    ['warning', 'method.head'],
  ]);
  expect(lines[0]).toMatch(/ Again: curl .*\. Also in listPets, dropPet\.$/);
});

test('what a baseline does not know is told as that, and else nothing is called new', () => {
  const baseline = { file: 'known.yaml', known: 0, expired: 0, fixed: [] };
  expect(renderFindingCounts(RUN)).toBe('2 findings (5 violations)');
  expect(renderFindingCounts({ ...RUN, baseline })).toBe(
    '2 findings not in the baseline (5 violations)',
  );
});
