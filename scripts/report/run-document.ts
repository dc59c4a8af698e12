import { unprovenOf } from '../result/proven.ts';
import { totalsOf, type ContractRun } from '../result/contract-run.ts';

/** The document's own version: it grows when a reader of the former could go wrong. */
export const VERSION = 1;

/** A run as `run.json` holds it. Exchanges that were kept stand in the archive, not here. */
export function toRunDocument(run: ContractRun) {
  const results = run.results.map(({ exchanges: _, ...result }) => result);
  const notProven = unprovenOf(run);
  return { version: VERSION, ...run, notProven, totals: totalsOf(run.results), results };
}
