import { arrayOf, isEqual, isObject, objectOf, type Json } from '../../base/json.ts';
import { append, valueAt } from '../../base/json-pointer.ts';
import { keyParameterOf } from '../../model/key-parameter.ts';
import type { ResourcePolicy } from '../../model/policies.ts';
import { statusOfRefusal } from '../../refusal/documented-refusal.ts';
import { headerOf } from '../../wire/exchange.ts';
import { isSuccess, successJson } from '../flows/json-answer.ts';
import { idOfThing, itemsIn } from '../flows/things.ts';
import { shorten } from '../judges/words.ts';
import type { PassiveContext, Judgement, Remark } from './judgement.ts';
import { compare, NOTHING, WHY, type StateJudgements, type Watching } from './state-compare.ts';
import { isAfter, requestPlace, type RecordedStep } from './recorded-step.ts';
import { createThingBook, keyOfId, toThing, type ThingBook } from './thing-book.ts';
import { isWholeList } from './whole-list.ts';

/** A longer list would leave no room for what is written. */
const MOST_SHOWN = 100;
/** Things of one list about which something is said. */
const MOST_REMARKS = 20;

/** Follows what is created, changed and deleted in a recording, and what is shown of it after. */
export interface StateWatch {
  readonly take: (step: RecordedStep) => StateJudgements;
  readonly book: ThingBook;
}

/** One for each recording: several properties rest on it. */
export function stateWatchOf(context: PassiveContext): StateWatch {
  const known = WATCHES.get(context) ?? createStateWatch(context);
  WATCHES.set(context, known);
  return known;
}

const WATCHES = new WeakMap<PassiveContext, StateWatch>();

function createStateWatch({ api }: PassiveContext): StateWatch {
  const book = createThingBook(api);
  const rightly = new Map<string, number>();
  const tally = (id: string, operation: string) => {
    const key = `${id} ${operation}`;
    return {
      right: () => void rightly.set(key, (rightly.get(key) ?? 0) + 1),
      contrary: () => rightly.get(key) ?? 0,
    };
  };
  let latest: { readonly step: RecordedStep; readonly found: StateJudgements } | undefined;
  const watch = { book, tally };
  return {
    book,
    take(step) {
      if (latest?.step === step) return latest.found;
      const found = judge(watch, step);
      latest = { step, found };
      return found;
    },
  };
}

function judge(watch: Watching, step: RecordedStep): StateJudgements {
  const { operation, ended, exchange, isCached } = step;
  const policy = operation.resource;
  const isWrite = policy && !['read', 'list'].includes(policy.action);
  if (!policy || (isWrite && (ended === undefined || !isSuccess(exchange)))) {
    watch.book.disturb(step);
    return NOTHING;
  }
  if (ended === undefined || isCached || !step.hasContent) {
    if (isWrite && policy.action !== 'delete') watch.book.disturb(step);
    if (policy.action !== 'delete' || ended === undefined) return NOTHING;
  }
  if (isWrite) return judgeWrite(watch, step, policy);
  return policy.action === 'read' ? judgeRead(watch, step, policy) : judgeList(watch, step, policy);
}

function judgeWrite(watch: Watching, step: RecordedStep, policy: ResourcePolicy): StateJudgements {
  const group = watch.book.groupOf(step, policy);
  const { action } = policy;
  watch.book.change(policy.name);
  const ids = idsOf(step, policy);
  if (!group || ids.length === 0) {
    watch.book.disturb(step);
    return NOTHING;
  }
  const given = requestPlace(step, policy.input ?? '#');
  const said = Array.isArray(given) ? arrayOf(given) : [given];
  const found = action === 'create' ? judgeDistinct(watch, step, policy, ids) : NOTHING;
  for (const [i, id] of ids.entries()) {
    const former = group.get(keyOfId(id));
    // Writes beside each other leave open which came last.
    if (former && !isAfter(step, former.written)) {
      group.delete(keyOfId(id));
      continue;
    }
    group.set(
      keyOfId(id),
      toThing({
        id,
        written: step.ended ?? 0,
        by: action === 'delete' ? 'delete' : action === 'create' ? 'create' : 'update',
        said: said.length === ids.length ? objectOf(said[i]) : {},
        operation: step.operation,
      }),
    );
  }
  return found;
}

