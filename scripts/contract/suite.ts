import { describe, test } from 'vitest';
import type { CheckResult } from '../core/contract-run.ts';
import { renderViolation } from '../core/violation-text.ts';
import { runCheck, type CheckOptions } from './contract.ts';
import type { Operation } from '../core/api-model.ts';
import { PROPERTIES } from './properties.ts';
import type { Property } from './property.ts';

declare module 'vitest' {
  interface TaskMeta {
    kiln?: CheckResult;
  }
}

/** Milliseconds for one property on one operation: slow servers are slow, not wrong. */
const PATIENCE = 10 * 60 * 1000;

/** Whether a property is tried on an operation at all. */
export type Selected = (operation: Operation, property: Property) => boolean;

/** Defines a Vitest test for each operation and property; its result stands in the task's meta. */
export function defineContractSuite(options: CheckOptions, selected: Selected = () => true): void {
  for (const operation of options.api.operations) {
    describe.concurrent(operation.id, () => {
      for (const property of PROPERTIES.filter((it) => selected(operation, it))) {
        test(property.id, { timeout: PATIENCE }, async ({ task, skip }) => {
          const result = await runCheck(options, operation, property);
          task.meta.kiln = result;
          if (result.outcome === 'skipped') skip(result.reason);
          if (result.violations.length > 0) {
            throw new Error(result.violations.map(renderViolation).join('\n\n'));
          }
        });
      }
    });
  }
}
