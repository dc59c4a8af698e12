import type { Known } from '../../result/baseline.ts';
import {
  newViolationsOf,
  notesOf,
  totalsOf,
  violationsOf,
  type ContractRun,
  type Violation,
} from '../../result/contract-run.ts';
import { disputesOf } from '../../result/dispute.ts';
import { groupNotes } from '../../result/notes.ts';
import { undecidedOf } from '../../result/undetermined.ts';
import {
  renderDispute,
  renderKnown,
  renderNote,
  renderUndecided,
} from '../../result/violation-text.ts';
import { renderBaselineLines } from '../../report/baseline-text.ts';
import { renderCoverageLine } from '../../report/coverage/facets.ts';
import { group, renderFindingCounts, renderTotals } from '../../report/totals.ts';
import { renderUnprovenLines } from '../../report/unproven-text.ts';
import { renderSince } from '../../report/history/kept-run.ts';
import { whyNothing } from '../../report/why-nothing.ts';
import { isNothingProven } from '../../result/proven.ts';
import { renderAnswers } from '../../report/answers.ts';
import { renderUnproven, verdictOf, type RunVerdict } from '../../report/verdict.ts';
import { newCausesOf } from '../../result/causes.ts';
import type { TextStyle } from '../../report/terminal/screen.ts';
import { renderLineOn } from '../../report/terminal/terminal-line.ts';
import { firstLines, tellFindings } from '../../report/terminal/told-findings.ts';
import type { Io } from '../io.ts';
import { cutLines } from './cut-lines.ts';

/**
 * Prints what a run found: a line for what is known, disputed or could not be checked, each finding
 * with its proof, and a line for what breaks a standard alone. What could not be determined is listed on request.
 */
export function sayFindings(io: Io, run: ContractRun, isVerbose: boolean): void {
  const { results } = run;
  const known = violationsOf(results).flatMap((violation) =>
    violation.known?.state === 'known' ? [renderExcused(violation, violation.known)] : [],
  );
  const unchecked = results.flatMap(({ outcome, operation, property, reason = '' }) =>
    outcome === 'unchecked' ? [`${operation}  ${property}  ${reason}`] : [],
  );
  const { screen } = io;
  const lines = [known, unchecked, disputesOf(results).map(renderDispute)].flatMap((it) =>
    firstLines(it, isVerbose).map((line) => renderLineOn(screen, line, 'dim')),
  );
  if (lines.length > 0) io.out(`${lines.join('\n')}\n\n`);
  io.out(cutLines(tellFindings(newCausesOf(run), { screen, isVerbose })));
  const notes = firstLines(groupNotes(notesOf(run)).map(renderNote), isVerbose).map((line) =>
    renderLineOn(screen, `  ${line}`, 'yellow'),
  );
  if (notes.length > 0)
    io.out(`by the standards, not the description:\n${cutLines(notes.join('\n'))}\n\n`);
  const undecided = isVerbose ? undecidedOf(results).map(renderUndecided) : [];
  if (undecided.length > 0) io.out(`undetermined:\n${listed(undecided)}\n`);
}

function listed(lines: readonly string[]): string {
  return lines.map((line) => `  ${line}\n`).join('');
}

function renderExcused({ operation, property, message }: Violation, known: Known): string {
  return `${operation}  ${property}  known: ${message}; ${renderKnown(known)}`;
}

const TONES: Readonly<Record<RunVerdict['tone'], TextStyle>> = {
  good: ['green', 'bold'],
  bad: ['red', 'bold'],
  caution: ['yellow', 'bold'],
};

/**
 * Sums a run up on stdout: its figures, what it exercised, `notes` of its description, where to read on, and last the
 * verdict.
 */
