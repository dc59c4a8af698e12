import type { Operation } from '../../model/api-model.ts';
import { isEqual, objectOf, type Json } from '../../base/json.ts';
import type { Bench } from '../bench.ts';
import { shorten } from '../judges/words.ts';
import { inputOf, type Write } from './asking.ts';
import { successJson } from './json-answer.ts';
import { wholeList } from './paging.ts';
import { placeIn } from './places.ts';
import {
  aboutThing,
  actingOf,
  contradictionIn,
  idOfThing,
  isShowing,
  itemsIn,
  readerOf,
  thingIn,
  type Acting,
} from './things.ts';
import { statusOfRefusal } from '../../refusal/documented-refusal.ts';

/** What can be read: the thing that a write is about, or else all there are, by their ids. */
export interface Look {
  /** Undefined where it is not there. */
  readonly thing: Json | undefined;
  readonly items: readonly { readonly id: Json | undefined; readonly item: Json }[];
}

/** Reads what a write is about; undefined where it cannot be read, or no operation shows it. */
export async function lookAt(bench: Bench, { draft, thing }: Write): Promise<Look | undefined> {
  const { api, operation, exchange } = bench;
  const acting = actingOf(operation);
  const reader = acting && (thing ? readerOf(api, acting) : listOf(bench, acting));
  if (!reader) return undefined;
  const within = (acting.policy.within ?? []).map((place) => placeIn(draft, place));
  const any = { id: null, within };
  const about = aboutThing(api, reader, thing ?? any);
  if (!about) return undefined;
  const plain = wholeList(api, reader, about);
  const answered = await exchange(plain, { operation: reader.operation });
  const body = successJson(answered);
  const isMissing = answered.response?.status === statusOfRefusal(reader.operation, 'notFound');
  if (body === undefined) return isMissing ? { thing: undefined, items: [] } : undefined;
  if (thing) return { thing: thingIn(reader, answered, thing.id), items: [] };
  const items = itemsIn(reader.policy, body).map((item) => {
    return { id: idOfThing(reader.policy, item), item };
  });
  return { thing: undefined, items };
}

/** What shows that a write was done, in words; undefined where nothing does. */
export function traceOf(
  operation: Operation,
  { draft, thing }: Write,
  before: Look | undefined,
  after: Look | undefined,
): string | undefined {
  if (!before || !after) return undefined;
  const given = inputOf(operation, draft);
  const said = objectOf(Array.isArray(given) ? (given as readonly Json[])[0] : given);
  if (!thing) {
    const fresh = after.items.find(
      ({ id, item }) =>
        !before.items.some((it) => isEqual(it.id ?? null, id ?? null)) &&
        Object.keys(said).some((name) => name in objectOf(item)) &&
        contradictionIn(said, item) === undefined,
    );
    return fresh && `${shorten(fresh.item)} has been created`;
  }
  if (before.thing === undefined) return undefined;
  if (operation.resource?.action === 'delete')
    return after.thing === undefined ? `${shorten(thing.id)} is gone` : undefined;
  const name = contradictionIn(said, before.thing);
  const isShown = name !== undefined && name in objectOf(after.thing);
  return isShown &&
    contradictionIn({ [name]: said[name] ?? null }, after.thing ?? null) === undefined
    ? `${name} is shown as ${shorten(said[name])}`
    : undefined;
}

function listOf({ api }: Bench, { policy }: Acting): Acting | undefined {
  return api.operations
    .flatMap((it) => actingOf(it) ?? [])
    .find((it) => it.policy.action === 'list' && it.policy.name === policy.name && isShowing(it));
}
