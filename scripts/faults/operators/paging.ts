import type { ApiModel, Operation } from '../../model/api-model.ts';
import type { Json } from '../../base/json.ts';
import { append, pointerOf, valueAt, withValueAt } from '../../base/json-pointer.ts';
import { numberingOf, type Numbering } from '../../model/pagination.ts';
import type { Pagination } from '../../model/policies.ts';
import { likelyBody, withJson } from '../answer-parts.ts';
import { exampleRequest } from '../example-request.ts';
import type { RequestDraft, Operator, Sent } from '../operator.ts';
import { readSent, valueIn, withBytes, withParameter, withValueIn } from '../request-parts.ts';
import { without } from '../schema-sites.ts';
import { stepsOf, successPlace, WHOLE_ANSWER } from './spots.ts';

interface PageOperator {
  readonly id: string;
  readonly title: string;
  /** What the server is told of a page instead; undefined leaves it out. */
  readonly change: 'size' | 'number';
  readonly instead: (value: number, about: Numbering, size: number) => number | undefined;
  /** The page that shows it, counted from the first. */
  readonly shownBy: number;
  /** How long that page is; one item unless said. */
  readonly size?: number;
}

const OF_PAGES: readonly PageOperator[] = [
  {
    id: 'page-size-ignored',
    title: 'answers with everything, whatever the size of the page',
    change: 'size',
    instead: () => undefined,
    shownBy: 0,
  },
  {
    id: 'page-repeats-items',
    title: 'answers each page with the items of the first',
    change: 'number',
    instead: (_, { first }) => first,
    shownBy: 1,
  },
  {
    id: 'page-counted-otherwise',
    title: 'counts pages from one less than documented',
    change: 'number',
    instead: (page) => page + 1,
    shownBy: 0,
  },
  {
    id: 'page-one-longer',
    title: 'puts one item more on a page than was asked for',
    change: 'size',
    instead: (size) => size + 1,
    shownBy: 0,
  },
  {
    id: 'items-skipped-as-pages',
    title: 'skips as many pages as items are to be skipped',
    change: 'number',
    instead: (offset, _, size) => offset * size,
    shownBy: 1,
    size: 2,
  },
];

/** The request with another value at a place, or without it. */
export function resent(
  operation: Operation,
  sent: Sent,
  body: Json | undefined,
  place: string,
  value: number | undefined,
): Sent {
  if (!place.startsWith('#')) {
    const parameter = operation.parameters.find(({ name }) => name === place);
    return parameter ? withParameter(operation, sent, parameter, value) : sent;
  }
  if (body === undefined) return sent;
  const at = pointerOf(place);
  const changed = value === undefined ? without(body, at) : withValueAt(body, at, value);
  return withBytes(sent, Buffer.from(JSON.stringify(changed)));
}

/** A page of few items. */
export function smallPage(
  api: ApiModel,
  operation: Operation,
  pagination: Pagination,
  pages: number,
  items: number,
): RequestDraft | undefined {
  const draft = exampleRequest(api, operation);
  const sized = draft && withValueIn(operation, draft, pagination.size, items);
  const about = numberingOf(pagination);
  if (!sized || !about) return sized;
  return withValueIn(operation, sized, about.place, about.first + pages * about.perPage(items));
}

/** Things that a list has where its pages are to show something. */
const ENOUGH = 4;

/** Requests that make so many things that there are a few pages; none where examples show enough. */
export function enough(api: ApiModel, operation: Operation): readonly RequestDraft[] {
  const { resource } = operation;
  const body = likelyBody(api, operation);
  const listed = body === undefined ? undefined : valueAt(body, resource?.items ?? '#');
  const missing = ENOUGH - (Array.isArray(listed) ? listed.length : 0);
  const creator = api.operations.find(
    (it) => it.resource?.name === resource?.name && it.resource?.action === 'create',
  );
  const draft = creator && missing > 0 ? exampleRequest(api, creator) : undefined;
  return draft ? Array.from({ length: missing }, () => draft) : [];
}

/** Operators on how a list is walked, and on how it is counted. */
export const PAGING_OPERATORS: readonly Operator[] = [
  ...OF_PAGES.map(({ id, title, change, instead, shownBy, size: shown = 1 }): Operator => ({
    id,
    class: 'paging',
    difficulty: 2,
    title,
    changes: 'body',
    places(api, operation) {
      const { pagination } = operation;
      const numbers = numberingOf(pagination);
      if (!pagination || (change === 'number' && !numbers)) return [];
      // Pages have no items to skip.
      if (id === 'items-skipped-as-pages' && pagination.style !== 'offset') return [];
      const about = numbers ?? { place: '', first: 0, perPage: () => 1 };
      const place = change === 'size' ? pagination.size : about.place;
      const name = change === 'size' || pagination.style === 'link' ? 'size' : pagination.style;
      return [
        {
          at: WHOLE_ANSWER,
          clause: append(operation.pointer, 'x-pagination', name),
          deviate: () => ({
            before(sent) {
              const read = readSent(api, operation, sent);
              const value = read && valueIn(read, place);
              const size = read && valueIn(read, pagination.size);
              if (!read || typeof value !== 'number' || read.breaches.length > 0) return sent;
              const other = instead(value, about, typeof size === 'number' ? size : 1);
              return resent(operation, sent, read.body, place, other);
            },
          }),
          // The first items, then some of them alone: a single page proves nothing.
          witness: () =>
            stepsOf(
              ...enough(api, operation),
              ...(change === 'number' ? [exampleRequest(api, operation)] : []),
              smallPage(api, operation, pagination, 0, 2 * shown),
              smallPage(api, operation, pagination, shownBy, shown),
            ),
        },
      ];
    },
  })),
  {
    id: 'total-wrong',
    class: 'paging',
    difficulty: 1,
    title: 'counts one more than it lists',
    changes: 'body',
    places(api, operation) {
      const count = operation.resource?.count;
      if (count === undefined) return [];
      const clause = append(operation.pointer, 'x-resource', 'count');
      return [
        successPlace(api, operation, WHOLE_ANSWER, clause, (answer) =>
          withJson(answer, (body) => {
            const counted = valueAt(body, count);
            return typeof counted === 'number' ? withValueAt(body, count, counted + 1) : undefined;
          }),
        ),
      ];
    },
  },
];
