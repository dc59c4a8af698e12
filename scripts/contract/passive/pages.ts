import { isObject, textOf } from '../../base/json.ts';
import { append, tokensOf, valueAt } from '../../base/json-pointer.ts';
import { numberingOf, pagingPlaces } from '../../model/pagination.ts';
import { successJson } from '../flows/json-answer.ts';
import { idOfThing, itemsIn } from '../flows/things.ts';
import { isPointer } from '../flows/places.ts';
import { shorten } from '../judges/words.ts';
import { pagingWalk } from '../properties/paging-walk.ts';
import type { PassiveContext, Judgement, PassiveProperty, Remark } from './judgement.ts';
import { createLru } from './lru.ts';
import { stateWatchOf } from './state-watch.ts';
import { isAfter, requestPlace, type RecordedStep } from './recorded-step.ts';
import { isRecent, type RecordedThing } from './thing-book.ts';

/** Pages of one list, asked for one after the other. */
interface Walk {
  readonly began: number;
  /** How often things of its kind had been written. */
  readonly changes: number;
  page: number;
  ended: number;
  /** What its pages count; more than one figure where they count something else than all. */
  readonly counts: Set<number>;
  /** On which page each id was. */
  readonly ids: Map<string, number>;
}

/** Ids of one walk, and walks, that are remembered at once. */
const MOST_IDS = 10_000;
const MOST_WALKS = 200;
/** Things that are missing on one walk, of those that are told. */
const MOST_LOST = 20;
const WHY = 'whoever else may have written meanwhile was not recorded';

/** Statements about lists that are read page by page (`x-pagination`). */
export const PAGING_PROPERTIES: readonly PassiveProperty[] = [
  {
    id: 'paging.walk',
    title: pagingWalk.title,
    unless: (_, { pagination, resource }) => {
      if (!pagination) return 'the operation has no pages';
      return resource?.action === 'list' ? undefined : 'nothing is said about what is listed';
    },
    lacking: 'no page of a told size was asked for',
    begin(context) {
      const walks = createLru<Walk>(MOST_WALKS);
      let rightly = 0;
      return (step) => {
        const { pagination, resource } = step.operation;
        const body = step.hasContent ? successJson(step.exchange) : undefined;
        if (!pagination || resource?.action !== 'list' || body === undefined) return 'irrelevant';
        const size = requestPlace(step, pagination.size);
        if (typeof size !== 'number') return 'irrelevant';
        const items = itemsIn(resource, body);
        const blame = (message: string, states: string, seen: string): Remark => {
          const clause = append(step.operation.pointer, 'x-pagination');
          return { message, clause, states, seen };
        };
        if (items.length > size) {
          const message = 'a page is longer than was asked for';
          return [blame(message, `size: ${size}`, `${items.length} items`)];
        }
        const numbering = numberingOf(pagination);
        if (!numbering) return [];
        const { first } = numbering;
        const page = requestPlace(step, numbering.place) ?? first;
        if (typeof page !== 'number' || step.began === undefined || step.ended === undefined)
          return [];
        const key = keyOf(step, size);
        const changes = stateWatchOf(context).book.changesOf(resource.name);
        const fresh = { began: step.began, changes, page: Number.NaN, ended: step.began };
        const walk =
          page === first
            ? walks.set(key, { ...fresh, ids: new Map(), counts: new Set() })
            : walks.get(key);
        // What is written meanwhile moves things from page to page.
        const wanted = { first, perPage: numbering.perPage(size) };
        if (!walk || walk.changes !== changes || !isNext(walk, step, page, wanted)) {
          walks.delete(key);
          return [];
        }
        const doubt = { about: String(step.location.line), why: WHY, contrary: () => rightly };
        for (const item of items) {
          const id = textOf(idOfThing(resource, item));
          const before = walk.ids.get(id);
          if (before !== undefined) {
            walks.delete(key);
            const seen = `${shorten(id)} is on the pages ${before} and ${page}`;
            return [
              { ...blame('two pages share an item', 'each item is on one page', seen), doubt },
            ];
          }
          if (walk.ids.size < MOST_IDS) walk.ids.set(id, page);
        }
        const counted = resource.count === undefined ? undefined : valueAt(body, resource.count);
        if (typeof counted === 'number') walk.counts.add(counted);
        walk.page = page;
        walk.ended = step.ended;
        if (items.length === size) return [];
        walks.delete(key);
        const lost = lostOn(context, step, walk);
        const [missing] = lost;
        const [total, other] = walk.counts;
        const isMany = page > first && walk.ids.size < MOST_IDS;
        if (missing === undefined && isMany && total !== undefined && other === undefined) {
          if (total !== walk.ids.size) {
            const seen = `${walk.ids.size} items on all pages, and ${resource.count} is ${total}`;
            const message = 'the pages have other items than are counted';
            return [{ ...blame(message, `count: ${resource.count}`, seen), doubt }];
          }
        }
        if (missing === undefined) {
          rightly += 1;
          return [];
        }
        return lost.map(({ id, operation }) => {
          const states = `${operation.id} tells of a ${resource.name}, and a page shows it`;
          const remark = blame('an item is on no page', states, `${shorten(id)} is missing`);
          return { ...remark, doubt: { ...doubt, about: textOf(id) } };
        });
      };
    },
  },
  {
    id: 'paging.counted',
    title: 'a list that is read page by page has as many items as it counts',
    unless: (_, { pagination, resource }) =>
      pagination && resource?.count !== undefined && resource.items !== undefined
        ? undefined
        : 'no list with pages counts what it lists',
    lacking: 'no list was recorded as a whole',
    begin() {
      let rightly = 0;
      return (step): Judgement => {
        const { pagination, resource, pointer } = step.operation;
        const body = step.hasContent ? successJson(step.exchange) : undefined;
        if (!pagination || !resource || body === undefined || resource.count === undefined)
          return 'irrelevant';
        const size = requestPlace(step, pagination.size);
        const numbering = numberingOf(pagination);
        const page = numbering && (requestPlace(step, numbering.place) ?? numbering.first);
        const counted = valueAt(body, resource.count);
        const items = itemsIn(resource, body);
        // A first page that is not full is all there is.
        if (typeof size !== 'number' || page === undefined || typeof counted !== 'number')
          return 'irrelevant';
        if (page !== numbering?.first) return 'irrelevant';
        if (items.length >= size) return 'irrelevant';
        if (counted === items.length) {
          rightly += 1;
          return [];
        }
        return [
          {
            message: `${items.length} things are listed and ${counted} counted`,
            clause: append(pointer, 'x-resource', 'count'),
            states: `x-resource: count: '${resource.count}'`,
            seen: `the first page has ${items.length} of at most ${size}, and ${resource.count} is ${counted}`,
            doubt: {
              about: String(step.location.line),
              why: 'a server may give smaller pages than it is asked for',
              contrary: () => rightly,
            },
          },
        ];
      };
    },
  },
];

