import { arrayOf, isObject, objectOf, type Json, type JsonObject } from '../base/json.ts';
import { append, type Pointer } from '../base/json-pointer.ts';
import { accepts, isMatched } from './generate/accepts.ts';
import {
  belowOf,
  conjunctOf,
  followed,
  keyOf,
  memberOf,
  type Conjunct,
} from './generate/conjunct.ts';
import { mergeSchemas } from './merge-schemas.ts';
import { resolverOf, type Resolver } from './resolve.ts';

/** A place in a value, and the keywords that apply there. */
export interface Spot {
  readonly at: Pointer;
  readonly schema: JsonObject;
  /** Where the first of these keywords' schemas is written. */
  readonly pointer: Pointer;
  readonly value: Json;
}

/** Every place in a value that a schema says something about, the outer ones first. */
export function* spotsOf(document: Json, schema: Json | undefined, value: Json): Generator<Spot> {
  const resolver = resolverOf(document);
  yield* spotsIn(resolver, [conjunctOf(resolver, schema ?? true)], value, '#');
}

function* spotsIn(
  resolver: Resolver,
  conjuncts: readonly Conjunct[],
  value: Json,
  at: Pointer,
): Generator<Spot> {
  const applied = appliedTo(resolver, conjuncts, value);
  const [first] = applied;
  if (!first) return;
  const schema = applied.map(({ node }) => objectOf(node)).reduce(mergeSchemas, {});
  yield { at, schema, pointer: first.at, value };
  if (isObject(value)) {
    for (const [name, own] of Object.entries(value)) {
      const inner = applied.flatMap((it) => propertyIn(resolver, it, name));
      yield* spotsIn(resolver, inner, own, append(at, name));
    }
  } else if (Array.isArray(value)) {
    const prefix = Math.max(
      ...applied.map(({ node }) => arrayOf(objectOf(node)['prefixItems']).length),
    );
    for (const [index, item] of standingForAll(arrayOf(value), prefix)) {
      const inner = applied.flatMap((it) => itemIn(resolver, it, index));
      yield* spotsIn(resolver, inner, item, append(at, index));
    }
  }
}

/** Items of one schema that are looked at: more shapes than that say little new. */
const MOST_SHAPES = 3;

/** Those items of a list that stand for all: each with a schema of its own, of the others one of each shape. */
function standingForAll(
  items: readonly Json[],
  prefix: number,
): readonly (readonly [number, Json])[] {
  const seen = new Set<string>();
  return [...items.entries()].filter(([index, item]) => {
    if (index < prefix) return true;
    const shape = isObject(item) ? Object.keys(item).toSorted().join(' ') : '';
    return seen.size < MOST_SHAPES && !seen.has(shape) && seen.add(shape);
  });
}

/** The schemas that apply to a value: those of references, and of the branches that it is in, besides their own. */
function appliedTo(
  resolver: Resolver,
  conjuncts: readonly Conjunct[],
  value: Json,
): readonly Conjunct[] {
  const applied = new Map<string, Conjunct>();
  const queue = [...conjuncts];
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { node } = next;
    const key = keyOf(next);
    if (!isObject(node) || applied.has(key)) continue;
    applied.set(key, next);
    const conjunct = next;
    const child = (schema: Json | undefined, ...tokens: readonly (string | number)[]) =>
      belowOf(resolver, conjunct, schema, ...tokens);
    const isIn = (it: Conjunct) => accepts(resolver, it, value);
    for (const keyword of ['$ref', '$dynamicRef'] as const) {
      const target = followed(resolver, conjunct, keyword);
      if (target) queue.push(target);
    }
    queue.push(...arrayOf(node['allOf']).map((it, i) => child(it, 'allOf', i)));
    for (const keyword of ['oneOf', 'anyOf']) {
      const branch = arrayOf(node[keyword])
        .map((it, i) => child(it, keyword, i))
        .find(isIn);
      if (branch) queue.push(branch);
    }
    if ('if' in node) {
      const branch = isIn(child(node['if'], 'if')) ? 'then' : 'else';
      if (branch in node) queue.push(child(node[branch], branch));
    }
    for (const [name, it] of Object.entries(objectOf(node['dependentSchemas']))) {
      if (Object.hasOwn(objectOf(value), name)) queue.push(child(it, 'dependentSchemas', name));
    }
  }
  return [...applied.values()];
}

/** The schemas of a property: its own and those of its name's patterns, or that of all others. */
function propertyIn(resolver: Resolver, conjunct: Conjunct, name: string): Conjunct[] {
  const node = objectOf(conjunct.node);
  const own = memberOf(objectOf(node['properties']), name);
  const matching = Object.entries(objectOf(node['patternProperties'])).filter(([pattern]) =>
    isMatched(pattern, name),
  );
  const named = [
    ...(own === undefined ? [] : [belowOf(resolver, conjunct, own, 'properties', name)]),
    ...matching.map(([pattern, it]) =>
      belowOf(resolver, conjunct, it, 'patternProperties', pattern),
    ),
  ];
  return named.length > 0
    ? named
    : restIn(resolver, conjunct, ['additionalProperties', 'unevaluatedProperties']);
}

function itemIn(resolver: Resolver, conjunct: Conjunct, index: number): Conjunct[] {
  const own = arrayOf(objectOf(conjunct.node)['prefixItems'])[index];
  return own === undefined
    ? restIn(resolver, conjunct, ['items', 'unevaluatedItems'])
    : [belowOf(resolver, conjunct, own, 'prefixItems', index)];
}

function restIn(resolver: Resolver, conjunct: Conjunct, keywords: readonly string[]): Conjunct[] {
  const node = objectOf(conjunct.node);
  const keyword = keywords.find((it) => isObject(node[it]));
  return keyword === undefined ? [] : [belowOf(resolver, conjunct, node[keyword], keyword)];
}
