import type { ApiModel, Operation } from '../../model/api-model.ts';
import { arrayOf, isEqual, isObject, objectOf, textOf, type Json } from '../../base/json.ts';
import { append, valueAt } from '../../base/json-pointer.ts';
import type { Pagination, ResourcePolicy } from '../../model/policies.ts';
import { jsonIn } from './content.ts';
import { bodyOf, inputAt } from './inputs.ts';
import type { Objection } from './objection.ts';
import type { Recorded } from './recorded.ts';
import { routeOf } from './route.ts';

/** What is known of a thing: whether it is there, and what was last written to it. */
interface Thing {
  isThere: boolean;
  written: Json;
}

/** Whether what was created can be read and listed, shows what was written, and is gone once deleted (`x-resource`). */
export function thingObjections(
  api: ApiModel,
  exchanges: readonly Recorded[],
): readonly Objection[] {
  const known = new Map<string, Thing>();
  const whole = new Map<string, ReadonlySet<string>>();
  return exchanges.flatMap((recorded) => {
    const route = routeOf(api, recorded.request);
    const resource = route.operation?.resource;
    if (!route.operation || !resource) return [];
    const told = toldIn(api, route.operation, resource, recorded);
    const clause = append(route.operation.pointer, 'x-resource');
    const strange = strangerIn(known, whole, told);
    return [...judge(known, told), ...strange].map((seen) => ({ clause, seen }));
  });
}

/** What one exchange says of things. */
interface Told {
  readonly resource: ResourcePolicy;
  /** Whose things: the kind, and whatever they are within. */
  readonly owner: string;
  readonly isSuccess: boolean;
  readonly isGone: boolean;
  /** The id that the request names. */
  readonly asked: string | undefined;
  /** The thing in the answer, and its id. */
  readonly item: Json | undefined;
  readonly id: string | undefined;
  readonly items: readonly Json[] | undefined;
  /** Whether all things are listed: no page, no condition. */
  readonly isWhole: boolean;
  readonly input: Json;
}

function toldIn(
  api: ApiModel,
  operation: Operation,
  resource: ResourcePolicy,
  { request, response }: Recorded,
): Told {
  const route = routeOf(api, request);
  const at = (place: string) => inputAt(api, operation, route, request, place);
  const { name, within = [], id, key, input = '#', item = '#', items, count, filter } = resource;
  const body = jsonIn(response) ?? null;
  const given = valueAt(body, item);
  const one = Array.isArray(given) ? undefined : given;
  const listed = items === undefined ? undefined : valueAt(body, items);
  const told = one !== undefined && key !== undefined ? valueAt(one, key) : undefined;
  const asked = id === undefined ? undefined : at(id);
  const total = count === undefined ? undefined : valueAt(body, count);
  return {
    resource,
    owner: JSON.stringify([name, ...within.map((it) => at(it) ?? null)]),
    isSuccess: response.status < 300,
    isGone: response.status === (operation.errors.notFound?.status ?? 404),
    asked: asked === undefined || Array.isArray(asked) ? undefined : textOf(asked),
    item: one,
    id: told === undefined ? undefined : textOf(told),
    items: Array.isArray(listed) ? arrayOf(listed) : undefined,
    isWhole:
      hasOnlyPages(operation, request.query) &&
      (filter === undefined || at(filter) === undefined) &&
      (!operation.pagination ||
        total === arrayOf(listed).length ||
        isOnlyPage(operation.pagination, at, arrayOf(listed), response)),
    input: valueAt(bodyOf(request) ?? null, input) ?? null,
  };
}

