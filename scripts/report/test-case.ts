import type { CheckResult, ContractRun, Violation } from '../result/contract-run.ts';
import { renderKnown } from '../result/violation-text.ts';

/** What became of a check in the words of test reports; `error` where it could not be checked. */
export interface TestCase {
  readonly status: 'passed' | 'failed' | 'error' | 'skipped';
  /** Why it is none of passed and failed; empty where there is nothing to say. */
  readonly why: string;
  /** The violations that make it fail. */
  readonly failures: readonly Violation[];
}

/**
 * A check as a test case. Test reports have no word for a failure that is known or that decides nothing, or for
 * a test that was not reached: these are skipped, with the reason.
 */
export function toTestCase(
  run: Pick<ContractRun, 'isStrict'>,
  { outcome, reason = '', violations }: CheckResult,
): TestCase {
  const failures = violations.filter((it) => isDeciding(run, it));
  if (failures.length > 0) return { status: 'failed', why: '', failures };
  const [note] = violations;
  if (outcome === 'held' && !note) return { status: 'passed', why: '', failures };
  if (outcome === 'unchecked' && !note) return { status: 'error', why: reason, failures };
  const [known] = violations.flatMap((it) => it.known ?? []);
  const told = note ? `by a standard, not the description: ${note.message}` : reason;
  return { status: 'skipped', why: known ? `known ${renderKnown(known)}` : told, failures };
}

/** Whether a violation fails the run: no baseline excuses it, and it rests on what counts. */
function isDeciding(
  { isStrict }: Pick<ContractRun, 'isStrict'>,
  { known, ground }: Violation,
): boolean {
  return known?.state !== 'known' && (isStrict === true || ground !== 'standard');
}
