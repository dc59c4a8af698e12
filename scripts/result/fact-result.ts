import type { ApiModel } from '../model/api-model.ts';
import { citationsIn } from '../model/citations.ts';
import type { FactList, StatedFact } from '../model/stated-fact.ts';
import { valueProblems } from './value-problems.ts';

/** What became of the facts of one document. */
export interface FactAudit {
  readonly api: ApiModel;
  readonly list: FactList;
  readonly results: readonly FactResult[];
}

export interface FactResult {
  readonly fact: StatedFact;
  /** Why it is not found in the description; none where it is, or where nothing says where to look. */
  readonly missing: readonly string[];
  /** What the mock did otherwise; none where it behaves, or where nothing is tried. */
  readonly misbehaving: readonly string[];
}

/** Why the description, or the ledger beside it, does not say a fact where the list says that it does. */
export function missingOf({ described, claim }: StatedFact, api: ApiModel): string[] {
  const problems = valueProblems(api.document, described);
  if (claim === undefined) return problems;
  if (!api.ledger?.claims.has(claim)) return [...problems, `the ledger has no claim ${claim}`];
  const isOpen = api.ledger.claims.get(claim)?.status === 'unstated';
  const isCited = isOpen || [...citationsIn(api.document)].some(({ id }) => id === claim);
  return isCited ? problems : [...problems, `nothing rests on ${claim}`];
}

/** Whether a list says at all how its reader can see the fact. */
export function isShown({ described, claim, tried }: StatedFact): boolean {
  return described.length > 0 || claim !== undefined || tried.length > 0;
}

/** Whether a fact was found: where nothing points to it, the mock, which knows nothing else, has to show it. */
export function isFound({ fact, missing, misbehaving }: FactResult): boolean {
  const isPointedTo = fact.described.length > 0 || fact.claim !== undefined;
  return isShown(fact) && (isPointedTo ? missing.length === 0 : misbehaving.length === 0);
}

export function isBehaving({ fact, misbehaving }: FactResult): boolean {
  return fact.tried.length > 0 && misbehaving.length === 0;
}
