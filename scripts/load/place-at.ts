import { objectOf, stringOf, type JsonObject } from '../base/json.ts';
import { pointerOf, valueAt, type Pointer } from '../base/json-pointer.ts';

/** A node of the bundle with the pointer at which its content stands. */
export interface NodePlace {
  readonly node: JsonObject;
  readonly pointer: Pointer;
}

/** Follows Reference Objects (OpenAPI 3.1.1, section 4.8.23) until there is content. */
export function placeAt(document: JsonObject, pointer: Pointer): NodePlace {
  const seen = new Set<Pointer>();
  for (let at = pointer; !seen.has(at);) {
    seen.add(at);
    const node = objectOf(valueAt(document, at));
    const ref = stringOf(node['$ref']);
    if (!ref?.startsWith('#')) return { node, pointer: at };
    at = pointerOf(ref);
  }
  return { node: {}, pointer };
}
