import { isObject, textOf, type Json } from '../base/json.ts';
import { isInteger, isNumber } from './exact-numbers.ts';

export const TYPE_NAMES: readonly string[] = [
  'null',
  'boolean',
  'object',
  'array',
  'number',
  'string',
  'integer',
];

export function areTypes(names: readonly Json[]): boolean {
  return names.length > 0 && names.every((it) => TYPE_NAMES.includes(textOf(it)));
}

/** Whether values are of a type, made once for each. */
export function ofType(type: string): (value: Json) => boolean {
  switch (type) {
    case 'string':
      return (value) => typeof value === 'string';
    case 'object':
      return isObject;
    case 'array':
      return Array.isArray;
    case 'integer':
      return isInteger;
    case 'number':
      return isNumber;
    default:
      return (value) => isOfType(type, value);
  }
}

/** Types of JSON Schema (core, section 4.2.1); 1.0 is an integer as well (validation, section 6.1.1). */
export function isOfType(type: string, value: Json): boolean {
  switch (type) {
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isObject(value);
    case 'integer':
      return isInteger(value);
    case 'number':
      return isNumber(value);
    default:
      return typeof value === type;
  }
}
