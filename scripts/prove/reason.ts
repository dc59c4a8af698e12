import type { Violation } from '../result/contract-run.ts';
import type { Pointer } from '../base/json-pointer.ts';
import type { KillRule, SeededFault } from '../result/fault-trial.ts';

/**
 * Properties that look for each family of faults, by the first word of their ids, the likeliest first.
 * They are tried first, and what they report is about the fault even where they blame another clause.
 */
const KINDRED: Readonly<Record<string, readonly string[]>> = {
  body: ['conformance'],
  status: ['conformance', 'envelope', 'input', 'auth', 'method', 'media'],
  header: ['conformance', 'auth', 'method'],
  method: ['method', 'envelope'],
  input: ['input', 'limits', 'media', 'envelope', 'encoding', 'coding'],
  access: ['auth', 'session', 'conformance'],
  envelope: ['envelope', 'auth', 'input', 'conformance', 'method', 'media', 'rate'],
  size: ['limits'],
  rate: ['rate'],
  session: ['session', 'auth'],
  progress: ['async', 'conformance'],
  lifecycle: ['deprecation', 'lifecycle', 'conformance'],
  encoding: ['conformance', 'encoding', 'coding'],
  paging: ['paging', 'pagination'],
  state: ['state', 'http'],
  repeat: ['http', 'state'],
  condition: ['http'],
  webhook: ['webhook'],
};

/** The properties in the order in which they are likely to see a fault. */
export function inLikelyOrder(family: string, properties: readonly string[]): readonly string[] {
  const kindred = KINDRED[family] ?? [];
  const rank = (property: string) => {
    const at = kindred.indexOf(familyOf(property));
    return at < 0 ? kindred.length : at;
  };
  return properties.toSorted((left, right) => rank(left) - rank(right));
}

/**
 * By what a violation is about a fault and not about something else that it upsets: it blames a clause
 * of the fault or of its witness, one below or around it, or at least its property is made for the
 * fault's family. Undefined where it is not.
 */
export function ruleFor(
  { property, proof }: Violation,
  fault: SeededFault,
  witnessed: readonly Pointer[],
): KillRule | undefined {
  const clauses = [...witnessed, ...(fault.clause === undefined ? [] : [fault.clause])];
  if (clauses.some((clause) => isAbout(proof.clause, clause))) return 'clause';
  return KINDRED[fault.family]?.includes(familyOf(property)) ? 'family' : undefined;
}

/** Whether one clause is the other, or stands below it. */
function isAbout(left: Pointer, right: Pointer): boolean {
  const [shorter, longer] = left.length < right.length ? [left, right] : [right, left];
  // What stands around everything is about nothing.
  const isNarrow = !/^#(\/(paths|components(\/[^/]+)?))?$/.test(shorter);
  return left === right || (isNarrow && longer.startsWith(`${shorter}/`));
}

function familyOf(property: string): string {
  return property.split('.', 1)[0] ?? property;
}
