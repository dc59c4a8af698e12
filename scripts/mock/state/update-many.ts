import { objectOf, textOf, type Json, type JsonObject } from '../../base/json.ts';
import { tokensOf, valueAt, withValueAt } from '../../base/json-pointer.ts';
import { isRefusal, type Refusal } from '../../refusal/refusal.ts';
import { withValue, type AnswerDraft, type Asked } from '../behaviour/step.ts';
import { arrange, wayOf } from './arrange.ts';
import { meets } from '../../values/conditions.ts';
import { itemPlace, type Context } from './context.ts';
import { toListStep } from './list.ts';
import { keyProperty } from '../../model/named.ts';
import { exampleThings, listerOf, presentThings } from './present.ts';
import { valueOf, type Shelf, type StoredThing } from './shelf.ts';
import { firstValid, shapeIn } from './show.ts';
import { updated } from './update-thing.ts';

/** A thing as examples show it before it is changed: as the list does, else as the answer about one. */
export function shownBefore(
  { surroundings: { api }, policy }: Context,
  draft: AnswerDraft,
  id: Json,
): JsonObject {
  const listed = exampleThings(api, policy.name).find((it) => textOf(it.id) === textOf(id));
  if (listed) return listed.fields;
  return policy.items === undefined ? objectOf(valueAt(draft.value, itemPlace(policy) ?? '#')) : {};
}

/** A changed thing under its new id, where what was changed is that. */
export function renamed(
  policy: Context['policy'],
  changed: StoredThing | Refusal,
): StoredThing | Refusal {
  const property = keyProperty(policy);
  if (isRefusal(changed) || property === undefined || policy.inferred) return changed;
  const id = changed.fields[property];
  return id === undefined || typeof id === 'object' || !policy.names ? changed : { ...changed, id };
}

/** Answers with all things of the kind, as the operation that lists them would. */
export async function showAll(
  { surroundings, policy }: Context,
  asked: Asked,
  draft: AnswerDraft,
): Promise<AnswerDraft | Refusal> {
  const { items = '#' } = policy;
  const list = listerOf(surroundings.api, policy.name);
  const shown = exampleThings(surroundings.api, policy.name).map(({ fields }) => fields);
  // Only a place for the list: it is written anew.
  const base = list ? { ...draft, value: withValueAt(draft.value, items, shown) } : draft;
  const { names: _, filter: __, ...rest } = policy;
  const step = toListStep(surroundings, asked.operation, { ...rest, action: 'list' });
  return step(asked, base);
}

/** Changes all things that meet what a request says, and answers with them. */
export async function updateMany(
  context: Context,
  asked: Asked,
  draft: AnswerDraft,
  shelf: Shelf,
): Promise<AnswerDraft | Refusal> {
  const { policy, surroundings } = context;
  const { filter, most } = policy;
  if (filter === undefined) return draft;
  const conditions = valueOf(asked, filter);
  const limit = most === undefined ? undefined : valueOf(asked, most);
  const present = await presentThings(surroundings, policy, asked);
  const met = present.filter(({ id, fields }) =>
    meets(withKey(policy, fields, id), conditions, policy),
  );
  const chosen = typeof limit === 'number' && limit > 0 ? met.slice(0, limit) : met;
  const changed: StoredThing[] = [];
  for (const it of chosen) {
    const next = updated(context, asked, it);
    if (isRefusal(next)) return next;
    changed.push(next);
  }
  for (const it of changed) await shelf.put(it);
  const place = itemPlace(policy) ?? '#';
  const examples = [valueAt(draft.value, place) ?? null].flat() as readonly Json[];
  const shape = shapeIn(surroundings, draft, policy);
  const ways = changed.map((it) => arrange(it, examples[0], { shape, policy }));
  const counted = (shaped: AnswerDraft): AnswerDraft => {
    const isCounted =
      policy.count !== undefined && valueAt(shaped.value, policy.count) !== undefined;
    return isCounted && policy.count !== undefined
      ? withValue(surroundings.api, shaped, withValueAt(shaped.value, policy.count, ways.length))
      : shaped;
  };
  return counted(firstValid(surroundings, policy, draft, (rank) => wayOf(ways, rank)));
}

/** A thing with its id among its properties. */
function withKey({ key = '#' }: Context['policy'], fields: JsonObject, id: Json): Json {
  return tokensOf(key).length === 0 ? fields : withValueAt(fields, key, id);
}
