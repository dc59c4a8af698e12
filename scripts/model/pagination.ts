import type { Pagination } from './policies.ts';

/** How a page is asked for by a number. */
export interface Numbering {
  /** What takes the number: a parameter's name, or a pointer into the body. */
  readonly place: string;
  /** That of the first page. */
  readonly first: number;
  /** How much greater that of the next page is, where pages have so many items. */
  readonly perPage: (size: number) => number;
}

/** The numbers that a client asks for pages with; undefined where each answer says how the next is asked for. */
export function numberingOf(pagination: Pagination | undefined): Numbering | undefined {
  if (pagination?.style === 'page')
    return { place: pagination.page, first: pagination.first, perPage: () => 1 };
  if (pagination?.style === 'offset')
    return { place: pagination.offset, first: 0, perPage: (size) => size };
  return undefined;
}

/** What a request says of pages: which it wants, and how long. */
export function pagingPlaces(pagination: Pagination | undefined): readonly string[] {
  if (!pagination) return [];
  const place = pagination.style === 'cursor' ? pagination.cursor : numberingOf(pagination)?.place;
  return place === undefined ? [pagination.size] : [place, pagination.size];
}
