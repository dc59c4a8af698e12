import type { ApiModel, Operation } from '../../model/api-model.ts';
import type { Pagination } from '../../model/policies.ts';
import { arrayOf, isEqual, type Json } from '../../base/json.ts';
import { append, valueAt, withValueAt, pointerOf } from '../../base/json-pointer.ts';
import { jsonIn } from './content.ts';
import { bodyOf, inputAt } from './inputs.ts';
import type { Objection } from './objection.ts';
import type { Recorded } from './recorded.ts';
import { routeOf } from './route.ts';

/** A page that was read, and where in the whole list its items stand. */
interface Page {
  readonly list: string;
  readonly from: number;
  readonly items: readonly Json[];
  /** Place in the list after which there is nothing; unknown where the page is full. */
  readonly end: number | undefined;
}

/** Whether pages are of the size that is asked for, show one list, and count it (`x-pagination`). */
export function pageObjections(
  api: ApiModel,
  exchanges: readonly Recorded[],
): readonly Objection[] {
  const pages: Page[] = [];
  return exchanges.flatMap(({ request, response }): readonly Objection[] => {
    const route = routeOf(api, request);
    const { operation } = route;
    const { resource, pagination } = operation ?? {};
    const body = jsonIn(response);
    if (!operation || !resource || response.status >= 300) return [];
    if (resource.action !== 'list') {
      // What was written may be on any page now.
      if (resource.action !== 'read') pages.length = 0;
      return [];
    }
    if (body === undefined || resource.items === undefined) return [];
    const items = arrayOf(valueAt(body, resource.items));
    const at = (place: string) => inputAt(api, operation, route, request, place);
    const usual = pagination && usualIn(api, operation, pagination);
    const size = pagination && Number(at(pagination.size) ?? usual ?? Number.NaN);
    const from = pagination && size ? beginningOf(pagination, size, at) : 0;
    const objections: Objection[] = [];
    const clauseOf = (name: string) => append(operation.pointer, 'x-pagination', name);
    if (pagination && size !== undefined && items.length > size)
      objections.push({
        clause: clauseOf('size'),
        seen: `${items.length} items on a page of ${size}`,
      });
    const counted = resource.count === undefined ? undefined : valueAt(body, resource.count);
    // The end of the list is seen where a page is not full.
    const isEnd = !pagination || (size !== undefined && items.length > 0 && items.length < size);
    const isWhole = isEnd || (size !== undefined && Number.isNaN(size) && from === 0);
    if (
      typeof counted === 'number' &&
      (isWhole ? counted !== from + items.length : counted < items.length)
    ) {
      const clause = append(operation.pointer, 'x-resource', 'count');
      objections.push({ clause, seen: `a count of ${counted} with ${from + items.length} items` });
    }
    if (!pagination || Number.isNaN(from)) return objections;
    if (pagination.style === 'cursor' || pagination.style === 'link') return objections;
    const asked = pagination.style === 'page' ? pagination.page : pagination.offset;
    const rest = [asked, pagination.size].filter((it) => it.startsWith('#'));
    const without = rest.reduce<Json>(
      (it, place) => withValueAt(it, pointerOf(place), null),
      bodyOf(request) ?? {},
    );
    const list = JSON.stringify([operation.id, [...route.variables], without]);
    const end = size !== undefined && items.length < size ? from + items.length : undefined;
    const own: Page = { list, from, items, end };
    if (pages.some((it) => it.list === list && !isOfOneList(it, own)))
      objections.push({
        clause: clauseOf(pagination.style),
        seen: `items that another page has elsewhere`,
      });
    pages.push(own);
    return objections;
  });
}

/** Place in the list of the first item of a page that is asked for by a number. */
function beginningOf(
  pagination: Pagination,
  size: number,
  at: (place: string) => Json | undefined,
): number {
  if (pagination.style === 'offset') return Number(at(pagination.offset) ?? 0);
  if (pagination.style !== 'page') return 0;
  return (Number(at(pagination.page) ?? pagination.first) - pagination.first) * size;
}

/** The length of a page that a description states for whoever asks for none. */
function usualIn(
  { document }: ApiModel,
  { parameters }: Operation,
  { in: location, size }: Pagination,
): number | undefined {
  const parameter = parameters.find((it) => location === 'query' && it.name === size);
  const usual =
    parameter?.schema === undefined
      ? undefined
      : valueAt(document, append(parameter.schema, 'default'));
  return typeof usual === 'number' ? usual : undefined;
}

/** Whether two pages may show one list: alike where they overlap, different where they do not, and with one end. */
function isOfOneList(left: Page, right: Page): boolean {
  const isBeyond = (page: Page, end = Infinity) =>
    page.items.length > 0 && page.from + page.items.length > end;
  if (isBeyond(left, right.end) || isBeyond(right, left.end)) return false;
  return left.items.every((item, i) => {
    const place = left.from + i - right.from;
    const same = right.items[place];
    if (same !== undefined) return isEqual(same, item);
    return !right.items.some((it) => isEqual(it, item));
  });
}
