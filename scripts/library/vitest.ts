import { afterAll, describe, test } from 'vitest';
import { defineContractTests } from './contract-tests.ts';
import type { ContractSettings } from './open-run.ts';

/** Milliseconds for one test: a run ends by its own limits, never by Vitest's clock. */
const PATIENCE = 2 ** 31 - 1;

/**
 * Defines a Vitest test for each operation and property of a description: `await contractTests('openapi.yaml',
 * { app })` at the top of a test file. Throws a UserError where the description cannot be read.
 */
export async function contractTests(
  description: string | URL,
  settings: ContractSettings,
): Promise<void> {
  await defineContractTests(
    {
      describe,
      // It has no assertions of its own: whoever calls this hands them in.
      // oxlint-disable-next-line vitest/expect-expect, vitest/valid-title
      test: (name, run) => test(name, { timeout: PATIENCE }, run),
      after: (run) => afterAll(run),
    },
    description,
    settings,
  );
}
