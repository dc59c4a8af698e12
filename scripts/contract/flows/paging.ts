import type { ApiModel, Operation } from '../../model/api-model.ts';
import { isObject, type Json } from '../../base/json.ts';
import { parentOf, tokensOf, valueAt, withValueAt, type Pointer } from '../../base/json-pointer.ts';
import { pagingPlaces } from '../../model/pagination.ts';
import { usualPageSize } from '../../values/usual-page-size.ts';
import { readDraft } from '../generation/broken-draft.ts';
import type { Draft } from '../generation/draft.ts';
import { isPointer, placeIn, withPlace } from './places.ts';
import type { Acting } from './things.ts';

/** A question for a list as a whole: without its page, size, filter and period, where they may go. */
export function withoutPaging(api: ApiModel, { operation, policy }: Acting, draft: Draft): Draft {
  const { filter, period } = policy;
  const all = [...pagingPlaces(operation.pagination), filter, period?.from, period?.to];
  const places = all.filter((it) => it !== undefined);
  return places.reduce((whole, place) => {
    const bare = without(whole, place);
    return readDraft(api, operation, bare).length === 0 ? bare : whole;
  }, draft);
}

/** A question for a list as a whole, or for as much of it as there is on one page. */
export function wholeList(api: ApiModel, list: Acting, draft: Draft): Draft {
  const plain = withoutPaging(api, list, draft);
  const { size } = list.operation.pagination ?? {};
  if (size === undefined || list.policy.action !== 'list') return plain;
  const sized = SIZES.map((many) => withPlace(plain, list.operation, size, many));
  return sized.find((it) => readDraft(api, list.operation, it).length === 0) ?? plain;
}

/** Lengths of a page that are tried, the longest first. */
const SIZES = [1000, 500, 200, 100, 50, 20, 10];

/** Whether so many items fill the page that was asked for: what is not among them may be on the next. */
export function isFullPage(
  api: ApiModel,
  operation: Operation,
  { draft, items }: { readonly draft: Draft; readonly items: number },
): boolean {
  const { size } = operation.pagination ?? {};
  const asked = size === undefined ? undefined : placeIn(draft, size);
  const most = typeof asked === 'number' ? asked : usualPageSize(api, operation);
  return most !== undefined && items >= most;
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
