import { parentOf } from '../base/json-pointer.ts';
import type { Violation } from './contract-run.ts';

type Said = Pick<Violation, 'message' | 'proof'>;

/**
 * Whether an answer breaks a clause of a schema because its value is of another type, which the `type` beside it says
 * already: `null` is no value of an `enum` either (JSON Schema 2020-12, validation, section 6.1).
 */
export function isOfWrongType(violation: Said, other: Said): boolean {
  const [keyword, reason] = [brokenBy(violation), brokenBy(other)];
  if (keyword === undefined || keyword === 'type' || reason !== 'type') return false;
  const isBeside = parentOf(violation.proof.clause) === parentOf(other.proof.clause);
  return isBeside && valueSeen(violation) === valueSeen(other);
}

/** The keyword that an answer breaks: `enum` of `answers 200 with a body that breaks enum`. */
function brokenBy({ message }: Said): string | undefined {
  return /^(?:answers|sends) .* breaks (\w+)$/.exec(message)?.[1];
}

/** What stands where: `body/#/status is null`, in whichever item of a list. */
function valueSeen({ proof }: Said): string {
  return proof.seen.split(': ', 1)[0]?.replaceAll(/\/\d+(?=[/\s])/g, '/#') ?? '';
}
