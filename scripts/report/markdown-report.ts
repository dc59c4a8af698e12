import {
  notesOf,
  totalsOf,
  violationsOf,
  type ContractRun,
  type Violation,
} from '../result/contract-run.ts';
import { causesOf, type Cause } from '../result/causes.ts';
import { disputesOf } from '../result/dispute.ts';
import { renderLocation } from '../base/source-location.ts';
import { findingTitle } from '../result/finding-title.ts';
import { bySeverity, severityOf } from '../result/severity.ts';
import { shellLines } from '../result/premise.ts';
import { groupNotes } from '../result/notes.ts';
import { undecidedOf } from '../result/undetermined.ts';
import {
  renderDispute,
  renderKnown,
  renderNote,
  renderUndecided,
} from '../result/violation-text.ts';
import { renderBaselineLines } from './baseline-text.ts';
import { renderCoverageMarkdown } from './coverage/coverage-markdown.ts';
import { renderOpinionBlock } from './schemathesis-markdown.ts';
import { renderSince } from './history/kept-run.ts';
import { renderUnproven, verdictOf } from './verdict.ts';
import { counted, group, renderTotals } from './totals.ts';
import { renderUnprovenLines } from './unproven-text.ts';

/** A summary for a pull request or a job page: the verdict, each property's figures, each violation. */
export function renderMarkdown(run: ContractRun): string {
  const notes = notesOf(run);
  const violations = violationsOf(run.results).filter((it) => !notes.includes(it));
  const verdict = verdictOf(run).text.replace(/^./, (letter) => letter.toLowerCase());
  const unproven = renderUnproven(run);
  const rows = run.properties.map(({ id, title }) => {
    const own = run.results.filter(({ property }) => property === id);
    const { held, skipped, failed, unchecked, requests } = totalsOf(own);
    const found = violations.filter(({ property }) => property === id).length;
    const cells = [`\`${id}\``, title, held, found, skipped + failed + unchecked, group(requests)];
    return `| ${cells.join(' | ')} |`;
  });
  const details = bySeverity(causesOf(violationsOf(run.results), violations)).map((cause) => {
    const { operation, property, proof, curl, premise, id, known, recorded } = cause.first;
    return [
      `### ${operation}: ${findingTitle(cause)}`,
      '',
      ...sameAs(cause),
      `${severityOf(cause)} · \`${property}\` · \`${id}\` · \`${renderLocation(proof.location)}\``,
      '',
      `- states: \`${proof.states.replaceAll('`', "'")}\``,
      `- seen: ${proof.seen.replaceAll('<', '&lt;')}`,
      ...proof.claims.map((claim) => `- claim: ${claim}`),
      ...(recorded ? [`- from: \`${renderLocation(recorded)}\``] : []),
      ...(known ? [`- known: ${renderKnown(known)}`] : []),
      '',
      '```sh',
      ...shellLines(premise, curl),
      '```',
      '',
    ].join('\n');
  });
  return [
    `## ${run.title}: ${verdict}`,
    '',
    `${renderTotals(run)}, against \`${run.target}\`.`,
    '',
    ...[renderSince(run)].flatMap((it) => (it === undefined ? [] : [`${it}.`, ''])),
    ...(unproven === undefined ? [] : [`${unproven}.`, '']),
    ...details,
    '### Properties',
    '',
    '| property | states | held | violations | not tried | requests |',
    '| --- | --- | --: | --: | --: | --: |',
    ...rows,
    '',
    ...renderBaselineLines(run).map((line) => `- ${line}`),
    ...(run.baseline ? [''] : []),
    ...leftAsideOf(run),
    ...uncheckedIn(run),
    ...disputedIn(run),
    ...undecidedIn(run),
    ...notesIn(notes),
    ...unprovenOf(run),
    ...unmatchedOf(run),
    ...renderCoverageMarkdown(run),
    ...(run.mode === 'active' ? renderOpinionBlock(run.secondOpinion) : []),
  ].join('\n');
}