function isNext(
  { page, ended }: Walk,
  step: RecordedStep,
  asked: number,
  { first, perPage }: { readonly first: number; readonly perPage: number },
): boolean {
  return Number.isNaN(page) ? asked === first : asked === page + perPage && isAfter(step, ended);
}

/** Who asks for which list: all but the number of the page. */
function keyOf(step: RecordedStep, size: number): string {
  const { exchange, operation, who } = step;
  const { place: page = '' } = numberingOf(operation.pagination) ?? {};
  const url = new URL(exchange.request.url);
  url.searchParams.delete(page);
  const body = isPointer(page)
    ? step.parts().find(({ part }) => part === 'body')?.value
    : undefined;
  const [, name = ''] = isPointer(page) ? [page, tokensOf(page).at(-1)] : [];
  const rest = JSON.stringify(body ?? null, (key, value: unknown) =>
    key === name && !isObject(value) ? undefined : value,
  );
  return [operation.id, who, size, url.href, rest].join('\n');
}

/** What was written before a walk, and is on none of its pages. */
function lostOn(context: PassiveContext, step: RecordedStep, walk: Walk): readonly RecordedThing[] {
  const { resource } = step.operation;
  const { searchParams } = new URL(step.exchange.request.url);
  const { pagination } = step.operation;
  const own = new Set([...pagingPlaces(pagination), ...(resource?.within ?? [])]);
  const isNarrowed =
    [...searchParams.keys()].some((name) => !own.has(name)) ||
    (resource?.filter !== undefined && requestPlace(step, resource.filter) !== undefined);
  const group =
    resource && !isNarrowed ? stateWatchOf(context).book.groupOf(step, resource) : undefined;
  if (!group || walk.ids.size >= MOST_IDS) return [];
  return [...group.values()]
    .filter((it) => it.by !== 'delete' && it.written <= walk.began && isRecent(step, it.written))
    .filter(({ id }) => !walk.ids.has(textOf(id)))
    .slice(0, MOST_LOST);
}
