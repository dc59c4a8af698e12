import { after, describe, test } from 'node:test';
import { defineContractTests } from './contract-tests.ts';
import type { ContractSettings } from './open-run.ts';

/**
 * Defines a test of Node's own runner for each operation and property of a description: `await
 * contractTests('openapi.yaml', { app })` at the top of a test file. Throws a UserError where the
 * description cannot be read.
 */
export async function contractTests(
  description: string | URL,
  settings: ContractSettings,
): Promise<void> {
  await defineContractTests(
    {
      describe,
      test: (name, run) => test(name, (context) => run({ skip: (reason) => context.skip(reason) })),
      after,
    },
    description,
    settings,
  );
}
