import * as fc from 'fast-check';
import { isJsonType } from '../../base/media-type.ts';
import type { Json } from '../../base/json.ts';
import { valueAt } from '../../base/json-pointer.ts';
import type { ApiModel, Operation } from '../../model/api-model.ts';
import { perOperation } from '../../model/per-operation.ts';
import { spotsOf, type Spot } from '../../values/effective-schema.ts';
import { partsOf, withChange } from './change.ts';
import { charactersOf, validDraft, type Draft } from './draft.ts';
import { placesFor } from './with-each.ts';

/** Generated bodies among which lists are looked for, and requests that are made of them. */
const SAMPLES = 16;
const MOST = 2;

/**
 * Requests whose lists have nothing in them, where that is allowed: who makes something of no items seldom has
 * thought of reading it. All else is made up, so that each is about something new.
 */
export const emptyDrafts = perOperation((api, operation): readonly Draft[] =>
  fc
    .sample(validDraft(api, operation), { seed: 5, numRuns: SAMPLES })
    .flatMap((draft) => withEmptyLists(api, operation, draft) ?? [])
    // What says most first: an empty name is refused for itself.
    .toSorted((one, other) => charactersOf(other) - charactersOf(one))
    .slice(0, MOST),
);

/** A draft in whose body all lists are empty that may be; undefined where none is. */
function withEmptyLists(api: ApiModel, operation: Operation, draft: Draft): Draft | undefined {
  const part = partsOf(operation, draft).find(({ media }) => media && isJsonType(media.mediaType));
  if (!part || draft.body?.file !== undefined) return undefined;
  const schema = part.schema && valueAt(api.document, part.schema);
  const spots = outermostLists([...spotsOf(api.document, schema, part.value)]);
  const isValid = (whole: Json) =>
    !part.schema || api.schemas.check(part.schema, whole, 'request').length === 0;
  const { whole, spots: emptied } = placesFor([], part.value, spots, isValid);
  if (emptied.length === 0) return undefined;
  return withChange(draft, { part, keyword: 'minItems', at: '#', value: whole });
}

/** Lists with something in them that are in no other one. */
function outermostLists(spots: readonly Spot[]): Spot[] {
  const lists: Spot[] = [];
  for (const spot of spots) {
    const isFull = Array.isArray(spot.value) && spot.value.length > 0;
    if (isFull && !lists.some(({ at }) => spot.at.startsWith(`${at}/`))) lists.push(spot);
  }
  return lists;
}
