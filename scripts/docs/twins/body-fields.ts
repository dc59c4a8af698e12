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
  const fields = new Map<string, BodyField>();
  const opened = new Set<Pointer>();
  const walk = (at: Pointer, path: string, need: BodyField['need']): void => {
    const parts = partsOf(document, at);
    const known = fields.get(path);
    fields.set(path, {
      path,
      node: known?.node ?? objectOf(valueAt(document, at)),
      schema: {
        ...Object.assign({}, ...parts.toReversed().map(({ node }) => node)),
        ...known?.schema,
      } as JsonObject,
      need: known?.need === 'required' ? 'required' : need,
    });
    const isRequired = (name: string) =>
      parts.some((it) => !it.isAlternative && arrayOf(it.node['required']).includes(name));
    for (const { node, pointer, isAlternative } of parts) {
      if (opened.has(pointer)) continue;
      opened.add(pointer);
      for (const name of Object.keys(objectOf(node['properties']))) {
        const own = isRequired(name) ? 'required' : isAlternative ? 'alternative' : 'optional';
        walk(append(pointer, 'properties', name), path === '' ? name : `${path}.${name}`, own);
      }
      if (node['items'] !== undefined) walk(append(pointer, 'items'), `${path}[]`, 'optional');
    }
  };
  walk(schema, '', 'required');
  return [...fields.values()];
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
  return path === '' ? 0 : path.split(/\.|(?=\[\])/).length;
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
