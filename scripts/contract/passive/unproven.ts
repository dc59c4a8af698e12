import type { CheckResult } from '../../result/contract-run.ts';
import type { Unproven } from '../../result/traffic.ts';
import type { PassiveContext } from './judgement.ts';
import { PASSIVE_PROPERTIES } from './passive-properties.ts';
import { NO_ANSWER } from './passive-tally.ts';

/** What a recording lacks as a whole. */
interface Shortcomings {
  /** Exchanges that came later than could be waited for. */
  readonly late: number;
  /** Where the file breaks off, if it does. */
  readonly broken: string | undefined;
}

/**
 * What the description says, and the recording does not prove: the reason of each property, with the
 * operations that have it. Operations of which nothing was recorded are told once.
 */
export function unprovenIn(
  { api }: PassiveContext,
  results: readonly CheckResult[],
  { late, broken }: Shortcomings,
): readonly Unproven[] {
  const all = new Map<string, { property: string; reason: string; operations: string[] }>();
  const add = (property: string, reason: string, operation: string): void => {
    const key = `${property}\n${reason}`;
    const known = all.get(key) ?? { property, reason, operations: [] };
    known.operations.push(operation);
    all.set(key, known);
  };
  for (const { operation: id, property, outcome, reason = '' } of results) {
    const operation = api.operations.find((it) => it.id === id);
    if (outcome !== 'skipped' || !operation) continue;
    const isSilent = PASSIVE_PROPERTIES.some(
      (it) => it.id === property && it.unless(api, operation) !== undefined,
    );
    if (isSilent) continue;
    if (reason !== NO_ANSWER) add(property, reason, id);
    else if (property === 'conformance') add('', NO_ANSWER, id);
  }
  const reasons = [
    ...(late > 0
      ? [
          `${late} exchanges stand too far from where they began, so that their order proves nothing`,
        ]
      : []),
    ...(broken === undefined
      ? []
      : [`the recording breaks off (${broken}); what was after is not known`]),
  ];
  return [...all.values(), ...reasons.map((reason) => ({ property: '', reason, operations: [] }))];
}
