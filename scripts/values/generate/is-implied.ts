import {
  arrayOf,
  isEqual,
  isObject,
  objectOf,
  textOf,
  type Json,
  type JsonObject,
} from '../../base/json.ts';
import type { Resolver } from '../resolve.ts';
import { isNumber } from '../exact-numbers.ts';
import { isAmong } from './accepts.ts';
import { belowOf, followed, keyOf, type Conjunct } from './conjunct.ts';
import { surely, together, type Holding } from './holding.ts';
import { choicesAt } from './listed-choices.ts';
import { itemOf, propertyOf, requiredOf } from './members.ts';
import { isAbout, TYPES, typesAt, type ValueType } from './types.ts';

/** Schemas that are looked into for an answer; of what is beyond nothing is said. */
const MOST_STEPS = 1_000;

/**
 * Whether a schema holds wherever others do, which then nothing can deny: where it only says again
 * what they say, in whatever words. Never said of one that does not.
 */
export function isImplied(
  resolver: Resolver,
  holding: Holding,
  conjunct: Conjunct,
  effort: Effort = { left: MOST_STEPS },
): boolean {
  const { node } = conjunct;
  if (holding.types.length === 0) return true;
  if (!isObject(node)) return node !== false;
  const key = keyOf(conjunct);
  if (holding.parts.some((it) => keyOf(it) === key)) return true;
  effort.left -= 1;
  // What a `$dynamicRef` says depends on the way to it.
  if (effort.left <= 0 || resolver.isDynamic) return false;
  const inside = { resolver, holding, conjunct, effort };
  return Object.entries(node).every(
    ([keyword, value]) => isSaidAgain(inside, keyword, value) || isSaid(inside, keyword, value),
  );
}

interface Inside {
  readonly resolver: Resolver;
  readonly holding: Holding;
  readonly conjunct: Conjunct;
  readonly effort: Effort;
}

interface Effort {
  left: number;
}

/** By what its keyword means. */
function isSaid(inside: Inside, keyword: string, value: Json): boolean {
  const { resolver, holding, conjunct, effort } = inside;
  const { parts, types } = holding;
  const below = (schema: Json | undefined, ...tokens: readonly (string | number)[]) =>
    isImplied(resolver, holding, belowOf(resolver, conjunct, schema, ...tokens), effort);
  switch (keyword) {
    case '$ref': {
      const target = followed(resolver, conjunct, keyword);
      return target !== undefined && isImplied(resolver, holding, target, effort);
    }
    case 'allOf':
      return arrayOf(value).every((it, i) => below(it, keyword, i));
    case 'anyOf':
      return arrayOf(value).some((it, i) => below(it, keyword, i));
    case 'type': {
      const allowed = typesAt({ type: value });
      return types.every((it) => allowed.includes(it));
    }
    case 'const':
    case 'enum': {
      const allowed = keyword === 'const' ? [value] : arrayOf(value);
      const lists = parts.flatMap(({ node }) => choicesAt(node));
      return lists.some((list) => list.every((it) => isAmong(allowed, it)));
    }
    case 'properties':
      return isNever('object', types) || arePropertiesSaid(inside, Object.entries(objectOf(value)));
    case 'required': {
      if (isNever('object', types)) return true;
      const required = requiredOf({ parts });
      return arrayOf(value).every((it) => required.has(textOf(it)));
    }
    case 'items': {
      if (isNever('array', types)) return true;
      if (arrayOf(objectOf(conjunct.node)['prefixItems']).length > 0) return false;
      const prefix = Math.max(0, ...parts.map(({ node }) => arrayOf(node['prefixItems']).length));
      const wanted = belowOf(resolver, conjunct, value, keyword);
      const items = Array.from({ length: prefix + 1 }, (_, index) =>
        itemOf(resolver, surely(parts), index),
      );
      return items.every((it) => isImplied(resolver, together(resolver, it), wanted, effort));
    }
    case 'additionalProperties':
      return isNever('object', types) || areOthersSaid(inside, value);
    case 'unevaluatedProperties':
    case 'unevaluatedItems':
      return value === true || (isObject(value) && Object.keys(value).length === 0);
    default:
      if (Object.hasOwn(BOUNDS, keyword) && isNumber(value)) {
        const isTighter = BOUNDS[keyword];
        const said = parts.map(({ node }) => node[keyword]).filter(isNumber);
        if (said.some((it) => isTighter?.(it, value))) return true;
      }
      return !OPAQUE.has(keyword) && !keyword.startsWith(' ') && isNeverAbout(keyword, types);
  }
}

