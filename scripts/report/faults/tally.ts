import { isNull, type FaultTrial, type TrialOutcome } from '../../result/fault-trial.ts';

/** Figures of some trials. */
export interface Tally {
  /** Faults with a witness, null faults aside. */
  readonly admitted: number;
  readonly killed: number;
  /** Those of them whose report blames the clause that is broken. */
  readonly blamed: number;
  /** Null faults with a witness. */
  readonly nulls: number;
  readonly alarmed: number;
  /** Faults and null faults without a witness. */
  readonly refused: number;
  readonly requests: number;
  readonly seconds: number;
}

export function tallyOf(trials: readonly FaultTrial[]): Tally {
  const count = (...outcomes: readonly TrialOutcome[]) =>
    trials.filter(({ outcome }) => outcomes.includes(outcome)).length;
  const sum = (figure: (trial: FaultTrial) => number) =>
    trials.reduce((total, trial) => total + figure(trial), 0);
  return {
    admitted: count('killed', 'misjudged', 'survived'),
    killed: count('killed'),
    blamed: trials.filter(({ outcome, rule }) => outcome === 'killed' && rule === 'clause').length,
    nulls: count('silent', 'alarmed'),
    alarmed: count('alarmed'),
    refused: count('refused'),
    requests: sum((it) => it.requests),
    seconds: Math.round(sum((it) => it.milliseconds) / 1000),
  };
}

/** `98.7%`, rounded down: never 100% of something incomplete; a dash for nothing. */
export function renderScore({ killed, admitted }: Pick<Tally, 'killed' | 'admitted'>): string {
  return admitted === 0 ? '–' : `${Math.floor((1000 * killed) / admitted) / 10}%`;
}

/** Faults that no property reported for the right reason, and null faults that one reported. */
export function survivorsOf(trials: readonly FaultTrial[]): readonly FaultTrial[] {
  return trials.filter(({ outcome }) => ['survived', 'misjudged', 'alarmed'].includes(outcome));
}

/** Faults that count, in the order of their families. */
export function byFamily(
  trials: readonly FaultTrial[],
): ReadonlyMap<string, readonly FaultTrial[]> {
  return Map.groupBy(
    trials.filter(({ fault }) => !isNull(fault)),
    ({ fault }) => fault.family,
  );
}
