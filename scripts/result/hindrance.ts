import type { CheckResult, ContractRun } from './contract-run.ts';

/** Why an operation is not tried although there is something to test: what a run was not given, by how it is told. */
export const HINDRANCES = {
  credential: 'no credential for ',
  target: 'no target for ',
  writes: 'it may change something: --allow-writes',
  spared: 'it deletes what the run did not make: --throw-away',
  quotas: 'it uses a quota up: --allow-quotas',
} as const;

type Hindrance = keyof typeof HINDRANCES;
const KINDS = Object.keys(HINDRANCES) as Hindrance[];

/** Operations that a run did not try, for one reason. */
export interface Untried {
  readonly kind: Hindrance | 'nothing';
  /** The schemes, or the server, that are missing. */
  readonly what: string;
  readonly operations: number;
}

/** The operations of a run that no request was sent to, by what kept them from being tried; the most first. */
export function untriedOf({ operations, results }: ContractRun): readonly Untried[] {
  const byOperation = Map.groupBy(results, ({ operation }) => operation);
  const reasons = operations.flatMap(({ id }) => {
    const own = byOperation.get(id) ?? [];
    if (
      own.length === 0 ||
      own.some(({ requests, outcome }) => requests > 0 || outcome === 'failed')
    )
      return [];
    return [hindranceIn(own.flatMap(({ reason }) => reason ?? []))];
  });
  return [...Map.groupBy(reasons, ({ kind, what }) => `${kind} ${what}`).values()]
    .flatMap((alike) => {
      const [first] = alike;
      return first ? [{ ...first, operations: alike.length }] : [];
    })
    .toSorted((left, right) => right.operations - left.operations);
}

/** Whether a check was left out for what the run was not given, and not since there is nothing to it. */
export function isHindered({ outcome, reason }: Pick<CheckResult, 'outcome' | 'reason'>): boolean {
  if (outcome !== 'skipped' || reason === undefined) return false;
  return KINDS.some((kind) => reason.startsWith(HINDRANCES[kind]));
}

function hindranceIn(reasons: readonly string[]): Pick<Untried, 'kind' | 'what'> {
  for (const kind of KINDS) {
    const mark = HINDRANCES[kind];
    const found = reasons.find((it) => it.startsWith(mark));
    if (found !== undefined) return { kind, what: found.slice(mark.length) };
  }
  return { kind: 'nothing', what: '' };
}
