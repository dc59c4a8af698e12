import { newViolationsOf, totalsOf, type ContractRun } from '../result/contract-run.ts';

/** What a run proves, in words and as the tone of a badge. */
interface Verdict {
  readonly text: string;
  readonly tone: 'good' | 'bad' | 'caution';
}

/** A run that ended early, or in which nothing was tried, proves nothing about the rest. */
export function verdictOf(run: ContractRun): Verdict {
  if (newViolationsOf(run).length > 0) {
    return { text: 'The contract is broken', tone: 'bad' };
  }
  const { held, violated, noted, unchecked } = totalsOf(run.results);
  if (held + violated + noted === 0) return { text: 'Nothing was tried', tone: 'caution' };
  if (unchecked > 0) {
    return { text: 'No violations, but not everything could be checked', tone: 'caution' };
  }
  if (run.interrupted) {
    return { text: 'Stopped early; everything tested so far passed', tone: 'caution' };
  }
  // None of these is new.
  if (violated > 0) return { text: 'No new violations; known ones remain', tone: 'caution' };
  return { text: 'The contract holds', tone: 'good' };
}
