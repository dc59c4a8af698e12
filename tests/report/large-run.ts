import type { ContractRun } from '../../scripts/result/contract-run.ts';
import { runOf, VIOLATION } from './sample-run.ts';

/** A run whose report holds ten thousand exchanges. */
export function largeRun(): ContractRun {
  const run = runOf([]);
  const operations = Array.from({ length: 50 }, (_, at) => ({
    id: `operation${at}`,
    method: 'get',
    path: `/things/${at}`,
    location: { file: 'openapi.yaml', line: at + 1, column: 1 },
  }));
  const [sample] = run.results;
  const results = operations.flatMap(({ id }, at) =>
    sample
      ? [
          {
            ...sample,
            operation: id,
            outcome: 'violated' as const,
            violations: Array.from({ length: 200 }, (_, which) => ({
              ...VIOLATION,
              id: `v${at}x${which}`,
              operation: id,
              message: `kind ${which} is answered 200`,
            })),
          },
        ]
      : [],
  );
  return { ...run, operations, results };
}
