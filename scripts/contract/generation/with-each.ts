import { isJsonType } from '../../base/media-type.ts';
import { valueAt, withValueAt } from '../../base/json-pointer.ts';
import type { ApiModel } from '../../model/api-model.ts';
import { isNumber } from '../../values/exact-numbers.ts';
import { spotsOf } from '../../values/effective-schema.ts';
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
    let whole = part.value;
    for (const spot of spotsOf(api.document, schema, part.value)) {
      if (isNumber(spot.value) !== isNumber(value)) continue;
      if (!isNumber(value) && typeof spot.value !== 'string') continue;
      const next = withValueAt(whole, spot.at, value);
      if (part.schema && api.schemas.check(part.schema, next, 'request').length > 0) continue;
      changed = withChange(changed, { part, keyword: 'hostile', at: spot.at, value });
      whole = next;
    }
  }
  return changed === draft ? undefined : withShortHead(changed);
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
