import type { ApiModel, Operation } from '../../model/api-model.ts';
import { valueAt } from '../../base/json-pointer.ts';
import { edgesOf } from '../../values/boundaries.ts';
import { partsOf, withChange } from './change.ts';
import { withOptional, type Draft } from './draft.ts';
import { isWithinLimits } from './within-limits.ts';
import { withoutReadOnly } from './without-read-only.ts';

/**
 * A valid draft with the optional parameters that it lacks, and the optional properties that its objects lack,
 * as far as it stays valid: what no example shows is part of the contract all the same. What is `readOnly` is
 * no part of a request. The draft itself where it lacks none.
 */
export function fullDraft(
  api: ApiModel,
  operation: Operation,
  draft: Draft,
  isValid: (draft: Draft) => boolean,
): Draft {
  const bare = withoutReadOnly(api, operation, draft);
  const all = withOptional(api, operation, bare);
  const own = isValid(all) ? all : bare;
  const changes = partsOf(operation, own).flatMap((part) => {
    const schema = part.schema && valueAt(api.document, part.schema);
    return [...edgesOf(api.document, schema, part.value)]
      .filter(({ keyword }) => keyword === 'properties')
      .map((edge) => ({ part, ...edge }));
  });
  // The outer first: what stands inside is put back as it was, and more.
  return changes
    .toSorted((left, right) => left.at.length - right.at.length)
    .map((change) => (full: Draft) => withChange(full, change))
    .reduce((full, add) => {
      const fuller = withoutReadOnly(api, operation, add(full));
      return isWithinLimits(operation, fuller) && isValid(fuller) ? fuller : full;
    }, own);
}
