import type { ApiModel } from '../model/api-model.ts';
import type { Violation } from '../result/contract-run.ts';
import {
  isNull,
  type KillRule,
  type SeededFault,
  type FaultTrial,
  type TrialOutcome,
} from '../result/fault-trial.ts';
import { admit } from './admit.ts';
import { inLikelyOrder, ruleFor } from './reason.ts';
import type { Stand } from './stand.ts';

/** Ids of the violations that an operation shows without a fault. */
export type KnownViolations = (operation: string) => Promise<ReadonlySet<string>>;

/** Tries the properties on a fault until one reports it for the right reason, on a null fault all of them. */
export async function tryFault(
  api: ApiModel,
  fault: SeededFault,
  stand: Stand,
  knownOf: KnownViolations,
): Promise<FaultTrial> {
  const admission = await admit(api, fault, stand);
  const began = stand.now();
  const nothing = { reason: undefined, property: undefined, rule: undefined };
  const base = { fault, ...nothing, requests: 0, milliseconds: 0 };
  if (!admission.isAdmitted) {
    return { ...base, outcome: 'refused', reason: admission.reason, witness: undefined };
  }
  const { witness } = admission;
  let requests = 0;
  let other: Violation | undefined;
  const ended = (outcome: TrialOutcome, violation?: Violation, rule?: KillRule): FaultTrial => ({
    ...base,
    outcome,
    witness: witness.line,
    property: violation?.property,
    rule,
    reason: violation && `${violation.property} at ${violation.proof.clause}: ${violation.message}`,
    requests,
    milliseconds: stand.now() - began,
  });
  for (const property of inLikelyOrder(fault.family, stand.properties)) {
    for (const operation of concerned(api, fault)) {
      const known = await knownOf(operation);
      const result = await stand.check(fault, operation, property);
      requests += result.requests;
      const found = result.violations.filter(({ id }) => !known.has(id));
      const [first] = found;
      if (first && isNull(fault)) return ended('alarmed', first);
      for (const rule of RULES) {
        const right = found.find((it) => ruleFor(it, fault, witness.clauses) === rule);
        if (right) return ended('killed', right, rule);
      }
      other ??= first;
    }
  }
  if (isNull(fault)) return ended('silent');
  return other ? ended('misjudged', other) : ended('survived');
}

/**
 * Operations on which a fault counts as seen: its own, the one on which its clause is written, and for
 * what is remembered of a kind of thing (`x-resource`) all operations on that kind.
 */
function concerned(
  { operations }: ApiModel,
  { operation, clause }: SeededFault,
): readonly string[] {
  const owner = operations.find(
    ({ pointer }) => clause === pointer || clause?.startsWith(`${pointer}/`),
  );
  const kind = clause?.endsWith('/x-resource') ? owner?.resource?.name : undefined;
  const alike = operations.filter((it) => kind !== undefined && it.resource?.name === kind);
  return [...new Set([operation, ...[...(owner ? [owner] : []), ...alike].map(({ id }) => id)])];
}

/** The stricter one first. */
const RULES: readonly KillRule[] = ['clause', 'family'];

const SEVERITY = ['killed', 'silent', 'refused', 'misjudged', 'survived', 'alarmed'] as const;

/** One trial out of those of several seeds: the worst counts, and what they cost is added up. */
export function joinSeeds(
  trials: readonly FaultTrial[],
  seeds: readonly number[],
): FaultTrial | undefined {
  const worst = trials
    .map((trial, i) => ({ trial, seed: seeds[i] }))
    .toSorted(
      (left, right) => SEVERITY.indexOf(right.trial.outcome) - SEVERITY.indexOf(left.trial.outcome),
    )[0];
  if (!worst) return undefined;
  const { trial, seed } = worst;
  const isSteady = trials.every(({ outcome }) => outcome === trial.outcome);
  const isOfFamily = trials.some(({ rule }) => rule === 'family');
  const sum = (figure: (it: FaultTrial) => number) =>
    trials.reduce((all, it) => all + figure(it), 0);
  return {
    ...trial,
    rule: isOfFamily ? 'family' : trial.rule,
    reason: isSteady ? trial.reason : `with seed ${seed}${trial.reason ? `, ${trial.reason}` : ''}`,
    requests: sum((it) => it.requests),
    milliseconds: sum((it) => it.milliseconds),
  };
}
