import { describe, test } from 'vitest';
import type { CheckResult } from '../result/contract-run.ts';
import { renderViolation } from '../result/violation-text.ts';
import { runCheck, type CheckOptions } from './contract.ts';
import { planOf, runsAlone, type PlannedCheck } from './run/plan.ts';
import type { Send } from './wire/send.ts';

declare module 'vitest' {
  interface TaskMeta {
    kiln?: CheckResult;
  }
}

/** Milliseconds for one check: it ends by the limits of its run, never by Vitest's clock. */
const PATIENCE = 2 ** 31 - 1;

interface SuiteOptions {
  /** What is tried; everything when left out. */
  readonly checks?: readonly PlannedCheck[];
  /** How a check sends; as the options say when left out. */
  readonly sendFor?: (check: PlannedCheck) => Send;
}

/**
 * Defines a Vitest test for each check; its result stands in the task's meta. What runs alone comes
 * last and one after the other.
 */
export function defineContractSuite(
  options: CheckOptions,
  { checks = planOf(options.api), sendFor = () => options.send }: SuiteOptions = {},
): void {
  const define = (check: PlannedCheck, name: string) => {
    const { operation, property } = check;
    test(name, { timeout: PATIENCE }, async ({ task, skip }) => {
      const result = await runCheck({ ...options, send: sendFor(check) }, operation, property);
      task.meta.kiln = result;
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
