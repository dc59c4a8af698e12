import { arrayOf, isEqual, isObject, objectOf, textOf, type Json } from '../../base/json.ts';
import { matchesPattern } from '../../values/patterns.ts';
import { hasFormat } from './formats.ts';

const text = (holds: (length: number, said: number, value: string) => boolean) => {
  return (value: Json, said: Json) =>
    typeof value !== 'string' || holds(Array.from(value).length, Number(said), value);
};
const number = (holds: (value: number, said: number) => boolean) => (value: Json, said: Json) =>
  typeof value !== 'number' || holds(value, Number(said));
const list =
  (holds: (value: readonly Json[], said: Json) => boolean) => (value: Json, said: Json) =>
    !Array.isArray(value) || holds(arrayOf(value), said);
const object = (holds: (names: readonly string[], said: Json) => boolean) => {
  return (value: Json, said: Json) => !isObject(value) || holds(Object.keys(value), said);
};

/** Keywords that say something of a value by itself (JSON Schema 2020-12 validation, section 6). */
export const ASSERTIONS: Readonly<Record<string, (value: Json, said: Json) => boolean>> = {
  type: (value, said) => [said].flat().some((it) => isOfType(value, textOf(it))),
  enum: (value, said) => arrayOf(said).some((it) => isEqual(it, value)),
  const: (value, said) => isEqual(said, value),
  minLength: text((length, said) => length >= said),
  maxLength: text((length, said) => length <= said),
  // What nobody can decide in time is no deviation that a witness could show.
  pattern: (value, said) =>
    typeof value !== 'string' || matchesPattern(textOf(said), value) !== false,
  format: (value, said) => typeof value !== 'string' || hasFormat(textOf(said), value),
  minimum: number((value, said) => value >= said),
  maximum: number((value, said) => value <= said),
  exclusiveMinimum: number((value, said) => value > said),
  exclusiveMaximum: number((value, said) => value < said),
  multipleOf: number((value, said) => Math.abs(value / said - Math.round(value / said)) < 1e-9),
  minItems: list((value, said) => value.length >= Number(said)),
  maxItems: list((value, said) => value.length <= Number(said)),
  uniqueItems: list(
    (value, said) =>
      said !== true ||
      value.every((it, i) => !value.slice(0, i).some((other) => isEqual(it, other))),
  ),
  required: object((names, said) => arrayOf(said).every((it) => names.includes(textOf(it)))),
  minProperties: object((names, said) => names.length >= Number(said)),
  maxProperties: object((names, said) => names.length <= Number(said)),
  dependentRequired: object((names, said) =>
    Object.entries(objectOf(said)).every(
      ([name, needed]) =>
        !names.includes(name) || arrayOf(needed).every((it) => names.includes(textOf(it))),
    ),
  ),
};

function isOfType(value: Json, type: string): boolean {
  switch (type) {
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isObject(value);
    case 'integer':
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}
