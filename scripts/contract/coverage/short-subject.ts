import { parentOf } from '../../base/json-pointer.ts';
import type { Operation } from '../../model/api-model.ts';

/** Stands for the place of an operation's path in a subject that is a pointer. */
const HERE = '#…';

/**
 * A subject without the path that all of an operation have: each check says what it has seen of hundreds, and a
 * path may be long.
 */
export function shortSubject({ pointer }: Operation, subject: string): string {
  const place = parentOf(pointer);
  return subject.startsWith(place) ? `${HERE}${subject.slice(place.length)}` : subject;
}

/** The subject that was made short. */
function fullSubject({ pointer }: Operation, short: string): string {
  return short.startsWith(HERE) ? `${parentOf(pointer)}${short.slice(HERE.length)}` : short;
}

/** Characters that the place of an operation may have in a report that names it hundreds of times. */
const LONGEST = 1000;

/** A subject as reports have it: whole, unless the path that it begins with is longer than anybody reads. */
export function toldSubject(operation: Operation, subject: string): string {
  return parentOf(operation.pointer).length > LONGEST
    ? shortSubject(operation, subject)
    : fullSubject(operation, subject);
}
