import { textOf } from '../../base/json.ts';
import { append } from '../../base/json-pointer.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { insist } from '../flows/insist.ts';
import { isSuccess, successJson } from '../flows/json-answer.ts';
import { askForPage, firstPage } from '../flows/next-page.ts';
import { placeIn } from '../flows/places.ts';
import {
  type Acting,
  aboutThing,
  actingOf,
  createThing,
  creatorOf,
  idOfThing,
  itemsIn,
} from '../flows/things.ts';
import { withoutPaging } from '../flows/paging.ts';
import { readDraft } from '../generation/broken-draft.ts';
import type { Draft } from '../generation/draft.ts';
import { numberingOf } from '../../model/pagination.ts';
import { usualPageSize } from '../../values/usual-page-size.ts';
import { shorten } from '../judges/words.ts';
import type { Bench } from '../bench.ts';
import type { Property } from '../property.ts';

/** Things that are made, so that there is more than one page, and pages that are looked at. */
const MADE = 3;
const PAGES = 12;
/** Sizes of a page that are tried: the smallest that is allowed shows most. */
const SIZES = [1, 2, 5, 10];
/** Of pages of one item it makes no difference whether items or pages are skipped. */
const SIZES_TO_SKIP = [2, 1, 5, 10];
/** Pages without an item that come one after the other before somebody loses patience. */
const EMPTY = 5;

export const pagingWalk: Property = {
  id: 'paging.walk',
  title: 'pages are as long as was asked for, share nothing, and leave nothing out',
  runsAlone: true,
  writes: true,
  unless({ api, operation }) {
    const list = actingOf(operation);
    if (!operation.pagination) return 'the operation has no pages';
    if (list?.policy.action !== 'list') return 'nothing is said about what is listed';
    return creatorOf(api, list) ? undefined : `no operation creates a ${list.policy.name}`;
  },
  check: (all) =>
    insist(all, async (bench) => {
      const { api, operation, exchange, complain, learnNothing } = bench;
      const { pagination } = operation;
      const list = actingOf(operation);
      const creator = list && creatorOf(api, list);
      if (!pagination || !creator) return;
      const things = [];
      for (let made = 0; made < MADE; made += 1) {
        things.push(await createThing(bench, creator, `${operation.id} page ${made}`));
      }
      const [thing] = things.filter((it) => it !== undefined);
      const about = thing && aboutThing(api, list, thing);
      if (!about) return learnNothing(`no ${list.policy.name} could be created`);
      const whole = withoutPaging(api, list, about);
      const isValid = (size: number) => {
        const first = firstPage(bench, { pagination, whole, size });
        return readDraft(api, operation, first).length === 0;
      };
      const size = (pagination.style === 'offset' ? SIZES_TO_SKIP : SIZES).find(isValid);
      if (size === undefined) return learnNothing('no size of a page is small enough');
      const numbering = numberingOf(pagination);
      const numberOf = (page: number) =>
        numbering ? numbering.first + page * numbering.perPage(size) : page + 1;
      const plain = await exchange(whole, {});
      const listed = isSuccess(plain) ? itemsIn(list.policy, successJson(plain) ?? null) : [];
      const seenIds = new Map<string, number>();
      let before: Exchange | undefined;
      let empty = 0;
      let isEnd = false;
      for (let page = 0; page < PAGES; page += 1) {
        const told = await askForPage(bench, { pagination, whole, size }, page, before);
        const clause = append(operation.pointer, 'x-pagination');
        if (told === 'end') break;
        // After the last page there is nothing, in whatever words.
        if (isEnd && !('elsewhere' in told) && !isSuccess(told)) break;
        if ('elsewhere' in told) {
          if (!before) return;
          const seen = `the page ${numberOf(page - 1)} leads to ${shorten(told.elsewhere)}`;
          blaming(before, complain, clause)(
            'the next page is on another server',
            'a page leads to the next',
            seen,
          );
          return;
        }
        const body = successJson(told);
        const { status = 0 } = told.response ?? {};
        const blame = blaming(told, complain, clause);
        if (!isSuccess(told) || body === undefined) {
          if (before && !numbering && isLost(status))
            blame('a page leads nowhere', 'a page leads to the next', `it is answered ${status}`);
          return learnNothing(`page ${numberOf(page)} is answered ${status}`);
        }
        const items = itemsIn(list.policy, body);
        if (items.length > size) {
          blame('a page is longer than was asked for', `size: ${size}`, `${items.length} items`);
          return;
        }
        for (const item of items) {
          const id = textOf(idOfThing(list.policy, item));
          const known = seenIds.get(id);
          if (known !== undefined) {
            const seen = `${shorten(id)} is on the pages ${known} and ${numberOf(page)}`;
            blame('two pages share an item', 'each item is on one page', seen);
            return;
          }
          seenIds.set(id, numberOf(page));
        }
        if (isEnd) break;
        before = told;
        empty = items.length === 0 ? empty + 1 : 0;
        isEnd = numbering !== undefined && items.length < size;
        if (page === PAGES - 1 && !isEnd) {
          const seen = `after ${page + 1 - empty} pages with items come ${empty} without`;
          if (empty >= EMPTY) blame('the pages do not end', 'the last page leads to none', seen);
          return;
        }
      }
      if (!before) return;
      const blame = blaming(before, complain, append(operation.pointer, 'x-pagination'));
      const shown = listed.map((item) => ({ id: idOfThing(list.policy, item) ?? null }));
      const known = [...things, ...shown].filter((it) => it !== undefined);
      const lost = known.find(({ id }) => id !== null && !seenIds.has(textOf(id)));
      const states = `${creator.operation.id} creates a ${list.policy.name}, and a page shows it`;
      if (lost) {
        blame('an item is on no page', states, `${shorten(lost.id)} is missing`);
        return;
      }
      judgeUsualSize(bench, { list, whole, plain, all: seenIds.size });
    }),
};

/** Where no size is asked for, a page is as long as the `default` says. */
function judgeUsualSize(
  { api, operation, complain }: Bench,
  {
    list,
    whole,
    plain: answered,
    all,
  }: {
    readonly list: Acting;
    readonly whole: Draft;
    readonly plain: Exchange;
    readonly all: number;
  },
): void {
  const usual = usualPageSize(api, operation);
  const isAsked = placeIn(whole, operation.pagination?.size ?? '') !== undefined;
  const body = successJson(answered);
  if (usual === undefined || isAsked || !isSuccess(answered) || body === undefined) return;
  const { length } = itemsIn(list.policy, body);
  // Who tells where the list goes on may give less.
  const least = numberingOf(operation.pagination) ? Math.min(usual, all) : 0;
  if (length <= usual && length >= least) return;
  blaming(answered, complain, append(operation.pointer, 'x-pagination', 'size'))(
    'a page is not as long as is usual',
    `default: ${usual}`,
    `${length} of ${all} items where no size is asked for`,
  );
}

/** What a client that was led there can do nothing about. */
function isLost(status: number): boolean {
  return [400, 404, 410, 422].includes(status) || (status >= 500 && ![501, 503].includes(status));
}

function blaming(
  answered: Exchange,
  complain: Parameters<Property['check']>[0]['complain'],
  clause: ReturnType<typeof append>,
) {
  return (message: string, states: string, seen: string) =>
    complain({ message, clause, states, seen }, answered);
}
