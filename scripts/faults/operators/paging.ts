import type { ApiModel, Operation } from '../../model/api-model.ts';
import type { Json } from '../../base/json.ts';
import { append, pointerOf, valueAt, withValueAt } from '../../base/json-pointer.ts';
import type { Pagination } from '../../model/policies.ts';
import { withJson } from '../answer-parts.ts';
import { exampleRequest } from '../example-request.ts';
import type { RequestDraft, Operator, Sent } from '../operator.ts';
import { readSent, valueIn, withBytes, withParameter, withValueIn } from '../request-parts.ts';
import { without } from '../schema-sites.ts';
import { stepsOf, successPlace, WHOLE_ANSWER } from './spots.ts';

interface PageOperator {
  readonly id: string;
  readonly title: string;
  /** What the server is told of a page instead; undefined leaves it out. */
  readonly change: 'size' | 'page';
  readonly instead: (value: number, pagination: Pagination) => number | undefined;
  /** The page that shows it, counted from the first. */
  readonly shownBy: number;
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
    change: 'page',
    instead: (_, { first }) => first,
    shownBy: 1,
  },
  {
    id: 'page-counted-otherwise',
    title: 'counts pages from one less than documented',
    change: 'page',
    instead: (page) => page + 1,
    shownBy: 0,
  },
];

/** The request with another value at a place, or without it. */
function resent(
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
function smallPage(
  api: ApiModel,
  operation: Operation,
  { page, size, first }: Pagination,
  offset: number,
  items: number,
): RequestDraft | undefined {
  const draft = exampleRequest(api, operation);
  const sized = draft && withValueIn(operation, draft, size, items);
  return sized && withValueIn(operation, sized, page, first + offset);
}

/** Operators on how a list is walked, and on how it is counted. */
export const PAGING_OPERATORS: readonly Operator[] = [
  ...OF_PAGES.map(({ id, title, change, instead, shownBy }): Operator => ({
    id,
    class: 'paging',
    difficulty: 2,
    title,
    changes: 'body',
    places(api, operation) {
      const { pagination } = operation;
      if (!pagination) return [];
      const place = pagination[change];
      return [
        {
          at: WHOLE_ANSWER,
          clause: append(operation.pointer, 'x-pagination', change),
          deviate: () => ({
            before(sent) {
              const read = readSent(api, operation, sent);
              const value = read && valueIn(read, place);
              if (!read || typeof value !== 'number' || read.breaches.length > 0) return sent;
              return resent(operation, sent, read.body, place, instead(value, pagination));
            },
          }),
          // The first two items, then one of them alone: a single page proves nothing.
          witness: () =>
            stepsOf(
              smallPage(api, operation, pagination, 0, 2),
              smallPage(api, operation, pagination, shownBy, 1),
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
