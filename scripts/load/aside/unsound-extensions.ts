import type { JsonObject } from '../../base/json.ts';
import { someObject } from '../../base/some-object.ts';
import { append, type Pointer } from '../../base/json-pointer.ts';
import { nodesOf } from '../../model/description-nodes.ts';
import { shapeFlawOf } from '../check-shape.ts';
import { EXTENSION_SHAPES } from '../extension-shapes.ts';

interface UnsoundExtension {
  readonly pointer: Pointer;
  /** Where in it the first thing stands that its shape does not allow. */
  readonly place: Pointer;
  readonly why: string;
}

/** The extensions that Kiln knows and that are not shaped as it knows them. */
export function* unsoundExtensions(document: JsonObject): Generator<UnsoundExtension> {
  if (!someObject(document, hasKnownExtension)) return;
  for (const { node, pointer } of nodesOf(document)) {
    for (const [name, value] of Object.entries(node)) {
      const shape = Object.hasOwn(EXTENSION_SHAPES, name) ? EXTENSION_SHAPES[name] : undefined;
      const flaw = shape && shapeFlawOf(name, value, shape);
      if (!flaw) continue;
      const at = append(pointer, name);
      yield {
        pointer: at,
        place: append(at, ...flaw.tokens),
        why: `${flaw.message}. ${flaw.hint}`,
      };
    }
  }
}

function hasKnownExtension(node: JsonObject): boolean {
  return Object.keys(node).some(
    (key) => key.startsWith('x-') && Object.hasOwn(EXTENSION_SHAPES, key),
  );
}
