import type { Cause } from './causes.ts';
import type { Violation } from './contract-run.ts';

/** Fields that a title names. */
const MOST_NAMED = 3;
/** `body/parcels/0/grams is …`: how what was seen begins where it is about a part of a body. */
const PLACE = /^body((?:\/[^\s/:]+)+)(?=[\s:])/;

/** What is wrong, in one line, with the field that it is wrong with: `answers 200 with a body that breaks type: parcels/grams`. */
export function findingTitle({ first, violations }: Pick<Cause, 'first' | 'violations'>): string {
  const fields = [...new Set(violations.flatMap((it) => fieldOfViolation(it) ?? []))];
  const told = fields.slice(0, MOST_NAMED).filter((it) => !first.message.includes(it));
  if (told.length === 0) return first.message;
  const more = fields.length > MOST_NAMED ? `, ${fields.length - MOST_NAMED} more` : '';
  return `${first.message}: ${told.join(', ')}${more}`;
}

/** The field of a body that a violation is about, without the numbers of items; undefined where it is about none. */
export function fieldOfViolation({ proof }: Pick<Violation, 'proof'>): string | undefined {
  const place = PLACE.exec(proof.seen)?.[1];
  const names = place?.split('/').filter((it) => it !== '' && !/^\d+$/.test(it)) ?? [];
  return names.length === 0 ? undefined : names.join('/');
}
