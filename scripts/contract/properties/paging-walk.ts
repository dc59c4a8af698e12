import { textOf } from '../../base/json.ts';
import { append } from '../../base/json-pointer.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { insist } from '../flows/insist.ts';
import { isSuccess, successJson } from '../flows/json-answer.ts';
import { withPlace } from '../flows/places.ts';
import {
  aboutThing,
  actingOf,
  createThing,
  creatorOf,
  idOfThing,
  itemsIn,
} from '../flows/things.ts';
import { withoutPaging } from '../flows/paging.ts';
import { readDraft } from '../generation/broken-draft.ts';
import { shorten } from '../judges/words.ts';
import type { Property } from '../property.ts';

/** Things that are made, so that there is more than one page, and pages that are looked at. */
const MADE = 3;
const PAGES = 12;
/** Sizes of a page that are tried: the smallest that is allowed shows most. */
const SIZES = [1, 2, 5, 10];

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
      const pageAt = (page: number, size: number) =>
        withPlace(
          withPlace(whole, operation, pagination.page, page),
          operation,
          pagination.size,
          size,
        );
      const isValid = (size: number) =>
        readDraft(api, operation, pageAt(pagination.first, size)).length === 0;
      const size = SIZES.find(isValid);
      if (size === undefined) return learnNothing('no size of a page is small enough');
      const seenIds = new Map<string, number>();
      for (let page = pagination.first; page < pagination.first + PAGES; page += 1) {
        const answered = await exchange(pageAt(page, size), {});
        const body = successJson(answered);
        if (!isSuccess(answered) || body === undefined)
          return learnNothing(`page ${page} is answered ${answered.response?.status}`);
        const items = itemsIn(list.policy, body);
        const blame = blaming(answered, complain, append(operation.pointer, 'x-pagination'));
        if (items.length > size) {
          blame('a page is longer than was asked for', `size: ${size}`, `${items.length} items`);
          return;
        }
        for (const item of items) {
          const id = textOf(idOfThing(list.policy, item));
          const before = seenIds.get(id);
          if (before !== undefined) {
            const seen = `${shorten(id)} is on the pages ${before} and ${page}`;
            blame('two pages share an item', 'each item is on one page', seen);
            return;
          }
          seenIds.set(id, page);
        }
        if (items.length === size) continue;
        const lost = things.find((it) => it !== undefined && !seenIds.has(textOf(it.id)));
        const states = `${creator.operation.id} creates a ${list.policy.name}, and a page shows it`;
        if (lost) blame('an item is on no page', states, `${shorten(lost.id)} is missing`);
        return;
      }
    }),
};

function blaming(
  answered: Exchange,
  complain: Parameters<Property['check']>[0]['complain'],
  clause: ReturnType<typeof append>,
) {
  return (message: string, states: string, seen: string) =>
    complain({ message, clause, states, seen }, answered);
}
