import { arrayOf, objectOf, stringOf, type JsonObject } from '../../base/json.ts';
import { append, pointerOf, valueAt, type Pointer } from '../../base/json-pointer.ts';

/** A field of a body as a table shows it. */
export interface BodyField {
  /** `error.code`, or `rows[].id` for what a list holds; empty for the body itself. */
  readonly path: string;
  /** Its keywords, of all schemas that apply to it. */
  readonly schema: JsonObject;
  /** The handwritten node that it is described at. */
  readonly node: JsonObject;
  /** `alternative` where only one form of several has the field. */
  readonly need: 'required' | 'optional' | 'alternative';
}

interface Part {
  readonly node: JsonObject;
  readonly pointer: Pointer;
  readonly isAlternative: boolean;
}

/**
 * The fields of a body, parents first and each path once. A named schema is opened where it comes first: those that
 * hold themselves, or are used everywhere, would not end.
 */
export function bodyFields(document: JsonObject, schema: Pointer): BodyField[] {
  const placeOf = placesOf(document);
  const fields = new Map<string, BodyField>();
  const opened = new Set<Pointer>();
  const walk = (at: Pointer, path: string, need: BodyField['need']): void => {
    const { node, parts, keywords } = placeOf(at);
    const known = fields.get(path);
    fields.set(path, {
      path,
      node: known?.node ?? node,
      schema: known ? { ...keywords, ...known.schema } : keywords,
      need: known?.need === 'required' ? 'required' : need,
    });
    for (const { pointer, members, items } of parts) {
      if (opened.has(pointer)) continue;
      opened.add(pointer);
      for (const { name, at: below, need: own } of members)
        walk(below, path === '' ? name : `${path}.${name}`, own);
      if (items !== undefined) walk(items, `${path}[]`, 'optional');
    }
  };
  walk(schema, '', 'required');
  return [...fields.values()];
}

/** What a schema says of its value, wherever that stands. */
interface Place {
  readonly node: JsonObject;
  /** The keywords of all its parts. */
  readonly keywords: JsonObject;
  readonly parts: readonly PartFields[];
}

interface PartFields {
  readonly pointer: Pointer;
  readonly members: readonly {
    readonly name: string;
    readonly at: Pointer;
    readonly need: BodyField['need'];
  }[];
  readonly items: Pointer | undefined;
}

const PLACES = new WeakMap<JsonObject, Map<Pointer, Place>>();
const SHOWN = new WeakMap<JsonObject, Map<Pointer, ShownFields>>();

/** The keywords that apply to a value, whatever parts its schema has. */
export function keywordsAt(document: JsonObject, schema: Pointer): JsonObject {
  return placesOf(document)(schema).keywords;
}

/** The fields of a body that a table shows: those of a large one are worked out once, for whoever asks. */
export function shownFields(document: JsonObject, schema: Pointer): ShownFields {
  const known = SHOWN.get(document) ?? new Map<Pointer, ShownFields>();
  SHOWN.set(document, known);
  const shown = known.get(schema) ?? upperFields(bodyFields(document, schema));
  known.set(schema, shown);
  return shown;
}

/** The places of a document, each worked out once: the bodies of hundreds of operations lead to the same schemas. */
function placesOf(document: JsonObject): (at: Pointer) => Place {
  const known = PLACES.get(document) ?? new Map<Pointer, Place>();
  PLACES.set(document, known);
  return (at) => {
    const place = known.get(at) ?? toPlace(document, at);
    known.set(at, place);
    return place;
  };
}

function toPlace(document: JsonObject, at: Pointer): Place {
  const parts = partsOf(document, at);
  const required = new Set(
    parts.flatMap(({ node, isAlternative }) => (isAlternative ? [] : arrayOf(node['required']))),
  );
  const needOf = (name: string, isAlternative: boolean) =>
    required.has(name) ? 'required' : isAlternative ? 'alternative' : 'optional';
  return {
    node: objectOf(valueAt(document, at)),
    keywords: Object.assign({}, ...parts.toReversed().map(({ node }) => node)) as JsonObject,
    parts: parts.map(({ node, pointer, isAlternative }) => ({
      pointer,
      members: Object.keys(objectOf(node['properties'])).map((name) => ({
        name,
        at: append(pointer, 'properties', name),
        need: needOf(name, isAlternative),
      })),
      items: node['items'] === undefined ? undefined : append(pointer, 'items'),
    })),
  };
}

/** The fields that a table shows, and how many it leaves out. */
export interface ShownFields {
  readonly shown: readonly BodyField[];
  readonly left: number;
}

/**
 * As many levels of fields as a table of `most` rows has room for, and the first level in any case: a body of a
 * thousand fields is read level by level, not row by row.
 */
export function upperFields(fields: readonly BodyField[], most = MOST_ROWS): ShownFields {
  if (fields.length <= most) return { shown: fields, left: 0 };
  const byDepth = Map.groupBy(fields, ({ path }) => depthOf(path));
  let shown = new Set<BodyField>();
  for (const depth of [...byDepth.keys()].toSorted((a, b) => a - b)) {
    const level = byDepth.get(depth) ?? [];
    if (shown.size > 1 && shown.size + level.length > most) break;
    shown = new Set([...shown, ...level]);
  }
  return { shown: fields.filter((it) => shown.has(it)), left: fields.length - shown.size };
}

const MOST_ROWS = 120;

/** How far below the body a field is: `error.code` two levels, `rows[].id` three. */
function depthOf(path: string): number {
  if (path === '') return 0;
  let depth = 1;
  for (let at = 0; at < path.length; at += 1) {
    if (path[at] === '.' || (at > 0 && path.startsWith('[]', at))) depth += 1;
  }
  return depth;
}

/** A schema, its `$ref`s followed, and those that apply to the same value beside it. */
function partsOf(
  document: JsonObject,
  pointer: Pointer,
  seen = new Set<Pointer>(),
  isAlternative = false,
): Part[] {
  if (seen.has(pointer)) return [];
  seen.add(pointer);
  const node = objectOf(valueAt(document, pointer));
  const ref = stringOf(node['$ref']);
  const parts: Part[] = [{ node, pointer, isAlternative }];
  if (ref?.startsWith('#')) parts.push(...partsOf(document, pointerOf(ref), seen, isAlternative));
  for (const keyword of ['allOf', 'anyOf', 'oneOf']) {
    const either = isAlternative || keyword !== 'allOf';
    for (const index of arrayOf(node[keyword]).keys()) {
      parts.push(...partsOf(document, append(pointer, keyword, index), seen, either));
    }
  }
  return parts;
}
