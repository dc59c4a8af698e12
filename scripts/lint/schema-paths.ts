import { arrayOf, isObject, type Json } from '../base/json.ts';
import { append, tokensOf, type Pointer } from '../base/json-pointer.ts';
import { nodeAt, resolve } from './references.ts';

/** The schemas that describe what stands at a place in the values of a schema; none where it names no such place. */
export function schemasAt(document: Json, schema: Pointer, place: Pointer): readonly Pointer[] {
  return tokensOf(place).reduce<readonly Pointer[]>(
    (schemas, token) => schemas.flatMap((it) => [...childrenOf(document, it, token)]),
    [schema],
  );
}

function* childrenOf(document: Json, schema: Pointer, token: string): Generator<Pointer> {
  for (const branch of branchesOf(document, schema, new Set())) {
    const { properties, items, additionalProperties } = nodeAt(document, branch);
    if (isObject(properties) && Object.hasOwn(properties, token)) {
      yield append(branch, 'properties', token);
    } else if (isObject(items) && /^\d+$/.test(token)) {
      yield append(branch, 'items');
    } else if (isObject(additionalProperties)) {
      yield append(branch, 'additionalProperties');
    }
  }
}

/** The schema and those that apply to the same value (JSON Schema 2020-12, section 10.2). */
function* branchesOf(document: Json, schema: Pointer, seen: Set<Pointer>): Generator<Pointer> {
  const at = resolve(document, schema);
  if (seen.has(at)) return;
  seen.add(at);
  yield at;
  const node = nodeAt(document, at);
  for (const keyword of ['allOf', 'anyOf', 'oneOf']) {
    for (const index of arrayOf(node[keyword]).keys()) {
      yield* branchesOf(document, append(at, keyword, index), seen);
    }
  }
  for (const keyword of ['if', 'then', 'else']) {
    if (keyword in node) yield* branchesOf(document, append(at, keyword), seen);
  }
}
