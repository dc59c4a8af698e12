import type { Cause } from '../../result/causes.ts';
import { bySeverity } from '../../result/severity.ts';
import { renderCause } from '../../result/violation-text.ts';
import type { Screen } from './screen.ts';
import { renderCauseOn } from './terminal-cause.ts';

/** Findings, and lines of one kind, that are printed: more than these nobody reads where they scroll away. */
const MOST_TOLD = 20;

interface Telling {
  /** Undefined where nobody reads it as it comes. */
  readonly screen: Screen | undefined;
  /** Whether all are printed. */
  readonly isVerbose: boolean;
}

/** Findings with their proofs, the worst first, and of more than a reader takes in how many the report has besides. */
export function tellFindings(causes: readonly Cause[], { screen, isVerbose }: Telling): string {
  const sorted = bySeverity(causes);
  const told = isVerbose ? sorted : sorted.slice(0, MOST_TOLD);
  const texts = told.map((it) => (screen ? renderCauseOn(screen, it) : renderCause(it)));
  const rest = sorted.length - told.length;
  const noun = rest === 1 ? 'finding' : 'findings';
  const more = rest > 0 ? [`${rest} more ${noun}: the report has all, --verbose prints them`] : [];
  return [...texts, ...more].map((it) => `${it}\n\n`).join('');
}

/** The first of many lines, and a last one that counts the others. */
export function firstLines(lines: readonly string[], isVerbose: boolean): readonly string[] {
  const rest = isVerbose ? 0 : lines.length - MOST_TOLD;
  if (rest <= 0) return lines;
  return [...lines.slice(0, MOST_TOLD), `… and ${rest} more like these`];
}
