import { isEqual, isObject, textOf, type Json } from '../base/json.ts';
import { valueAt } from '../base/json-pointer.ts';
import type { ValueCheck } from '../model/stated-fact.ts';

/** What a value lacks of what is asked of it, one sentence each; none where it has all. */
export function valueProblems(value: Json | undefined, checks: readonly ValueCheck[]): string[] {
  return checks.flatMap((check) => {
    const found = value === undefined ? undefined : valueAt(value, check.at);
    if (check.isAbsent === true) return found === undefined ? [] : [`${check.at} is there`];
    if (found === undefined) return [`${check.at} is not there`];
    const lack = lackOf(found, check);
    return lack === undefined ? [] : [`${check.at} is ${shorten(textOf(found))}, ${lack}`];
  });
}

function lackOf(found: Json, check: ValueCheck): string | undefined {
  const { is, isNot, has, lacks, matches, type, count } = check;
  if (is !== undefined && !isEqual(found, is)) return `not ${shorten(textOf(is))}`;
  if (isNot !== undefined && isEqual(found, isNot)) return 'which it may not be';
  if (has !== undefined && !holds(found, has)) return `without ${shorten(textOf(has))}`;
  if (lacks !== undefined && holds(found, lacks)) return `with ${shorten(textOf(lacks))}`;
  if (
    matches !== undefined &&
    !(typeof found === 'string' && new RegExp(matches, 'u').test(found))
  ) {
    return `which does not match ${matches}`;
  }
  if (type !== undefined && !isOfType(found, type)) return `which is no ${type}`;
  const size = sizeOf(found);
  if (count !== undefined && size !== count) return `which has ${size ?? 'no'} items, not ${count}`;
  return undefined;
}

/** A text holds a part, a list an item, an object members; an object as an item may have more. */
function holds(whole: Json, part: Json): boolean {
  if (typeof whole === 'string') return typeof part === 'string' && whole.includes(part);
  if (Array.isArray(whole)) {
    return (whole as readonly Json[]).some(
      (item) => isEqual(item, part) || (isObject(item) && isObject(part) && holds(item, part)),
    );
  }
  if (!isObject(whole) || !isObject(part)) return false;
  return Object.entries(part).every(([name, wanted]) => {
    const own = Object.hasOwn(whole, name) ? whole[name] : undefined;
    if (own === undefined) return false;
    return isEqual(own, wanted) || (isObject(own) && isObject(wanted) && holds(own, wanted));
  });
}

function isOfType(value: Json, type: NonNullable<ValueCheck['type']>): boolean {
  if (value === null) return type === 'null';
  if (Array.isArray(value)) return type === 'array';
  if (type === 'integer') return Number.isInteger(value) || typeof value === 'bigint';
  if (type === 'number') return typeof value === 'number' || typeof value === 'bigint';
  return typeof value === type;
}

function sizeOf(value: Json): number | undefined {
  if (Array.isArray(value)) return value.length;
  return isObject(value) ? Object.keys(value).length : undefined;
}

function shorten(text: string): string {
  return text.length <= 120 ? text : `${text.slice(0, 119)}…`;
}
