import type { ApiModel, Operation } from '../../model/api-model.ts';
import { valueAt, type Pointer } from '../../base/json-pointer.ts';
import type { Reach } from '../../result/reach.ts';
import { edgesOf, type Edge } from '../../values/boundaries.ts';
import { readDraft, richDrafts } from './broken-draft.ts';
import { isChangeSendable, partsOf, withChange, type Change } from './change.ts';
import type { Draft } from './draft.ts';
import { perOperation } from '../../model/per-operation.ts';
import { toChanges, withinReach, type Changes } from './reach.ts';
import { isWithinLimits } from './within-limits.ts';
import { withoutReadOnly } from './without-read-only.ts';

/** A valid request with some of its values at an edge, and each of them alone. */
export interface EdgeDraft {
  readonly draft: Draft;
  /** How many of its values are at an edge. */
  readonly edges: number;
  /** Each of them alone: made anew each time, for few are asked for and all would be kept until the run ends. */
  readonly alone: () => readonly Draft[];
}

/** As many edges as one request takes: more are seldom refused for one of them alone. */
const MOST_TOGETHER = 12;

/**
 * Requests with values at the edges of what is allowed. Edges at different places share a request,
 * so that few requests try all; whoever refuses one sends those of `alone` to find out which it is.
 * Each is made when it is asked for: a body of thousands of members has more edges than anybody waits for,
 * and some of each kind are tried.
 */
export const edgeDrafts = perOperation((api, operation): Changes<EdgeDraft> =>
  // The fullest first: it has most places.
  toChanges((see) => makeEdgeDrafts(api, operation, richDrafts(api, operation).toReversed(), see)),
);

/** Requests as those of `edgeDrafts`, made of a given draft. */
export function* edgesOfDraft(
  api: ApiModel,
  operation: Operation,
  draft: Draft,
): Generator<EdgeDraft, void, undefined> {
  yield* makeEdgeDrafts(api, operation, [draft], () => undefined);
}

function* makeEdgeDrafts(
  api: ApiModel,
  operation: Operation,
  drafts: readonly Draft[],
  see: (part: Reach) => void,
): Generator<EdgeDraft, void> {
  const seen = new Set<string>();
  for (const draft of drafts) {
    const { changes, left } = changesOf(api, operation, draft);
    const all = changes.filter(({ part, keyword, at, value }) => {
      const place = at.replaceAll(/\/\d+/g, '/0');
      const key = JSON.stringify([part.name, keyword, place, value]);
      return !seen.has(key) && seen.add(key);
    });
    const fresh = withinReach(draft, all, ({ keyword }) => keyword);
    see({ tried: fresh.length, of: all.length + left });
    const { naming = [], saying = [] } = Object.groupBy(fresh, (it) =>
      isNaming(operation, it) ? 'naming' : 'saying',
    );
    yield* gather(api, operation, draft, saying);
    // Where there is no such thing, nothing else of a request is looked at.
    for (const change of naming) yield* gather(api, operation, draft, [change]);
  }
}

/** The edges of a draft, and how many more there are that nobody looks at. */
function changesOf(
  api: ApiModel,
  operation: Operation,
  draft: Draft,
): { readonly changes: readonly Change[]; readonly left: number } {
  let left = 0;
  const leave = (count: number) => void (left += count);
  const changes = partsOf(operation, draft).flatMap((part) => {
    const schema = part.schema && valueAt(api.document, part.schema);
    const edges = [...edgesOf(api.document, schema, part.value, leave)];
    // What is changed as a whole has room for no other edge, and mostly is an example or all that there may be.
    const [whole, within] = [edges.filter(isWhole), edges.filter((it) => !isWhole(it))];
    return [...within, ...whole].map((edge) => ({ part, ...edge }));
  });
  return { changes, left };
}

/** Whether a change is of what names the thing that a request is about: the path does, and what `x-resource` says. */
function isNaming({ resource }: Operation, { part, at }: Change): boolean {
  if (part.parameter?.in === 'path') return true;
  const { within = [], id, action } = resource ?? {};
  // Of a new thing nobody asks whether it is there.
  const names = id === undefined || action === 'create' ? within : [...within, id];
  return names.includes(part.parameter?.name ?? at);
}

function isWhole({ at }: Edge): boolean {
  return at === '#';
}

function* gather(
  api: ApiModel,
  operation: Operation,
  draft: Draft,
  changes: readonly Change[],
): Generator<EdgeDraft, void> {
  const changed = (it: Draft, more: readonly Change[]) =>
    withoutReadOnly(api, operation, more.reduce(withChange, it));
  const isAllowed = (it: Draft, made: readonly Change[]) =>
    made.every((change) => isChangeSendable(api, change, it)) &&
    isWithinLimits(operation, it) &&
    readDraft(api, operation, it).length === 0;
  const together = (taken: readonly Change[]): EdgeDraft => ({
    draft: changed(draft, taken),
    edges: taken.length,
    alone: () => taken.map((change) => changed(draft, [change])),
  });
  for (let waiting = changes; waiting.length > 0;) {
    const [taken, others] = apart(waiting);
    waiting = others;
    if (isAllowed(changed(draft, taken), taken)) {
      yield together(taken);
      continue;
    }
    // Some are not valid at all, and some not beside others.
    let left = taken.filter((change) => isAllowed(changed(draft, [change]), [change]));
    while (left.length > 0) {
      const fitting: Change[] = [];
      for (const change of left) {
        const more = [...fitting, change];
        if (isAllowed(changed(draft, more), more)) fitting.push(change);
      }
      yield together(fitting);
      left = left.filter((it) => !fitting.includes(it));
    }
  }
}

/** Changes that one request takes, and the others. */
function apart(changes: readonly Change[]): readonly [Change[], Change[]] {
  const taken: Change[] = [];
  const others: Change[] = [];
  for (const change of changes) {
    const isFree =
      taken.length < MOST_TOGETHER && !taken.some((other) => isSamePlace(other, change));
    (isFree ? taken : others).push(change);
  }
  return [taken, others];
}

/** Whether one change would undo or hide the other. */
function isSamePlace(left: Change, right: Change): boolean {
  if (left.part.name !== right.part.name) return false;
  return isAbove(left.at, right.at) || isAbove(right.at, left.at);
}

function isAbove(outer: Pointer, inner: Pointer): boolean {
  return inner === outer || inner.startsWith(`${outer}/`);
}
