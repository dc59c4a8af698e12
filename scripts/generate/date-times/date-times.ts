import { arrayOf, isObject, type Json, type JsonObject } from '../../base/json.ts';
import type { DateTimeContract } from '../runtime/contract.ts';
import { dateOf } from '../runtime/date-times.ts';
import { schemaViewsIn, type SchemaView } from './schema-views.ts';

/** The times of a description that its client has as `Date`. */
export interface DateTimes {
  /** The schemas of such times. */
  readonly schemas: ReadonlySet<JsonObject>;
  /** Where times are in a value of a schema, as a place in `rows`; undefined where there is none. */
  readonly placeOf: (schema: Json) => number | undefined;
  /** The same of one of its items, or of itself where it is no list. */
  readonly itemPlaceOf: (schema: Json) => number | undefined;
  readonly rows: readonly DateTimeContract[];
}

/**
 * Finds the texts of the format `date-time` (JSON Schema Validation 2020-12, section 7.3.1) among the values of
 * these schemas. Where an alternative lets a text be in the same place that is no time, both are texts: what is
 * there could not be told by its look.
 */
export function dateTimesIn(document: JsonObject, roots: Iterable<Json>): DateTimes {
  const views = schemaViewsIn(document);
  for (const root of roots) views.viewOf([root]);
  const schemas = unmistakable([...views.all()]);
  const isTime = ({ parts }: SchemaView) => parts.some((it) => schemas.has(it));
  const telling = tellingAmong([...views.all()], isTime);
  const places = new Map<SchemaView, number>();
  const rows: DateTimeContract[] = [];
  const placeOf = (root: SchemaView | undefined): number | undefined => {
    if (root === undefined || !telling.has(root)) return undefined;
    const open: SchemaView[] = [];
    const place = (view: SchemaView | undefined): number | null => {
      if (view === undefined || !telling.has(view)) return null;
      const known = places.get(view);
      if (known !== undefined) return known;
      // Known before it is filled: what is inside of it may lead back here.
      const at = rows.push({}) - 1;
      places.set(view, at);
      open.push(view);
      return at;
    };
    const first = place(root);
    for (let view = open.pop(); view !== undefined; view = open.pop()) {
      rows[places.get(view) ?? 0] = toRow(view, isTime(view), place);
    }
    return first ?? undefined;
  };
  return {
    schemas,
    placeOf: (schema) => placeOf(views.viewOf([schema])),
    itemPlaceOf: (schema) => {
      const view = views.viewOf([schema]);
      return placeOf(view?.items ?? view);
    },
    rows,
  };
}

function toRow(
  view: SchemaView,
  isTime: boolean,
  place: (view: SchemaView | undefined) => number | null,
): DateTimeContract {
  const [items, others] = [place(view.items), place(view.others)];
  const first = view.first.map(place);
  const members = [...view.members].map(([name, it]) => [name, place(it)] as const);
  // What is not named is one of the others, so that those without times are named where others have some.
  const named = others === null ? members.filter(([, at]) => at !== null) : members;
  return {
    ...(isTime && { isTime }),
    ...(items !== null && { items }),
    ...((first.some((at) => at !== null) || (items !== null && first.length > 0)) && { first }),
    ...(named.length > 0 && { members: Object.fromEntries(named) }),
    ...(others !== null && { others }),
  };
}

/** The schemas of times of which no view says that another text may be in their place. */
function unmistakable(views: readonly SchemaView[]): ReadonlySet<JsonObject> {
  const times = new Set(views.flatMap(({ parts }) => parts.filter(isTimeSchema)));
  for (let isDone = false; !isDone;) {
    isDone = true;
    for (const { parts } of views) {
      const own = parts.filter((it) => times.has(it));
      if (own.length === 0 || !parts.some((it) => !times.has(it) && mayLookLikeTime(it))) continue;
      // One that is text here is text wherever it is used, and may be in the way of others there.
      for (const it of own) times.delete(it);
      isDone = false;
    }
  }
  return times;
}

/** The views of which a value may hold a time, at whatever depth. */
function tellingAmong(
  views: readonly SchemaView[],
  isTime: (view: SchemaView) => boolean,
): ReadonlySet<SchemaView> {
  const above = new Map<SchemaView, SchemaView[]>();
  for (const view of views) {
    for (const below of childrenOf(view)) {
      const list = above.get(below);
      if (list) list.push(view);
      else above.set(below, [view]);
    }
  }
  const telling = new Set<SchemaView>();
  const open = views.filter(isTime);
  for (let view = open.pop(); view !== undefined; view = open.pop()) {
    if (telling.has(view)) continue;
    telling.add(view);
    open.push(...(above.get(view) ?? []));
  }
  return telling;
}

function childrenOf({ items, others, first, members }: SchemaView): readonly SchemaView[] {
  return [...first, ...members.values(), items, others].filter((it) => it !== undefined);
}

/** Whether a schema is that of a time, and of nothing else that is a text. */
function isTimeSchema({ type, format, ...rest }: JsonObject): boolean {
  const isText = type === 'string' || (Array.isArray(type) && arrayOf(type).includes('string'));
  return isText && format === 'date-time' && !('enum' in rest) && !('const' in rest);
}

/** Formats of which no text looks like a time. */
const OTHER_FORMATS: ReadonlySet<unknown> = new Set([
  'date',
  'duration',
  'email',
  'ipv4',
  'ipv6',
  'time',
  'uri',
  'uuid',
]);

/** Characters of the shortest time, `2000-01-01T00:00:00Z`. */
const SHORTEST = 20;

/** Whether a text of a schema that is not that of a time may look like one all the same. */
function mayLookLikeTime({ type, format, maxLength, ...rest }: JsonObject): boolean {
  const values = 'const' in rest ? [rest['const']] : arrayOf(rest['enum']);
  if (values.length > 0)
    return values.some((it) => typeof it === 'string' && dateOf(it) !== undefined);
  if (type !== 'string' && !(Array.isArray(type) && arrayOf(type).includes('string'))) return false;
  if (typeof maxLength === 'number' && maxLength < SHORTEST) return false;
  return !OTHER_FORMATS.has(format);
}

/** Marks the schema of a time that callers have as a `Date`. */
export const IS_DATE = 'x-is-date';

/** A copy of a document in which these schemas are marked. */
export function withDates(document: JsonObject, schemas: ReadonlySet<JsonObject>): JsonObject {
  const copy = (node: Json): Json => {
    if (Array.isArray(node)) return (node as readonly Json[]).map(copy);
    if (!isObject(node)) return node;
    const members = Object.entries(node).map(([key, child]): [string, Json] => [key, copy(child)]);
    return { ...Object.fromEntries(members), ...(schemas.has(node) && { [IS_DATE]: true }) };
  };
  return copy(document) as JsonObject;
}