/** Characters of a summary: GitHub takes 1 MiB of a step, in octets. */
const LONGEST_SUMMARY = 250_000;

/** The report for the page of a job: its first part where it is too long, which has the findings. */
export function renderJobSummary(run: ContractRun): string {
  const text = renderMarkdown(run);
  if (text.length <= LONGEST_SUMMARY) return `${text}\n`;
  const whole = text.slice(0, LONGEST_SUMMARY);
  // A block of code that is cut in the middle would take in whatever comes after it.
  const end = whole.lastIndexOf('\n### ');
  return `${whole.slice(0, Math.max(0, end))}\n\nThis is the beginning: report.md has all of it.\n`;
}

/** Where a finding shows besides. */
function sameAs({ violations, operations, properties }: Cause): string[] {
  if (violations.length === 1) return [];
  const ids = violations.slice(1).map(({ id, operation }) => `\`${id}\` ${operation}`);
  return [
    `One cause, ${group(violations.length)} violations in ${counted(operations.length, 'operation')} ` +
      `(${properties.map((it) => `\`${it}\``).join(', ')}): ${ids.join(', ')}`,
    '',
  ];
}

/** What of the description was not tested, since it cannot be used. */
function leftAsideOf({ leftAside = [] }: ContractRun): string[] {
  if (leftAside.length === 0) return [];
  const lines = leftAside.map(
    ({ what, name, at, why }) => `- \`${renderLocation(at)}\` ${what} ${name}: ${why}`,
  );
  return ['### Left aside', '', ...lines.map((it) => it.replaceAll('<', '&lt;')), ''];
}

/** Checks that broke, which says nothing of the server. */
function uncheckedIn({ results }: ContractRun): string[] {
  const lines = results.flatMap(({ outcome, operation, property, reason = '' }) =>
    outcome === 'unchecked'
      ? [`- ${operation} \`${property}\` ${reason.replaceAll('<', '&lt;')}`]
      : [],
  );
  return lines.length > 0 ? [...lines, ''] : [];
}

/** What the validators disagree on, and so what the server was not judged by. */
function disputedIn({ results }: ContractRun): string[] {
  const disputes = disputesOf(results).map(
    (it) => `- ${renderDispute(it).replaceAll('<', '&lt;')}`,
  );
  return disputes.length > 0
    ? ['Not judged, for two validators disagree:', '', ...disputes, '']
    : [];
}

/** What nobody can tell right from wrong, once for each reason. */
function undecidedIn({ results }: ContractRun): string[] {
  const lines = undecidedOf(results).map(
    (it) => `- ${renderUndecided(it).replaceAll('<', '&lt;')}`,
  );
  return lines.length > 0 ? ['Undetermined:', '', ...lines, ''] : [];
}

/** What breaks a standard that the description does not repeat, once for all operations. */
function notesIn(notes: readonly Violation[]): string[] {
  const lines = groupNotes(notes).map((it) => `- ${renderNote(it).replaceAll('<', '&lt;')}`);
  return lines.length > 0 ? ['### By the standards, not the description', '', ...lines, ''] : [];
}

/** What a recording does not prove, and why. */
function unprovenOf(run: ContractRun): string[] {
  const [, ...lines] = renderUnprovenLines(run);
  if (lines.length === 0) return [];
  const items = lines.map((it) => `- ${it.trim().replaceAll('<', '&lt;')}`);
  return ['### Not proven by this recording', '', ...items, ''];
}

/** Requests of recorded traffic that belong to no operation. */
function unmatchedOf({ traffic }: ContractRun): string[] {
  if (!traffic || traffic.unmatched.length === 0) return [];
  const rows = traffic.unmatched.map(
    ({ method, url, why, count }) => `| \`${method} ${url}\` | ${why} | ${group(count)} |`,
  );
  return ['| of no operation | unknown | times |', '| --- | --- | --: |', ...rows, ''];
}
