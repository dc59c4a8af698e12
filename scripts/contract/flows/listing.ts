import { isEqual, objectOf, type Json, type JsonObject } from '../../base/json.ts';
import type { Bench } from '../bench.ts';
import type { ApiModel, Operation } from '../../model/api-model.ts';
import { readDraft } from '../generation/broken-draft.ts';
import type { Draft } from '../generation/draft.ts';
import { successJson } from './json-answer.ts';
import { thingsAround } from './own-thing.ts';
import { withoutPaging } from './paging.ts';
import { placeIn, withPlace } from './places.ts';
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
  const plain = withoutPaging(api, list, about);
  // What may be left out only makes a list shorter.
  const parameters = plain.parameters.filter(
    ({ parameter: { required, name } }) => required || list.policy.within?.includes(name),
  );
  const bare = { ...plain, parameters };
  const answered = await exchange(atOnce(api, list.operation, bare), { operation: list.operation });
  const body = successJson(answered);
  return body === undefined
    ? undefined
    : itemsIn(list.policy, body).map((item) => ({ id: idOfThing(list.policy, item), item }));
}

/** The question for as much of a list as there is on one page. */
function atOnce(api: ApiModel, operation: Operation, draft: Draft): Draft {
  const { size } = operation.pagination ?? {};
  if (size === undefined) return draft;
  const sized = SIZES.map((many) => withPlace(draft, operation, size, many));
  return sized.find((it) => readDraft(api, operation, it).length === 0) ?? draft;
}

/** Lengths of a page that are tried, the longest first. */
const SIZES = [1000, 500, 200, 100, 50, 20, 10];

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
