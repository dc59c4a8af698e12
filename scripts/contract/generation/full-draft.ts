import type { ApiModel, Operation } from '../../model/api-model.ts';
import type { Json } from '../../base/json.ts';
import { valueAt, type Pointer } from '../../base/json-pointer.ts';
import { edgesOf } from '../../values/boundaries.ts';
import { spotsOf } from '../../values/effective-schema.ts';
import { sampleValue } from '../../values/generate/sample-value.ts';
import { partsOf, withChange, type Change } from './change.ts';
import { withOptional, type Draft } from './draft.ts';
import { isWithinLimits } from './within-limits.ts';
import { withoutReadOnly } from './without-read-only.ts';

/**
 * A valid draft with the optional parameters that it lacks, the optional properties that its objects lack, and something
 * where it says `null` and could say more, as far as it stays valid: what no example shows is part of the contract all
 * the same. What is `readOnly` is no part of a request. The draft itself where it lacks none.
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
      // One thing instead of nothing will do.
      if (change.isInstead && !isNothing(full, change)) continue;
      const fuller = withoutReadOnly(api, operation, withChange(full, change));
      if (isWithinLimits(operation, fuller) && isValid(fuller)) full = fuller;
    }
  }
  return full;
}

const keyOf = ({ part, at, value, isInstead }: Filling) =>
  `${part.name} ${at} ${isInstead ? JSON.stringify(value) : ''}`;

/** A change that says more. */
interface Filling extends Change {
  /** Whether it says something instead of `null`. */
  readonly isInstead: boolean;
  readonly value: Json;
}

function isNothing(draft: Draft, { part, at }: Change): boolean {
  const now = part.parameter
    ? draft.parameters.find(({ parameter }) => parameter === part.parameter)?.value
    : draft.body?.value;
  return now !== undefined && valueAt(now, at) === null;
}

/** How many times what was added is looked at for what it lacks: a schema may hold itself. */
const DEPTH = 3;

/** Objects inside of what was added that are filled as well; where there are more, none is. */
const MOST = 30;

/**
 * Objects with all their properties, where some lack, and what may stand instead of `null`; the outer ones first: what
 * stands inside is put back as it was, and more.
 */
function lacking(api: ApiModel, operation: Operation, draft: Draft): readonly Filling[] {
  const changes = partsOf(operation, draft).flatMap((part): readonly Filling[] => {
    const schema = part.schema && valueAt(api.document, part.schema);
    const fuller = [...edgesOf(api.document, schema, part.value)]
      .filter(({ keyword }) => keyword === 'properties')
      .map((edge) => ({ part, ...edge, isInstead: false }));
    const nothing = [...spotsOf(api.document, schema, part.value)].filter(
      ({ value }) => value === null,
    );
    const instead = nothing.flatMap(({ at, pointer }) =>
      somethingOf(api, pointer).map((value) => ({
        part,
        keyword: 'type',
        at,
        value,
        isInstead: true,
      })),
    );
    return [...fuller, ...instead];
  });
  return changes.toSorted((left, right) => left.at.length - right.at.length);
}

/** Types of values by how much they can say. */
const SOMETHING = ['object', 'array', 'string', 'number', 'boolean'] as const;

/** A value of each type but null that a schema takes, those first that say most. */
function somethingOf({ document }: ApiModel, pointer: Pointer): readonly Json[] {
  const schema = valueAt(document, pointer) ?? true;
  return SOMETHING.flatMap((type) => {
    const sample = sampleValue(document, { allOf: [schema, { type }] });
    return 'value' in sample && sample.value !== null ? [sample.value] : [];
  });
}
