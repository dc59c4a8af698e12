import type { ApiModel, Operation } from '../../model/api-model.ts';
import { valueAt } from '../../base/json-pointer.ts';
import { edgesOf } from '../../values/boundaries.ts';
import { partsOf, withChange, type Change } from './change.ts';
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
  let full = isValid(all) ? all : bare;
  const tried = new Set<string>();
  // What is put in may lack something itself.
  for (let depth = 0; depth < DEPTH; depth += 1) {
    const changes = lacking(api, operation, full).filter((it) => !tried.has(keyOf(it)));
    if (changes.length === 0 || (depth > 0 && changes.length > MOST)) break;
    for (const change of changes) {
      tried.add(keyOf(change));
      const fuller = withoutReadOnly(api, operation, withChange(full, change));
      if (isWithinLimits(operation, fuller) && isValid(fuller)) full = fuller;
    }
  }
  return full;
}

const keyOf = ({ part, at }: Change) => `${part.name} ${at}`;

/** How many times what was added is looked at for what it lacks: a schema may hold itself. */
const DEPTH = 3;

/** Objects inside of what was added that are filled as well; where there are more, none is. */
const MOST = 30;

/** Objects with all their properties, where some lack; the outer first: what stands inside is put back as it was, and more. */
function lacking(api: ApiModel, operation: Operation, draft: Draft): readonly Change[] {
  const changes = partsOf(operation, draft).flatMap((part) => {
    const schema = part.schema && valueAt(api.document, part.schema);
    return [...edgesOf(api.document, schema, part.value)]
      .filter(({ keyword }) => keyword === 'properties')
      .map((edge) => ({ part, ...edge }));
  });
  return changes.toSorted((left, right) => left.at.length - right.at.length);
}
