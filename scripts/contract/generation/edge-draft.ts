import type { ApiModel, Operation } from '../../model/api-model.ts';
import { valueAt, type Pointer } from '../../base/json-pointer.ts';
import { edgesOf } from '../../values/boundaries.ts';
import { readDraft, richDrafts } from './broken-draft.ts';
import { isChangeSendable, partsOf, withChange, type Change } from './change.ts';
import type { Draft } from './draft.ts';
import { perOperation } from './per-operation.ts';
import { isWithinLimits } from './within-limits.ts';
import { withoutReadOnly } from './without-read-only.ts';

/** A valid request with some of its values at an edge, and each of them alone. */
export interface EdgeDraft {
  readonly draft: Draft;
  readonly alone: readonly Draft[];
}

/** As many edges as one request takes: more are seldom refused for one of them alone. */
const MOST_TOGETHER = 12;

/**
 * Requests with values at the edges of what is allowed. Edges at different places share a request,
 * so that few requests try all; whoever refuses one sends those of `alone` to find out which it is.
 */
export const edgeDrafts = perOperation((api, operation): readonly EdgeDraft[] => {
  const seen = new Set<string>();
  return richDrafts(api, operation).flatMap((draft) => {
    const fresh = changesOf(api, operation, draft).filter(({ part, keyword, at, value }) => {
      const place = at.replaceAll(/\/\d+/g, '/0');
      const key = JSON.stringify([part.name, keyword, place, value]);
      return !seen.has(key) && seen.add(key);
    });
    return gather(api, operation, draft, fresh);
  });
});

function changesOf(api: ApiModel, operation: Operation, draft: Draft): Change[] {
  return partsOf(operation, draft).flatMap((part) => {
    const schema = part.schema && valueAt(api.document, part.schema);
    const edges = [...edgesOf(api.document, schema, part.value)];
    return edges.map((edge) => ({ part, ...edge }));
  });
}

function gather(
  api: ApiModel,
  operation: Operation,
  draft: Draft,
  changes: readonly Change[],
): EdgeDraft[] {
  const groups: { draft: Draft; taken: Change[] }[] = [];
  const isAllowed = (it: Draft, change: Change) =>
    isChangeSendable(api, change, it) &&
    isWithinLimits(operation, it) &&
    readDraft(api, operation, it).length === 0;
  const changed = (it: Draft, change: Change) =>
    withoutReadOnly(api, operation, withChange(it, change));
  for (const change of changes) {
    if (!isAllowed(changed(draft, change), change)) continue;
    const fitting = groups.find(
      (group) =>
        group.taken.length < MOST_TOGETHER &&
        !group.taken.some((it) => isSamePlace(it, change)) &&
        isAllowed(changed(group.draft, change), change),
    );
    const group = fitting ?? { draft, taken: [] };
    if (!fitting) groups.push(group);
    group.draft = changed(group.draft, change);
    group.taken.push(change);
  }
  return groups.map((group) => ({
    draft: group.draft,
    alone: group.taken.map((change) => changed(draft, change)),
  }));
}

/** Whether one change would undo or hide the other. */
function isSamePlace(left: Change, right: Change): boolean {
  if (left.part.name !== right.part.name) return false;
  return isAbove(left.at, right.at) || isAbove(right.at, left.at);
}

function isAbove(outer: Pointer, inner: Pointer): boolean {
  return inner === outer || inner.startsWith(`${outer}/`);
}
