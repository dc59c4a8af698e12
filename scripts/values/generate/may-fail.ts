import { arrayOf, isObject, type Json } from '../../base/json.ts';
import type { Resolver } from '../resolve.ts';
import { isNumber } from '../exact-numbers.ts';
import { belowOf, followed, type Conjunct } from './conjunct.ts';
import { isAbout, typesAt, type ValueType } from './types.ts';

/** Schemas below one that are looked into; what is deeper may fail. */
const DEEPEST = 20;

/**
 * Whether a value of a type may fail a schema. Where not, the schema says nothing of that type, or only
 * that it is one: keywords apply to their own types (JSON Schema 2020-12, core, section 7.6.1).
 */
export function mayFail(
  resolver: Resolver,
  conjunct: Conjunct,
  type: ValueType,
  depth = DEEPEST,
): boolean {
  const { node } = conjunct;
  if (!isObject(node)) return node === false;
  if (depth === 0) return true;
  const below = (schema: Json | undefined, ...tokens: readonly (string | number)[]) =>
    mayFail(resolver, belowOf(resolver, conjunct, schema ?? true, ...tokens), type, depth - 1);
  return Object.entries(node).some(([keyword, value]): boolean => {
    switch (keyword) {
      case '$ref':
      case '$dynamicRef': {
        const target = followed(resolver, conjunct, keyword);
        return target !== undefined && mayFail(resolver, target, type, depth - 1);
      }
      case 'type':
        return !typesAt(node).includes(type);
      case 'allOf':
        return arrayOf(value).some((it, i) => below(it, keyword, i));
      case 'anyOf':
        return arrayOf(value).every((it, i) => below(it, keyword, i));
      case 'multipleOf':
        // Whole numbers are multiples of a half.
        if (type === 'integer' && isNumber(value) && Number.isInteger(1 / Number(value)))
          return false;
        return isAbout(keyword, type);
      case 'if':
        return below(node['then'], 'then') || below(node['else'], 'else');
      default:
        return ALWAYS.has(keyword) || keyword.startsWith(' ') || isAbout(keyword, type);
    }
  });
}

/** They can be failed by values of every type. */
const ALWAYS: ReadonlySet<string> = new Set(['const', 'enum', 'not', 'oneOf']);
