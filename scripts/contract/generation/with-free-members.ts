import { isObject, type Json } from '../../base/json.ts';
import { append, valueAt } from '../../base/json-pointer.ts';
import { isJsonType } from '../../base/media-type.ts';
import type { ApiModel } from '../../model/api-model.ts';
import { spotsOf, type Spot } from '../../values/effective-schema.ts';
import { withChange, type Part } from './change.ts';
import type { Draft } from './draft.ts';
import { placesFor } from './with-each.ts';

/** A member that no description names. */
const MEMBER = 'kiln';

/**
 * A draft with a value in every object of its body of which the schema says nothing but that it is one: whatever is kept
 * there has to be taken, stored and given back. Undefined where there is no such object.
 */
export function withFreeMembers(
  api: ApiModel,
  draft: Draft,
  parts: readonly Part[],
  value: Json,
): Draft | undefined {
  let changed = draft;
  for (const part of parts) {
    const { media } = part;
    if (!media || !isJsonType(media.mediaType) || draft.body?.file !== undefined) continue;
    const schema = part.schema && valueAt(api.document, part.schema);
    const spots = [...spotsOf(api.document, schema, part.value)]
      .filter(isFree)
      .map((spot) => ({ ...spot, at: append(spot.at, MEMBER) }));
    const isValid = (whole: Json) =>
      !part.schema || api.schemas.check(part.schema, whole, 'request').length === 0;
    for (const { at } of placesFor(value, part.value, spots, isValid).spots)
      changed = withChange(changed, { part, keyword: 'hostile', at, value });
  }
  return changed === draft ? undefined : changed;
}

/** Keywords that say which members there are, or which values. */
const SAYING = ['properties', 'patternProperties', 'propertyNames', 'enum', 'const'];

/** Whether an object may have members of any name and with any value, and none is named. */
function isFree({ schema, value }: Spot): boolean {
  if (!isObject(value) || SAYING.some((it) => it in schema)) return false;
  const { additionalProperties: others = true } = schema;
  return others === true || (isObject(others) && Object.keys(others).length === 0);
}
