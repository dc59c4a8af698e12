import type { Known } from '../../result/baseline.ts';
import {
  disputesOf,
  newViolationsOf,
  totalsOf,
  violationsOf,
  type ContractRun,
  type Violation,
} from '../../result/contract-run.ts';
import { renderDispute, renderKnown, renderViolation } from '../../result/violation-text.ts';
import { renderBaselineLines } from '../../report/baseline-text.ts';
import { renderCoverageLine } from '../../report/coverage/facets.ts';
import { renderTotals } from '../../report/totals.ts';
import { renderUnprovenLines } from '../../report/unproven-text.ts';
import { whyNothing } from '../../report/why-nothing.ts';
import { isNothingProven } from '../../result/proven.ts';
import { renderAnswers } from '../../report/answers.ts';
import { renderUnproven, verdictOf } from '../../report/verdict.ts';
import type { Io } from '../io.ts';

/** Prints what a run found: a line for what is known, disputed or could not be checked, and each new violation with its proof. */
export function sayFindings(io: Io, { results }: ContractRun): void {
  const known = violationsOf(results).flatMap((violation) =>
    violation.known?.state === 'known' ? [renderExcused(violation, violation.known)] : [],
  );
  const unchecked = results.flatMap(({ outcome, operation, property, reason = '' }) =>
    outcome === 'unchecked' ? [`${operation}  ${property}  ${reason}`] : [],
  );
  const lines = [...known, ...unchecked, ...disputesOf(results).map(renderDispute)];
  if (lines.length > 0) io.out(`${lines.join('\n')}\n\n`);
  for (const violation of newViolationsOf(results)) io.out(`${renderViolation(violation)}\n\n`);
}

function renderExcused({ operation, property, message }: Violation, known: Known): string {
  return `${operation}  ${property}  known: ${message}; ${renderKnown(known)}`;
}

/** Sums a run up on stdout: its figures, what it exercised, where to read on, and last the verdict. */
export function sayRun(io: Io, run: ContractRun, reports: readonly string[]): void {
  const lines = [
    `${run.api}: ${renderTotals(run)}`,
    ...renderViolated(run),
    ...renderBaselineLines(run),
    renderCoverageLine(run),
    ...renderUnprovenLines(run),
    ...renderWithoutRefusals(run),
    ...reports.slice(0, 1).map((path) => `report: ${path}`),
    renderVerdict(run),
  ];
  for (const line of lines) io.out(`${line}\n`);
}

/** `violated: auth.missing 3, limits.items 1`, where there is more than one to count. */
function renderViolated({ results }: ContractRun): string[] {
  const fresh = newViolationsOf(results);
  if (fresh.length < 2) return [];
  const byProperty = Map.groupBy(fresh, ({ property }) => property);
  return [`violated: ${[...byProperty].map(([id, own]) => `${id} ${own.length}`).join(', ')}`];
}

/** `note: no refusal is documented for 2 of 7 operations; …`: whose description leaves it open is told once. */
function renderWithoutRefusals({ withoutRefusals = 0, operations }: ContractRun): string[] {
  if (withoutRefusals === 0) return [];
  const where = `${withoutRefusals} of ${operations.length} operations`;
  const hint = 'document them, or default, to have their answers tested';
  return [`note: no refusal is documented for ${where}, so HTTP's own statuses pass; ${hint}`];
}

/** `parcels: the contract is broken: 2 new violations, 1 known` */
function renderVerdict(run: ContractRun): string {
  const fresh = newViolationsOf(run.results).length;
  const known = violationsOf(run.results).length - fresh;
  const nothing = whyNothing(run);
  const parts = [
    ...(nothing === undefined ? [] : [nothing]),
    ...(isNothingProven(run) ? [renderAnswers(run)] : []),
    ...(fresh > 0 ? [`${fresh} new ${fresh === 1 ? 'violation' : 'violations'}`] : []),
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
