import type { Exchange } from '../../wire/exchange.ts';
import { textOf, type Json } from '../../base/json.ts';
import { valueAt } from '../../base/json-pointer.ts';
import { numberingOf } from '../../model/pagination.ts';
import type { Pagination } from '../../model/policies.ts';
import type { Bench } from '../bench.ts';
import type { Draft } from '../generation/draft.ts';
import { addressTold, askAt } from './follow.ts';
import { successJson } from './json-answer.ts';
import { nextLink } from './next-link.ts';
import { withPlace } from './places.ts';

/** The answer to a question for the next page, that there is none, or where it leads instead of there. */
export type NextPage = Exchange | 'end' | { readonly elsewhere: string };

/** A list that is walked. */
export interface Walking {
  readonly pagination: Pagination;
  /** The question for all of it. */
  readonly whole: Draft;
  readonly size: number;
}

/** The question for the first page. */
export function firstPage(bench: Bench, { pagination, whole, size }: Walking): Draft {
  const { operation } = bench;
  const sized = withPlace(whole, operation, pagination.size, size);
  const about = numberingOf(pagination);
  return about ? withPlace(sized, operation, about.place, about.first) : sized;
}

/** Asks for a page: the one of a number, counted from 0, or the one that the page before has told of. */
export async function askForPage(
  bench: Bench,
  walking: Walking,
  number: number,
  before: Exchange | undefined,
): Promise<NextPage> {
  const { operation, exchange } = bench;
  const { pagination, size } = walking;
  const first = firstPage(bench, walking);
  const about = numberingOf(pagination);
  if (!before) return exchange(first, {});
  if (about) {
    const place = about.first + number * about.perPage(size);
    return exchange(withPlace(first, operation, about.place, place), {});
  }
  if (pagination.style === 'cursor') {
    const next = cursorIn(pagination.next, before);
    if (next === undefined) return 'end';
    return exchange(withPlace(first, operation, pagination.cursor, next), {});
  }
  const reference = before.response && nextLink(before.response);
  if (reference === undefined) return 'end';
  const address = addressTold(bench, before.request, reference);
  return address ? askAt(bench, operation, first, address) : { elsewhere: reference };
}

/** What an answer says that the next page is asked for with; undefined where it is the last. */
function cursorIn(place: Parameters<typeof valueAt>[1], answered: Exchange): Json | undefined {
  const body = successJson(answered);
  const next = body === undefined ? undefined : valueAt(body, place);
  return next === null || next === undefined || textOf(next) === '' ? undefined : next;
}
