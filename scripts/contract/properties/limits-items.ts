import * as fc from 'fast-check';
import type { ApiModel, Operation } from '../../model/api-model.ts';
import { isObject, objectOf, type Json } from '../../base/json.ts';
import { append, valueAt, type Pointer } from '../../base/json-pointer.ts';
import { exampleDrafts, jsonMedia, withItems, type Draft } from '../generation/draft.ts';
import { flatten } from '../../values/merge-schemas.ts';
import { numberAt } from '../../values/declared-types.ts';
import { judgeAccepted, judgeRejected } from '../judges/accepted.ts';
import type { Property } from '../property.ts';

/** Above this an array is too large to be sent whole. */
const MOST_ITEMS = 20_000;

export const limitsItems: Property = {
  id: 'limits.items',
  title: 'as many items as documented are accepted, and one more is refused',
  unless({ api, operation }) {
    return boundedArrays(api, operation).length > 0
      ? undefined
      : 'no array has a documented maximum';
  },
  async check({ api, operation, target, falsify }) {
    const [draft] = exampleDrafts(api, operation);
    if (!draft) return;
    for (const { at, maximum } of boundedArrays(api, operation)) {
      const item = smallestItem(draft, at);
      const sized = (length: number) => fc.constant(withItems(draft, at, item, length));
      for (const length of [maximum - 1, maximum]) {
        await falsify({
          drafts: sized(length),
          runs: 1,
          judge: (exchange) => judgeAccepted(api, target, operation, exchange, false),
        });
      }
      await falsify({
        drafts: sized(maximum + 1),
        runs: 1,
        judge: (exchange) => judgeRejected(api, target, operation, exchange),
      });
    }
  },
};

interface BoundedArray {
  readonly at: Pointer;
  readonly maximum: number;
}

function boundedArrays(api: ApiModel, operation: Operation): BoundedArray[] {
  const schema = jsonMedia(operation)?.schema;
  return schema ? [...arraysIn(api.document, valueAt(api.document, schema), '#')] : [];
}

function* arraysIn(document: Json, schema: Json | undefined, at: Pointer): Generator<BoundedArray> {
  if (!isObject(schema) || at.split('/').length > 4) return;
  const flat = flatten(document, schema);
  const maximum = numberAt(flat, 'maxItems');
  if (maximum !== undefined && maximum > 1 && maximum <= MOST_ITEMS) yield { at, maximum };
  for (const [name, property] of Object.entries(objectOf(flat['properties']))) {
    yield* arraysIn(document, property, append(at, name));
  }
}

/** The item to repeat: the example's own that takes the fewest bytes. */
function smallestItem(draft: Draft, at: Pointer): Json {
  const items = draft.body && valueAt(draft.body.value, at);
  if (!Array.isArray(items) || items.length === 0) return null;
  return (
    (items as readonly Json[]).toSorted((left, right) => sizeOf(left) - sizeOf(right))[0] ?? null
  );
}

function sizeOf(item: Json): number {
  return JSON.stringify(item).length;
}