/** The ids that a write is about: what its answer names, else what its request does. */
function idsOf(step: RecordedStep, policy: ResourcePolicy): readonly Json[] {
  const body = successJson(step.exchange);
  const item = body === undefined ? undefined : valueAt(body, policy.item ?? '#');
  const named =
    policy.action === 'create' && policy.key !== undefined && item !== undefined
      ? listed(item).flatMap((it) => idOfThing(policy, it) ?? [])
      : [];
  if (named.length > 0) return named;
  const given = policy.id === undefined ? undefined : requestPlace(step, policy.id);
  return given === undefined || given === null ? [] : listed(given);
}

function listed(value: Json): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [value];
}

function judgeDistinct(
  watch: Watching,
  step: RecordedStep,
  policy: ResourcePolicy,
  ids: readonly Json[],
): StateJudgements {
  const { operation, exchange } = step;
  const [id] = ids;
  const input = requestPlace(step, policy.input ?? '#');
  const isNamed =
    policy.id !== undefined || (isObject(input) && valueAt(input, policy.key ?? '#') !== undefined);
  const keyName = keyParameterOf(operation)?.name ?? 'idempotency-key';
  const isRepeat = headerOf(exchange.request, keyName) !== undefined;
  if (ids.length !== 1 || id === undefined || isNamed || isRepeat) return NOTHING;
  const { right, contrary } = watch.tally('state.distinct', operation.id);
  const former = watch.book.groupOf(step, policy)?.get(keyOfId(id));
  if (!former || former.by === 'delete' || former.by === 'shown') {
    right();
    return new Map([['state.distinct', []]]);
  }
  // Who says the same again may be told of the same again.
  if (!isAfter(step, former.written) || isEqual(former.said, objectOf(input))) return NOTHING;
  const remark: Remark = {
    message: 'a second thing is created with the id of the first',
    clause: append(operation.pointer, 'x-resource'),
    states: `x-resource: ${policy.name} is created`,
    seen: `${shorten(id)}, for ${shorten(former.said)} and for ${shorten(input)}`,
    doubt: { about: String(step.location.line), why: WHY, contrary },
  };
  return new Map([['state.distinct', [remark]]]);
}

function judgeRead(watch: Watching, step: RecordedStep, policy: ResourcePolicy): StateJudgements {
  const { exchange, operation } = step;
  const id = policy.id === undefined ? undefined : requestPlace(step, policy.id);
  const thing = id === undefined ? undefined : watch.book.groupOf(step, policy)?.get(keyOfId(id));
  if (!thing || !isAfter(step, thing.written)) return NOTHING;
  const body = successJson(exchange);
  const item = body === undefined ? undefined : valueAt(body, policy.item ?? '#');
  const shown = Array.isArray(item) ? arrayOf(item)[0] : item;
  const isMissed = exchange.response?.status === statusOfRefusal(operation, 'notFound');
  if (body === undefined && !isMissed) return NOTHING;
  return compare(watch, step, thing, shown);
}

function judgeList(watch: Watching, step: RecordedStep, policy: ResourcePolicy): StateJudgements {
  const body = successJson(step.exchange);
  const group = watch.book.groupOf(step, policy);
  if (body === undefined || !group || valueAt(body, policy.items ?? '#') === undefined)
    return NOTHING;
  const items = new Map(
    itemsIn(policy, body).map((item) => [keyOfId(idOfThing(policy, item) ?? null), item] as const),
  );
  const isWhole = isWholeList(step, body);
  const all = new Map<string, Judgement>();
  for (const thing of group.values()) {
    const shown = items.get(keyOfId(thing.id));
    if (!isAfter(step, thing.written)) continue;
    if (shown === undefined && !isWhole) continue;
    for (const [id, judgement] of compare(watch, step, thing, shown)) {
      const former = all.get(id) ?? [];
      const both =
        former === 'irrelevant' || judgement === 'irrelevant' ? [] : [...former, ...judgement];
      all.set(id, both.slice(0, MOST_REMARKS));
    }
  }
  if (isWhole && items.size <= MOST_SHOWN) {
    for (const [key, item] of items) {
      if (group.get(key)) continue;
      const id = idOfThing(policy, item) ?? null;
      const { operation, ended: written = 0 } = step;
      group.set(key, { id, written, by: 'shown', said: {}, operation });
    }
  }
  return all;
}
