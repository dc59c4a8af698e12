import type { ApiModel, Operation } from '../../model/api-model.ts';
import { arrayOf, textOf, type Json } from '../../base/json.ts';
import { append, valueAt } from '../../base/json-pointer.ts';
import type { Pagination } from '../../model/policies.ts';
import { jsonIn } from './content.ts';
import { inputAt } from './inputs.ts';
import type { Objection } from './objection.ts';
import type { Recorded } from './recorded.ts';
import { routeOf } from './route.ts';

/** Pages that have led one to the other, and the ids on them. */
interface Chain {
  readonly ids: string[];
  /** What the last of them has told. */
  next: string | undefined;
}

type Telling = Extract<Pagination, { readonly style: 'cursor' | 'link' }>;

/** Whether pages that lead to each other show each item once, and all of them (`x-pagination`). */
export function toldPageObjections(
  api: ApiModel,
  exchanges: readonly Recorded[],
): readonly Objection[] {
  let chains: Chain[] = [];
  /** Ids that are known to be in the list, by operation. */
  const all = new Map<string, Set<string>>();
  return exchanges.flatMap((recorded): readonly Objection[] => {
    const { request, response } = recorded;
    const route = routeOf(api, request);
    const { operation } = route;
    const { resource, pagination } = operation ?? {};
    if (!operation || !resource) return [];
    if (resource.action !== 'list' && resource.action !== 'read') {
      chains = [];
      all.clear();
    }
    if (pagination?.style !== 'cursor' && pagination?.style !== 'link') return [];
    const object = (seen: string) => [
      { clause: append(operation.pointer, 'x-pagination', 'style'), seen },
    ];
    const asked = askedIn(api, operation, pagination, recorded);
    const led = chains.find(({ next }) => next !== undefined && next === asked);
    if (response.status >= 300) return led ? object('a page leads nowhere') : [];
    const items = itemsIn(resource.items, jsonIn(response));
    const ids = items.map((it) => textOf(valueAt(it, resource.key ?? '#')));
    const next = toldIn(pagination, recorded);
    const known = all.get(operation.id) ?? new Set<string>();
    all.set(operation.id, known);
    const strange = pagination.style === 'link' ? strangePlace(operation, recorded) : undefined;
    const repeated = led && ids.find((id) => led.ids.includes(id));
    const chain = led ?? { ids: [], next: undefined };
    if (!led && asked === undefined) chains.push(chain);
    chain.ids.push(...ids);
    chain.next = next;
    for (const id of ids) known.add(id);
    const isWhole = chains.includes(chain) && next === undefined;
    const lost = isWhole ? [...known].find((id) => !chain.ids.includes(id)) : undefined;
    return [
      ...(strange === undefined ? [] : object(`the next page is at ${strange}`)),
      ...(repeated === undefined ? [] : object(`${repeated} is on two pages`)),
      ...(lost === undefined ? [] : object(`${lost} is on no page`)),
      ...(led?.next !== undefined && led.next === asked ? object('a page leads to itself') : []),
    ];
  });
}

function itemsIn(
  place: Parameters<typeof valueAt>[1] = '#',
  body: Json | undefined,
): readonly Json[] {
  return arrayOf(body === undefined ? undefined : valueAt(body, place));
}

/** What a request asks for a page with; undefined for the first. */
function askedIn(
  api: ApiModel,
  operation: Operation,
  pagination: Telling,
  { request }: Recorded,
): string | undefined {
  if (pagination.style === 'cursor') {
    const asked = inputAt(api, operation, routeOf(api, request), request, pagination.cursor);
    return asked === undefined ? undefined : textOf(asked);
  }
  const own = new Set(operation.parameters.map(({ name }) => name));
  const isLed = request.query
    .split('&')
    .some((it) => it !== '' && !own.has(it.split('=')[0] ?? ''));
  return isLed ? request.query : undefined;
}

/** What an answer tells to ask for the next page with. */
function toldIn(pagination: Telling, { response }: Recorded): string | undefined {
  if (pagination.style === 'cursor') {
    const told = valueAt(jsonIn(response) ?? null, pagination.next);
    return told === undefined || told === null || told === '' ? undefined : textOf(told);
  }
  const next = linkIn(response.headers);
  return next === undefined ? undefined : new URL(next, BASE).search.slice(1);
}

function linkIn({ link = '' }: Recorded['response']['headers']): string | undefined {
  return /<([^>]*)>[^,]*;\s*rel="?next"?/.exec(link)?.[1];
}

const BASE = 'http://base.invalid';

/** The address of the next page, where it is not that of the list. */
function strangePlace({ servers }: Operation, { request, response }: Recorded): string | undefined {
  const next = linkIn(response.headers);
  if (next === undefined) return undefined;
  const { href, origin, pathname } = new URL(next, `${BASE}${request.path}`);
  const isHere =
    origin === BASE
      ? pathname === request.path
      : servers.some(({ url }) => href.startsWith(`${url}${request.path}?`));
  return isHere ? undefined : next;
}
