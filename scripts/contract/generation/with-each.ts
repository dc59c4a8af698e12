import { isJsonType } from '../../base/media-type.ts';
import type { Json } from '../../base/json.ts';
import { valueAt, withValueAt } from '../../base/json-pointer.ts';
import type { ApiModel } from '../../model/api-model.ts';
import { isNumber } from '../../values/exact-numbers.ts';
import { spotsOf, type Spot } from '../../values/effective-schema.ts';
import { withChange, type Part } from './change.ts';
import type { Draft } from './draft.ts';
import { withShortHead } from './with-short-head.ts';

/** Characters of a parameter, which stands in the head of a request: more than a few thousand many servers do not take. */
const LONGEST_PARAMETER = 3000;

/** A draft with a value wherever one of its type stands and the schema allows it; undefined where that is nowhere. */
export function withEach(
  api: ApiModel,
  draft: Draft,
  parts: readonly Part[],
  value: string | number | bigint,
): Draft | undefined {
  let changed = draft;
  for (const part of parts) {
    if (!isCarried(part, draft, value)) continue;
    const schema = part.schema && valueAt(api.document, part.schema);
    const spots = [...spotsOf(api.document, schema, part.value)].filter((spot) => {
      if (isNumber(spot.value) !== isNumber(value)) return false;
      if (!isNumber(value) && typeof spot.value !== 'string') return false;
      // What is not allowed by itself is not allowed in the whole, and that is read seldom: it may be large.
      return spot.at === '#' || api.schemas.check(spot.pointer, value, 'request').length === 0;
    });
    const isValid = (whole: Json) =>
      !part.schema || api.schemas.check(part.schema, whole, 'request').length === 0;
    for (const { at } of placesFor(value, part.value, spots, isValid).spots)
      changed = withChange(changed, { part, keyword: 'hostile', at, value });
  }
  return changed === draft ? undefined : withShortHead(changed);
}

/** A value with another at some places, as many of them as leave it valid. */
interface Filled {
  readonly whole: Json;
  readonly spots: readonly Spot[];
}

/** All places at once, and where that is not valid each half by itself. */
export function placesFor(
  value: Json,
  whole: Json,
  spots: readonly Spot[],
  isValid: (whole: Json) => boolean,
): Filled {
  if (spots.length === 0) return { whole, spots };
  const filled = spots.reduce((it, { at }) => withValueAt(it, at, value), whole);
  if (isValid(filled)) return { whole: filled, spots };
  if (spots.length === 1) return { whole, spots: [] };
  const middle = Math.ceil(spots.length / 2);
  const left = placesFor(value, whole, spots.slice(0, middle), isValid);
  const right = placesFor(value, left.whole, spots.slice(middle), isValid);
  return { whole: right.whole, spots: [...left.spots, ...right.spots] };
}

/** Whether a part can be written down with a value, however hostile. */
function isCarried({ media }: Part, draft: Draft, value: string | number | bigint): boolean {
  if (media && draft.body?.file !== undefined) return false;
  if (media && isJsonType(media.mediaType)) return true;
  const text = String(value);
  // Only JSON has an escape for what is no character.
  if (media) return media.mediaType === FORM && text.isWellFormed();
  return text.length <= LONGEST_PARAMETER && text.isWellFormed();
}

const FORM = 'application/x-www-form-urlencoded';
