import { isObject, type Json } from '../base/json.ts';
import { isInteger, isNumber } from './exact-numbers.ts';

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
