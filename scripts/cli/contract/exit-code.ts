import { newViolationsOf, totalsOf, type ContractRun } from '../../result/contract-run.ts';
import { hasAskedAnother } from '../../result/asked-another.ts';
import { isAboutCredential, isNothingProven, unprovenOf } from '../../result/proven.ts';
import type { FinishCode } from '../command.ts';
import type { Interruption } from '../io.ts';

/** What decides how a run ends, besides what it found. */
interface HowJudged {
  readonly interruption?: Interruption | undefined;
  readonly isProofRequired?: boolean | undefined;
  readonly isEmptyAllowed?: boolean | undefined;
}

/**
 * How a run ends: by a signal as the shell has it (128 and its number), with new violations 1; when it
 * ended early for anything but a limit that the user set, before it found anything out, where something
 * could not be checked, or where nothing was tried or nothing at all succeeded, 2; where proof is demanded
 * and an operation lacks it, 1. A part of a run may have nothing to try.
 */
export function exitCodeOf(
  run: ContractRun,
  { interruption, isProofRequired = false, isEmptyAllowed = false }: HowJudged = {},
): FinishCode {
  const { results, interrupted, shard } = run;
  if (interruption) return interruption === 'SIGINT' ? 130 : 143;
  const found = newViolationsOf(run);
  // A server that is gone answers nothing: that is not what its contract is about.
  const isGone =
    interrupted?.isLimit === false && found.every(({ exchange }) => !exchange.response);
  const isAboutServer = !isGone && !isAboutCredential(run) && !hasAskedAnother(run);
  if (found.length > 0 && isAboutServer) return 1;
  const { unchecked, held, violated, noted, begun } = totalsOf(results);
  const isVain = isNothingProven(run) || hasAskedAnother(run) || run.isRefused === true;
  if (unchecked > 0 || (isVain && !isEmptyAllowed)) return 2;
  const isSilent = interrupted
    ? !interrupted.isLimit || held + begun === 0
    : held + violated + noted === 0;
  const isWell = isEmptyAllowed && interrupted?.isLimit !== false;
  if (isSilent && !(shard && !interrupted) && !isWell) return 2;
  return isProofRequired && unprovenOf(run).length > 0 ? 1 : 0;
}
