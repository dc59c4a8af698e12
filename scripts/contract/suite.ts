import { describe, test } from 'vitest';
import { renderViolation } from '../result/violation-text.ts';
import type { CheckOptions } from './check-options.ts';
import { runCheck } from './contract.ts';
import { planOf, runsAlone, type PlannedCheck } from './run/plan.ts';

/** Milliseconds for one check: it ends by the limits of its run, never by Vitest's clock. */
const PATIENCE = 2 ** 31 - 1;

/**
 * Defines a Vitest test for each check; what runs alone comes last and one after the other.
 */
export function defineContractSuite(options: CheckOptions): void {
  const checks = planOf(options.api);
  const define = (check: PlannedCheck, name: string) => {
    const { operation, property } = check;
    test(name, { timeout: PATIENCE }, async ({ skip }) => {
      const result = await runCheck(options, operation, property);
      if (result.outcome === 'skipped') skip(result.reason);
      if (result.violations.length > 0) {
        throw new Error(result.violations.map(renderViolation).join('\n\n'));
      }
    });
  };
  const together = checks.filter((check) => !runsAlone(check));
  const last = checks.filter(runsAlone);
  for (const [id, own] of Map.groupBy(together, ({ operation }) => operation.id)) {
    describe.concurrent(id, () => {
      for (const check of own) define(check, check.property.id);
    });
  }
  if (last.length === 0) return;
  describe('alone', () => {
    for (const check of last) define(check, `${check.operation.id} ${check.property.id}`);
  });
}