/** What a whole list shows now, and has not shown before, that nobody is known to have made since. */
function strangerIn(
  known: ReadonlyMap<string, Thing>,
  whole: Map<string, ReadonlySet<string>>,
  { resource, owner, id: told, items, isSuccess, isWhole }: Told,
): readonly string[] {
  // Of several that are made at once nobody tells which.
  if (['create', 'upsert'].includes(resource.action) && isSuccess && told === undefined)
    whole.delete(owner);
  if (resource.action !== 'list' || !isSuccess || !items || !isWhole) return [];
  const ids = items.map((it) => textOf(valueAt(it, resource.key ?? '#')));
  const before = whole.get(owner);
  whole.set(owner, new Set(ids));
  const strange = before && ids.find((id) => !before.has(id) && !known.has(`${owner} ${id}`));
  return strange === undefined ? [] : [`${strange} is listed, and nobody has made it`];
}

/** Whether a query says nothing but how long a page is, or which. */
function hasOnlyPages({ pagination }: Operation, query: string): boolean {
  const size = pagination?.in === 'query' ? pagination.size : undefined;
  const names = query.split('&').map((it) => it.split('=')[0] ?? '');
  return names.every((name) => name === '' || name === size);
}

/** Whether a page is the only one: nothing comes before it, and nothing after. */
function isOnlyPage(
  pagination: Pagination,
  at: (place: string) => Json | undefined,
  items: readonly Json[],
  response: Recorded['response'],
): boolean {
  if (pagination.style === 'link') return !/rel="?next/.test(response.headers['link'] ?? '');
  if (pagination.style === 'cursor') {
    const next = valueAt(jsonIn(response) ?? null, pagination.next) ?? '';
    return at(pagination.cursor) === undefined && (next === null || next === '');
  }
  const size = at(pagination.size);
  const place = at(pagination.style === 'page' ? pagination.page : pagination.offset);
  return place === undefined && typeof size === 'number' && items.length < size;
}

/** What an exchange contradicts, and what it teaches. */
function judge(known: Map<string, Thing>, told: Told): readonly string[] {
  const { resource, owner, isSuccess, isGone, asked, item, id, items, input } = told;
  const key = (of: string) => `${owner} ${of}`;
  const thing = asked === undefined ? undefined : known.get(key(asked));
  switch (resource.action) {
    case 'create': {
      if (!isSuccess || id === undefined) return [];
      const isRepeated = asked === undefined && known.get(key(id))?.isThere;
      known.set(key(id), { isThere: true, written: input });
      return isRepeated ? [`a second thing is created with the id ${id}`] : [];
    }
    case 'update':
    case 'upsert':
      if (isSuccess && asked !== undefined)
        known.set(key(asked), { isThere: true, written: merged(thing?.written, input) });
      return [];
    case 'delete':
      if (isSuccess && asked !== undefined)
        known.set(key(asked), { isThere: false, written: null });
      return [];
    case 'read':
      if (!thing) return [];
      if (!thing.isThere) return isSuccess ? ['what was deleted can be read'] : [];
      if (isGone) return ['what was created cannot be read'];
      return isSuccess && isContradicted(thing.written, item ?? null)
        ? [`what was written, ${JSON.stringify(thing.written)}, is not what is read`]
        : [];
    case 'list': {
      if (!isSuccess || !items) return [];
      const ids = items.map((it) => textOf(valueAt(it, resource.key ?? '#')));
      return [...known].flatMap(([name, { isThere }]) => {
        const own = name.startsWith(`${owner} `) ? name.slice(owner.length + 1) : undefined;
        if (own === undefined || ids.includes(own) === isThere) return [];
        if (!isThere) return [`what was deleted is listed: ${own}`];
        return told.isWhole ? [`what was created is not listed: ${own}`] : [];
      });
    }
  }
}

function merged(before: Json | undefined, after: Json): Json {
  return isObject(before) && isObject(after) ? { ...before, ...after } : after;
}

/** Whether something read has another value at a name that was written; a name that is not shown says nothing. */
function isContradicted(written: Json, read: Json): boolean {
  return Object.entries(objectOf(written)).some(([name, value]) => {
    const shown = objectOf(read)[name];
    if (shown === undefined) return false;
    return isObject(value) ? isContradicted(value, shown) : !isEqual(value, shown);
  });
}
