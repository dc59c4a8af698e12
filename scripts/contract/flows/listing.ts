import { isEqual, objectOf, type Json, type JsonObject } from '../../base/json.ts';
import type { Bench } from '../bench.ts';
import type { Draft } from '../generation/draft.ts';
import { successJson } from './json-answer.ts';
import { thingsAround } from './own-thing.ts';
import { wholeList } from './paging.ts';
import { placeIn } from './places.ts';
import { aboutThing, contradictionIn, idOfThing, itemsIn } from './things.ts';

/** A thing in a list, by its id. */
export interface Listed {
  readonly id: Json | undefined;
  readonly item: Json;
}

/** What is listed of the things that a request is about; undefined where no operation lists them. */
export async function listAround(
  bench: Bench,
  draft: Draft,
): Promise<readonly Listed[] | undefined> {
  const { api, operation, exchange } = bench;
  const { acting, list } = thingsAround(api, operation) ?? {};
  if (!acting || !list) return undefined;
  const within = (acting.policy.within ?? []).map((place) => placeIn(draft, place));
  const about = aboutThing(api, list, { id: null, within });
  if (!about) return undefined;
  const plain = wholeList(api, list, about);
  const { size } = list.operation.pagination ?? {};
  // What may be left out only makes a list shorter.
  const parameters = plain.parameters.filter(
    ({ parameter: { required, name } }) =>
      required || name === size || list.policy.within?.includes(name),
  );
  const bare = { ...plain, parameters };
  const answered = await exchange(bare, { operation: list.operation });
  const body = successJson(answered);
  return body === undefined
    ? undefined
    : itemsIn(list.policy, body).map((item) => ({ id: idOfThing(list.policy, item), item }));
}

/** A thing that is listed now and was not before, and is as was said; undefined where there is none. */
export function newIn(
  before: readonly Listed[],
  after: readonly Listed[],
  said: JsonObject,
): Json | undefined {
  return after.find(
    ({ id, item }) =>
      id !== undefined &&
      !before.some((it) => isEqual(it.id ?? null, id)) &&
      Object.keys(said).some((name) => Object.hasOwn(objectOf(item), name)) &&
      contradictionIn(said, item) === undefined,
  )?.item;
}
