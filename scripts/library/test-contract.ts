import { QUIET, loadOne } from './load-description.ts';
import { openRun, type ContractSettings } from './open-run.ts';
import { renderViolation } from '../result/violation-text.ts';
import { renderTotals } from '../report/totals.ts';
import { newViolationsOf, violationsOf, type Violation } from '../result/contract-run.ts';
import { exitCodeOf } from '../cli/contract/exit-code.ts';
import { unprovenOf } from '../result/proven.ts';
import { whyVain } from './why-vain.ts';

/** What came of a contract test. */
export interface ContractResult {
  /** Whether something was proven and nothing contradicts the description. */
  readonly holds: boolean;
  /** What decides: exchanges that break a clause of the description. */
  readonly violations: readonly Violation[];
  /** What rests on a standard alone, such as an RFC, and decides nothing. */
  readonly remarks: readonly Violation[];
  /** Ids of operations that never answered with a documented success. */
  readonly unproven: readonly string[];
  /** Why the run ended before its end; undefined where it did not. */
  readonly interrupted: string | undefined;
  /** Each violation with its proof, a line of totals and, where nothing is proven, why: to be shown where a test fails. */
  readonly toString: () => string;
}

/**
 * Tries every property on every operation of a server or an application, as `kiln test` does, and writes
 * nothing. Throws a UserError where the description cannot be read, nothing answers, or a credential is for no scheme.
 */
export async function testContract(
  description: string | URL,
  settings: ContractSettings,
): Promise<ContractResult> {
  const api = await loadOne(description);
  const { ended, close } = await openRun(QUIET, api, settings);
  try {
    const run = await ended;
    const violations = newViolationsOf(run);
    const deciding = new Set(violations);
    const why = whyVain(api, run, settings);
    return {
      holds: exitCodeOf(run) === 0 && run.interrupted === undefined,
      violations,
      remarks: violationsOf(run.results).filter((it) => !deciding.has(it)),
      unproven: unprovenOf(run),
      interrupted: run.interrupted?.reason,
      toString: () =>
        [...violations.map(renderViolation), `${run.api}: ${renderTotals(run)}`, why]
          .filter((it) => it !== '')
          .join('\n\n'),
    };
  } finally {
    await close();
  }
}
