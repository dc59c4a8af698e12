import type { ApiModel, Operation } from '../../model/api-model.ts';
import { pagingPlaces } from '../../model/pagination.ts';
import { usualPageSize } from '../../values/usual-page-size.ts';
import { readDraft } from '../generation/broken-draft.ts';
import type { Draft } from '../generation/draft.ts';
import { placeIn, withoutPlace, withPlace } from './places.ts';
import type { Acting } from './things.ts';

/** A question for a list as a whole: without its page, size, filter and period, where they may go. */
export function withoutPaging(api: ApiModel, { operation, policy }: Acting, draft: Draft): Draft {
  const { filter, period } = policy;
  const all = [...pagingPlaces(operation.pagination), filter, period?.from, period?.to];
  const places = all.filter((it) => it !== undefined);
  return places.reduce((whole, place) => {
    const bare = withoutPlace(whole, place);
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

/** The same, without what else a request may say of how things are shown: their properties, links and length. */
export function bareList(api: ApiModel, list: Acting, draft: Draft): Draft {
  const { fields, linked, cut } = list.policy;
  const places = [fields, linked, cut?.at].filter((it) => it !== undefined);
  return places.reduce<Draft>(
    (whole, place) => {
      const bare = withoutPlace(whole, place);
      return readDraft(api, list.operation, bare).length === 0 ? bare : whole;
    },
    wholeList(api, list, draft),
  );
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
