import type { ApiModel, Operation } from '../../model/api-model.ts';
import { isEqual, textOf, type Json } from '../../base/json.ts';
import { append } from '../../base/json-pointer.ts';
import { numberingOf } from '../../model/pagination.ts';
import type { Pagination } from '../../model/policies.ts';
import { isCarriedOut } from '../answer-parts.ts';
import { exampleRequest } from '../example-request.ts';
import type { Deviation, Operator, Sent, WitnessStep } from '../operator.ts';
import { namespaceIn, readSent, valueIn } from '../request-parts.ts';
import { usualPageSize } from '../../values/usual-page-size.ts';
import { listedItems, nextAsked, tellingOf, withListed } from '../told-pages.ts';
import { walk } from './next-pages.ts';
import { enough, resent, smallPage } from './paging.ts';
import { stepsOf, WHOLE_ANSWER } from './spots.ts';

/** A page, and what is known of those before it. */
interface Shown {
  readonly items: readonly Json[];
  readonly isFirst: boolean;
  /** Whether it has as many items as were asked for. */
  readonly isFull: boolean;
  /** The last page that had any. */
  readonly before: readonly Json[];
}

interface ItemOperator {
  readonly id: string;
  readonly title: string;
  readonly instead: (shown: Shown) => readonly Json[];
  /** Set where only pages with numbers can be so. */
  readonly isOfNumbers?: true;
}

const OF_ITEMS: readonly ItemOperator[] = [
  {
    id: 'page-loses-first',
    title: 'leaves out the first item of every page but the first',
    instead: ({ items, isFirst }) => (isFirst ? items : items.slice(1)),
  },
  {
    id: 'page-loses-last',
    title: 'leaves out the last item of a full page',
    instead: ({ items, isFull }) => (isFull ? items.slice(0, -1) : items),
  },
  {
    id: 'page-repeats-border',
    title: 'begins a page with the last item of the page before',
    instead: ({ items, isFirst, before }) =>
      isFirst || items.length === 0 ? items : [...before.slice(-1), ...items.slice(0, -1)],
  },
  {
    id: 'last-page-again',
    title: 'gives the last page again to who asks for one after it',
    isOfNumbers: true,
    instead: ({ items, isFirst, before }) => (isFirst || items.length > 0 ? items : before),
  },
];

/** Operators on what stands on a page, and on how long one is that nobody has asked for. */
export const PAGE_ITEM_OPERATORS: readonly Operator[] = [
  ...OF_ITEMS.map(({ id, title, instead, isOfNumbers }): Operator => ({
    id,
    class: 'paging',
    difficulty: 2,
    title,
    changes: 'body',
    places(api, operation) {
      const { pagination, resource } = operation;
      if (!pagination || resource?.items === undefined) return [];
      if (isOfNumbers && !numberingOf(pagination)) return [];
      return [
        {
          at: WHOLE_ANSWER,
          clause: append(operation.pointer, 'x-pagination', 'size'),
          deviate: () => paged(api, operation, pagination, instead),
          witness: () => pagesOf(api, operation, pagination),
        },
      ];
    },
  })),
  ...(['ignored', 'halved'] as const).map((how): Operator => ({
    id: `default-size-${how}`,
    class: 'paging',
    difficulty: 2,
    title:
      how === 'ignored'
        ? 'lists everything where no size of a page is told'
        : 'gives half of a page where no size is told',
    changes: 'body',
    places(api, operation) {
      const { pagination, resource } = operation;
      const usual = usualPageSize(api, operation);
      // Who tells where the list goes on may give less.
      if (how === 'halved' && !numberingOf(pagination)) return [];
      if (!pagination || usual === undefined || resource?.items === undefined) return [];
      const send = exampleRequest(api, operation);
      const creator = api.operations.find(
        (it) => it.resource?.name === resource.name && it.resource.action === 'create',
      );
      const made = creator && exampleRequest(api, creator);
      const size = how === 'ignored' ? usual + 1 : Math.ceil(usual / 2);
      if (size === usual || usual > MOST_MADE) return [];
      return [
        {
          at: WHOLE_ANSWER,
          clause: append(operation.pointer, 'x-pagination', 'size'),
          deviate: () => ({
            before(sent) {
              const read = readSent(api, operation, sent);
              const isTold = read && valueIn(read, pagination.size) !== undefined;
              return !read || isTold
                ? sent
                : resent(operation, sent, read.body, pagination.size, size);
            },
          }),
          witness: () =>
            stepsOf(
              ...Array.from({ length: usual + 1 }, () => made),
              smallPage(api, operation, pagination, 0, usual),
              send,
            ),
        },
      ];
    },
  })),
];

/** Things that a witness makes at most. */
const MOST_MADE = 10;

function paged(
  api: ApiModel,
  operation: Operation,
  pagination: Pagination,
  instead: ItemOperator['instead'],
): Deviation {
  const pages = new Map<string, readonly Json[]>();
  return {
    after(seen) {
      const { sent, answer } = seen;
      const read = readSent(api, operation, sent);
      const items = listedItems(operation, answer);
      if (!read || !items || !isCarriedOut(seen)) return answer;
      const size = valueIn(read, pagination.size);
      // Another size is another walk.
      const key = `${namespaceIn(sent)} ${sent.path} ${textOf(size ?? null)}`;
      const isFirst = isFirstPage(api, operation, pagination, sent);
      const before = isFirst ? [] : (pages.get(key) ?? []);
      if (items.length > 0) pages.set(key, items);
      const isFull = typeof size === 'number' && items.length === size;
      const changed = instead({ items, isFirst, isFull, before });
      return isEqual(changed, items) ? answer : withListed(operation, answer, changed);
    },
  };
}

function isFirstPage(
  api: ApiModel,
  operation: Operation,
  pagination: Pagination,
  sent: Sent,
): boolean {
  const read = readSent(api, operation, sent);
  const telling = tellingOf(operation);
  if (!read) return true;
  if (telling) return nextAsked(operation, telling, sent, read) === undefined;
  const about = numberingOf(pagination);
  const number = about && valueIn(read, about.place);
  return number === undefined || number === about?.first;
}

/** All there is, and then a page of one item after the other. */
function pagesOf(
  api: ApiModel,
  operation: Operation,
  pagination: Pagination,
): readonly WitnessStep[] {
  const telling = tellingOf(operation);
  if (telling) return walk(api, operation, telling, PAGES);
  const pages = Array.from({ length: PAGES }, (_, page) => page);
  return stepsOf(
    ...enough(api, operation),
    smallPage(api, operation, pagination, 0, PAGES),
    ...pages.map((page) => smallPage(api, operation, pagination, page, 1)),
  );
}

/** Pages of one item, of which the last has none. */
const PAGES = 5;
