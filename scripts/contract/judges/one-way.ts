import type { ApiModel } from '../../model/api-model.ts';
import { arrayOf, objectOf, type Json } from '../../base/json.ts';
import type { Pointer } from '../../base/json-pointer.ts';
import { placesBelow, wholeOf, type Places } from '../../values/applicable.ts';

/** Which way a property does not go: `readOnly` not into a request, `writeOnly` not into an answer. */
export type OneWay = 'readOnly' | 'writeOnly';

/** Whether a value, or anything in it, is of a property that goes one way only (JSON Schema validation, section 9.4). */
export function holdsOneWay(
  { document }: ApiModel,
  schema: Pointer,
  value: Json,
  oneWay: OneWay,
): boolean {
  const search = (places: Places, node: Json): boolean => {
    if (places.length === 0) return false;
    if (places.some((it) => objectOf(it.node)[oneWay] === true)) return true;
    const children = Array.isArray(node)
      ? [...arrayOf(node).entries()]
      : Object.entries(objectOf(node));
    return children.some(([key, child]) => search(placesBelow(document, places, key), child));
  };
  return search(wholeOf(document, schema), value);
}
