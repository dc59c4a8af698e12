import { nodesOf, type DescriptionNode } from '../model/description-nodes.ts';
import { objectOf, stringOf, type Json, type JsonObject } from '../base/json.ts';
import { append, pointerOf, tokensOf, valueAt, type Pointer } from '../base/json-pointer.ts';

/** The object at a pointer as it is written, a Reference Object included; an empty one for none. */
export function nodeAt(document: Json, pointer: Pointer): JsonObject {
  return objectOf(valueAt(document, pointer));
}

/** Where the local `$ref` of a node leads. */
export function referenceTarget(node: JsonObject): Pointer | undefined {
  const ref = stringOf(node['$ref']);
  return ref?.startsWith('#') ? pointerOf(ref) : undefined;
}

/** Where the content of a node stands, after all references that lead from it. */
export function resolve(document: Json, pointer: Pointer): Pointer {
  const seen = new Set<Pointer>();
  for (let at = pointer; !seen.has(at);) {
    seen.add(at);
    const target = referenceTarget(nodeAt(document, at));
    if (target === undefined) return at;
    at = target;
  }
  return pointer;
}

/** Where the content that a pointer into the dereferenced document names is written. */
export function resolveThrough(document: Json, pointer: Pointer): Pointer {
  return tokensOf(pointer).reduce<Pointer>(
    (at, token) => resolve(document, append(at, token)),
    '#',
  );
}

/** The schema at a pointer and all schemas it is made of, each once, references followed. */
export function* schemasFrom(
  document: Json,
  start: Pointer,
  seen = new Set<Pointer>(),
): Generator<DescriptionNode> {
  if (seen.has(start)) return;
  seen.add(start);
  for (const found of nodesOf(valueAt(document, start) ?? null, start, 'schema')) {
    if (!found.isSchema) continue;
    yield found;
    const target = referenceTarget(found.node);
    if (target !== undefined) yield* schemasFrom(document, target, seen);
  }
}
