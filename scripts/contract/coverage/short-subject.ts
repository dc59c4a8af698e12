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
export function fullSubject({ pointer }: Operation, short: string): string {
  return short.startsWith(HERE) ? `${parentOf(pointer)}${short.slice(HERE.length)}` : short;
}
