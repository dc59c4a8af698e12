import type { ApiModel } from '../../model/api-model.ts';
import { isObject, type Json } from '../../base/json.ts';
import { parentOf, tokensOf, valueAt, withValueAt, type Pointer } from '../../base/json-pointer.ts';
import { pagingPlaces } from '../../model/pagination.ts';
import { readDraft } from '../generation/broken-draft.ts';
import type { Draft } from '../generation/draft.ts';
import { isPointer } from './places.ts';
import type { Acting } from './things.ts';

/** A question for a list as a whole: without its page, its size and its filter, where they may go. */
export function withoutPaging(api: ApiModel, { operation, policy }: Acting, draft: Draft): Draft {
  const places = [...pagingPlaces(operation.pagination), policy.filter].filter(
    (it) => it !== undefined,
  );
  return places.reduce((whole, place) => {
    const bare = without(whole, place);
    return readDraft(api, operation, bare).length === 0 ? bare : whole;
  }, draft);
}

function without(draft: Draft, place: string): Draft {
  if (isPointer(place)) {
    const { body } = draft;
    return body ? { ...draft, body: { ...body, value: removed(body.value, place) } } : draft;
  }
  return { ...draft, parameters: draft.parameters.filter((it) => it.parameter.name !== place) };
}

function removed(value: Json, at: Pointer): Json {
  const parent = valueAt(value, parentOf(at));
  const name = tokensOf(at).at(-1) ?? '';
  if (!isObject(parent) || !(name in parent)) return value;
  const { [name]: _removed, ...rest } = parent;
  return withValueAt(value, parentOf(at), rest);
}