type Compare = (said: number | bigint, wanted: number | bigint) => boolean;
const isAtLeast: Compare = (said, wanted) => said >= wanted;
const isAtMost: Compare = (said, wanted) => said <= wanted;
const BOUNDS: Readonly<Record<string, Compare>> = {
  minimum: isAtLeast,
  exclusiveMinimum: isAtLeast,
  minLength: isAtLeast,
  minItems: isAtLeast,
  minProperties: isAtLeast,
  maximum: isAtMost,
  exclusiveMaximum: isAtMost,
  maxLength: isAtMost,
  maxItems: isAtMost,
  maxProperties: isAtMost,
};

function isNever(type: ValueType, types: readonly ValueType[]): boolean {
  return !types.includes(type);
}

function arePropertiesSaid(
  { resolver, holding: { parts }, conjunct, effort }: Inside,
  properties: readonly (readonly [name: string, schema: Json])[],
): boolean {
  return properties.every(([name, schema]) => {
    const wanted = belowOf(resolver, conjunct, schema, 'properties', name);
    const own = together(resolver, propertyOf(resolver, surely(parts), name));
    return isImplied(resolver, own, wanted, effort);
  });
}

/** Whether every name that a schema leaves to `additionalProperties` is left to one that says as much. */
function areOthersSaid({ resolver, holding, conjunct, effort }: Inside, others: Json): boolean {
  const named = namesIn(objectOf(conjunct.node));
  const wanted = belowOf(resolver, conjunct, others, 'additionalProperties');
  if (isImplied(resolver, { parts: [], types: TYPES }, wanted, effort)) return true;
  return holding.parts.some((part) => {
    const said = part.node['additionalProperties'];
    if (said === undefined || ![...namesIn(part.node)].every((it) => named.has(it))) return false;
    const own = together(resolver, [belowOf(resolver, part, said, 'additionalProperties')]);
    return isImplied(resolver, own, wanted, effort);
  });
}

/** The names and the patterns of names that a schema has own schemas for. */
function namesIn({ properties, patternProperties }: JsonObject): ReadonlySet<string> {
  const patterns = Object.keys(objectOf(patternProperties)).map((it) => `/${it}`);
  return new Set([...Object.keys(objectOf(properties)).map((it) => `.${it}`), ...patterns]);
}

/** Keywords that mean something with others beside them. */
const TANGLED: ReadonlySet<string> = new Set([
  'if',
  'then',
  'else',
  'items',
  'contains',
  'minContains',
  'maxContains',
  'additionalProperties',
]);
/** Keywords of which nothing is said where they do not stand in the same words. */
const OPAQUE: ReadonlySet<string> = new Set([
  ...TANGLED,
  'unevaluatedProperties',
  'unevaluatedItems',
  'not',
  'oneOf',
  '$dynamicRef',
  'dependentSchemas',
]);

function isNeverAbout(keyword: string, types: readonly ValueType[]): boolean {
  return !types.some((it) => isAbout(keyword, it));
}

/** In the same words: a part has the keyword with the same value, or is the same as a whole. */
function isSaidAgain(
  { resolver, holding, conjunct }: Inside,
  keyword: string,
  value: Json,
): boolean {
  const resource = resolver.resourceAt(conjunct.at);
  return holding.parts.some((part) => {
    const said = part.node[keyword];
    // What is unevaluated depends on everything around.
    if (said === undefined || keyword.startsWith('unevaluated')) return false;
    if (resolver.resourceAt(part.at) !== resource) return false;
    if (!TANGLED.has(keyword)) return isEqual(said, value);
    const own = objectOf(conjunct.node);
    return [...TANGLED, 'properties', 'patternProperties', 'prefixItems'].every((it) =>
      isEqual(own[it] ?? null, part.node[it] ?? null),
    );
  });
}