export function sayRun(
  io: Io,
  run: ContractRun,
  reports: readonly string[],
  notes: readonly string[] = [],
): void {
  const lines = [
    `${run.api}: ${renderTotals(run)}`,
    ...renderViolated(run),
    ...renderNoted(run),
    ...renderBaselineLines(run),
    renderCoverageLine(run),
    ...renderUnprovenLines(run),
    ...renderWithoutRefusals(run),
    ...renderReach(run),
    ...notes,
    ...[renderSince(run)].filter((it) => it !== undefined),
    ...reports.slice(0, 1).map((path) => `report: ${path}`),
  ];
  for (const line of lines) io.out(`${renderLineOn(io.screen, line)}\n`);
  io.out(`${renderLineOn(io.screen, renderVerdict(run), TONES[verdictOf(run).tone])}\n`);
}

/** `violated: auth.missing 3, limits.items 1`, where there is more than one to count. */
function renderViolated(run: ContractRun): string[] {
  const fresh = newViolationsOf(run);
  if (fresh.length < 2) return [];
  const byProperty = Map.groupBy(fresh, ({ property }) => property);
  return [`violated: ${[...byProperty].map(([id, own]) => `${id} ${own.length}`).join(', ')}`];
}

/** `note: 2 findings rest on a standard alone: method.head, method.allow; --strict counts them` */
function renderNoted(run: ContractRun): string[] {
  const notes = groupNotes(notesOf(run));
  if (notes.length === 0) return [];
  const names = [...new Set(notes.map(({ property }) => property))].join(', ');
  const rest = notes.length === 1 ? '1 finding rests' : `${notes.length} findings rest`;
  return [`note: ${rest} on a standard alone: ${names}; --strict counts them`];
}

/** `note: no refusal is documented for 2 of 7 operations; …`: whose description leaves it open is told once. */
function renderWithoutRefusals({ withoutRefusals = 0, operations }: ContractRun): string[] {
  if (withoutRefusals === 0) return [];
  const where = `${withoutRefusals} of ${operations.length} operations`;
  const hint = 'document them, or default, to have their answers tested';
  return [`note: no refusal is documented for ${where}, so HTTP's own statuses pass; ${hint}`];
}

/** `note: large requests were changed in some ways only: send input.rejected 800 of 10,004 ways; …` */
function renderReach({ results }: ContractRun): string[] {
  const short = results.flatMap(({ operation, property, reach }) =>
    reach ? [`${operation} ${property} ${group(reach.tried)} of ${group(reach.of)} ways`] : [],
  );
  if (short.length === 0) return [];
  const shown = short.slice(0, MOST_SHOWN).join(', ');
  const more = short.length > MOST_SHOWN ? ` and ${short.length - MOST_SHOWN} more` : '';
  return [`note: large requests were changed in some ways only: ${shown}${more}; run.json has all`];
}

/** Checks that one line names. */
const MOST_SHOWN = 3;

/** `parcels: the contract is broken: 2 findings not in the baseline (5 violations), 1 known` */
function renderVerdict(run: ContractRun): string {
  const fresh = newViolationsOf(run).length;
  const known = violationsOf(run.results).length - fresh - notesOf(run).length;
  const nothing = whyNothing(run);
  const parts = [
    ...(nothing === undefined ? [] : [nothing]),
    ...(isNothingProven(run) ? [renderAnswers(run)] : []),
    ...(fresh > 0 ? [renderFindingCounts(run)] : []),
    ...(known > 0 && fresh > 0 ? [`${known} known`] : []),
  ];
  const verdict = verdictOf(run).text.replace(/^./, (letter) => letter.toLowerCase());
  // Where nothing was tried or nothing at all is proven there is no more to say of it.
  const { held, violated, begun } = totalsOf(run.results);
  const isSilent = held + violated + begun === 0 || isNothingProven(run);
  const unproven = isSilent ? undefined : renderUnproven(run);
  const line = [`${run.api}: ${verdict}`, ...(parts.length > 0 ? [parts.join(', ')] : [])].join(
    ': ',
  );
  return unproven === undefined ? line : `${line}; ${unproven}`;
}
