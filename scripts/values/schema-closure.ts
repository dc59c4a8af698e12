import { arrayOf, isObject, objectOf, type Json } from '../base/json.ts';
import { append } from '../base/json-pointer.ts';
import type { Place, Resolver } from './resolve.ts';

/** The schemas that a schema applies to the same value (JSON Schema 2020-12, core, sections 8.2.3 and 10.2). */
export function* inPlaceOf(resolver: Resolver, { node, pointer }: Place): Generator<Place> {
  if (!isObject(node)) return;
  for (const keyword of ['$ref', '$dynamicRef']) {
    const said = node[keyword];
    const place = typeof said === 'string' ? resolver.follow(said, pointer) : undefined;
    if (place) yield place;
  }
  for (const keyword of ['allOf', 'anyOf', 'oneOf']) {
    for (const [index, branch] of arrayOf(node[keyword]).entries()) {
      yield { node: branch, pointer: append(pointer, keyword, index) };
    }
  }
  for (const keyword of ['if', 'then', 'else', 'not']) {
    if (Object.hasOwn(node, keyword)) yield below({ node, pointer }, keyword);
  }
  for (const name of Object.keys(objectOf(node['dependentSchemas']))) {
    yield below({ node, pointer }, 'dependentSchemas', name);
  }
}

/** A schema and all that apply to the same value with it, each once. */
export function schemaClosure(resolver: Resolver, places: readonly Place[]): readonly Place[] {
  const known = new Map(places.map((place) => [place.pointer, place]));
  // What is added while it runs is walked as well.
  for (const place of known.values()) {
    for (const next of inPlaceOf(resolver, place)) {
      if (!known.has(next.pointer)) known.set(next.pointer, next);
    }
  }
  return [...known.values()];
}

function below({ node, pointer }: Place, ...tokens: readonly string[]): Place {
  const inner = tokens.reduce<Json>((at, token) => objectOf(at)[token] ?? null, node);
  return { node: inner, pointer: append(pointer, ...tokens) };
}
