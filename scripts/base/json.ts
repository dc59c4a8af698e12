/** What a JSON text can say (RFC 8259); an integer that a double cannot hold is a bigint. */
export type Json = null | boolean | number | bigint | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

export function isObject(value: unknown): value is JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** The value when it is an object, else an empty one: lets a reader walk documents of any shape. */
export function objectOf(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

export function arrayOf(value: unknown): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

export function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The texts of a list; numbers and truth values as they are spelled, and what is no text left out. */
export function stringsOf(value: unknown): string[] {
  return arrayOf(value).flatMap((it) =>
    it === null || typeof it === 'object' ? [] : [String(it)],
  );
}

/** A string as it is, anything else as its JSON text, nothing as the empty string. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

/** Equality of JSON Schema 2020-12, section 4.2.2: property order is irrelevant, 1 equals 1.0. */
export function isEqual(left: Json, right: Json): boolean {
  if (left === right) return true;
  // A double and a bigint are compared by their mathematical values, and never with a text's digits.
  if (isNumeric(left) || isNumeric(right)) {
    return isNumeric(left) && isNumeric(right) && left == right;
  }
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((item, i) => isEqual(item, right[i] ?? null));
  }
  if (!isObject(left) || !isObject(right)) return false;
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && isEqual(left[key] ?? null, right[key] ?? null))
  );
}

function isNumeric(value: Json): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint';
}
