import { arrayOf, isObject, type Json, type JsonObject } from '../base/json.ts';
import { parentOf, tokensOf, valueAt, type Pointer } from '../base/json-pointer.ts';

const EXTENSION = 'x-evidence';

/** Claims behind one keyword of a node: a list speaks for all keywords, a map for those it names. */
export function claimsFor(node: JsonObject, keyword: string): readonly string[] {
  const evidence = node[EXTENSION];
  return arrayOf(isObject(evidence) ? evidence[keyword] : evidence).map(String);
}

/** Whether a map names claims for that very keyword: a list cannot mean one that is not there. */
export function namesClaimFor(node: JsonObject, keyword: string): boolean {
  return !Array.isArray(node[EXTENSION]) && claimsFor(node, keyword).length > 0;
}

/** Whether the node names claims for itself, and not only for some of its keywords. */
export function isBacked(node: JsonObject): boolean {
  return arrayOf(node[EXTENSION]).length > 0;
}

/** Whether a keyword shuts out all values that the source does not name. */
export function isClosing(document: Json, schema: Pointer, keyword: string): boolean {
  if (keyword === 'additionalProperties' || keyword === 'unevaluatedProperties') return true;
  if (keyword !== 'enum') return false;
  const siblings = valueAt(document, parentOf(schema));
  if (tokensOf(parentOf(schema)).at(-1) !== 'anyOf') return true;
  // Beside an alternative that takes any value, the list only makes suggestions.
  return arrayOf(siblings).every((it) => isObject(it) && ('enum' in it || 'const' in it));
}
