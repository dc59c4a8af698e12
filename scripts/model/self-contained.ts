import { isObject, type Json, type JsonObject } from '../base/json.ts';

/**
 * A copy of a bundled document in which nothing leads elsewhere. Programs that are handed one would read files or
 * call hosts wherever something looks like a reference: in examples, in `externalValue`, in a discriminator.
 */
export function selfContained(document: JsonObject): JsonObject {
  return copyMembers(document);
}

function copy(node: Json): Json {
  if (Array.isArray(node)) return (node as readonly Json[]).map(copy);
  return isObject(node) ? copyMembers(node) : node;
}

function copyMembers(node: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(node).flatMap(([key, child]): [string, Json][] => {
      const isOut =
        typeof child === 'string' &&
        ((key === '$ref' && !child.startsWith('#')) || key === 'externalValue');
      if (isOut) return [];
      return [[key, key === 'mapping' && isObject(child) ? copyMapping(child) : copy(child)]];
    }),
  );
}

function copyMapping(mapping: JsonObject): JsonObject {
  const entries = Object.entries(mapping).map(([key, child]): [string, Json] => [key, copy(child)]);
  return Object.fromEntries(
    entries.filter(([, it]) => typeof it !== 'string' || it.startsWith('#') || !ELSEWHERE.test(it)),
  );
}

const ELSEWHERE = /[:/]|\.(?:ya?ml|json)$/i;
