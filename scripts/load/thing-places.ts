import { arrayOf, isObject, objectOf, type Json, type JsonObject } from '../base/json.ts';
import type { MediaType, Operation } from '../model/api-model.ts';
import { successOf } from '../model/documented-response.ts';
import { isJsonType, servedAs } from '../base/media-type.ts';
import { append, pointerOf, valueAt, type Pointer } from '../base/json-pointer.ts';
import { shapeAt, shapeOf } from '../values/schema-shape.ts';
import { isNamedAfter } from '../model/id-property.ts';

/** Names of properties that only hold what an answer or a body is about. */
const WRAPPERS =
  /^_?(data|result|results|response|payload|item|items|record|records|entity|object|resource|resources|content|entries|values|rows|list|embedded)$/i;

/** Where in values of a schema a thing stands: at the root, or in the one property that wraps it. */
export function thingPlace(
  document: JsonObject,
  schema: Pointer | undefined,
  segment: string,
  isThing: (properties: JsonObject) => boolean,
): Pointer | undefined {
  if (schema === undefined || isList(document, valueAt(document, schema))) return undefined;
  const { properties } = shapeAt(document, schema, '#');
  if (isThing(properties)) return '#';
  const wrappers = Object.keys(properties).filter(
    (name) =>
      isWrapper(name, segment) &&
      !isList(document, properties[name]) &&
      isThing(shapeOf(document, properties[name]).properties),
  );
  return wrappers.length === 1 ? append('#', wrappers[0] ?? '') : undefined;
}

/** Where in values of a schema a list of things stands: at the root, or in one property, itself wrapped at most once. */
export function listPlace(
  document: JsonObject,
  schema: Pointer | undefined,
  segment: string,
  isThing: (properties: JsonObject) => boolean,
): Pointer | undefined {
  if (schema === undefined) return undefined;
  const found = listsIn(document, valueAt(document, schema), '#', 2, (name, node) => {
    const items = shapeOf(document, node).items;
    return {
      fits: isThing(shapeOf(document, items).properties),
      isNamed: isWrapper(name, segment),
    };
  });
  if (found.length === 1) return found[0]?.at;
  const named = found.filter(({ isNamed }) => isNamed);
  return named.length === 1 ? named[0]?.at : undefined;
}

interface FoundList {
  readonly at: Pointer;
  readonly isNamed: boolean;
}

function listsIn(
  document: JsonObject,
  node: Json | undefined,
  at: Pointer,
  depth: number,
  look: (name: string, node: Json) => { readonly fits: boolean; readonly isNamed: boolean },
): readonly FoundList[] {
  const name = at.slice(at.lastIndexOf('/') + 1);
  if (isList(document, node)) {
    const { fits, isNamed } = look(name, node ?? null);
    return fits ? [{ at, isNamed }] : [];
  }
  const isOutside = at !== '#' && !WRAPPERS.test(name);
  if (depth === 0 || isOutside) return [];
  return Object.entries(shapeOf(document, node).properties).flatMap(([inner, it]) =>
    isList(document, it) || depth > 1
      ? listsIn(document, it, append(at, inner), depth - 1, look)
      : [],
  );
}

function isWrapper(name: string, segment: string): boolean {
  return WRAPPERS.test(name) || isNamedAfter(name.toLowerCase(), segment);
}

/** Whether a schema is of lists: it says what items are like, and of properties nothing. */
function isList(document: JsonObject, schema: Json | undefined): boolean {
  const { items, properties } = shapeOf(document, schema);
  return items !== undefined && Object.keys(properties).length === 0;
}

/** The schema that a schema stands for by references alone, by which two places say the same of values. */
export function namedSchema(document: JsonObject, node: Json | undefined): string | undefined {
  let name: string | undefined;
  for (let at = node, left = 20; left > 0 && isObject(at); left -= 1) {
    const { $ref } = objectOf(at);
    if (typeof $ref !== 'string') break;
    name = pointerOf($ref);
    at = valueAt(document, pointerOf($ref));
  }
  return name;
}

/** The types that a schema allows, its references and parts with it; undefined where it says nothing of them. */
export function typesOf(
  document: JsonObject,
  schema: Json | undefined,
  deepest = 8,
): ReadonlySet<Json> | undefined {
  if (!isObject(schema) || deepest === 0) return undefined;
  const { $ref, type, allOf, anyOf, oneOf } = schema;
  const target = typeof $ref === 'string' ? valueAt(document, pointerOf($ref)) : undefined;
  const parts = [target, ...[allOf, anyOf, oneOf].flatMap(arrayOf)];
  const told = [
    ...(type === undefined ? [] : [type].flat()),
    ...parts.flatMap((part) => [...(typesOf(document, part, deepest - 1) ?? [])]),
  ];
  return told.length === 0 ? undefined : new Set(told);
}

/** Whether what a path says can be what a property holds: text as text, digits as a number. */
export function isSameKind(
  document: JsonObject,
  parameter: Pointer | undefined,
  property: Json | undefined,
): boolean {
  const given = typesOf(document, parameter && valueAt(document, parameter)) ?? SCALAR;
  const held = typesOf(document, property) ?? SCALAR;
  if (given.has('string')) return held.has('string') || isNumeric(held);
  return isNumeric(given) && isNumeric(held);
}

function isNumeric(types: ReadonlySet<Json>): boolean {
  return types.has('integer') || types.has('number');
}

const SCALAR: ReadonlySet<Json> = new Set(['string', 'integer']);

/** The JSON of an operation's success. */
export function jsonAnswerOf(operation: Operation): MediaType | undefined {
  return successOf(operation)?.response.content.find((it) => isJsonType(servedAs(it.mediaType)));
}
