import { arrayOf, objectOf, stringOf, type JsonObject } from '../base/json.ts';
import { append, pointerOf, tokensOf, valueAt, type Pointer } from '../base/json-pointer.ts';

/** A schema of a description at the place where it is written. */
interface Place {
  readonly node: JsonObject;
  readonly pointer: Pointer;
}

/** A field of a body, by its path: `error.code`, or `rows[]` for what a list holds. */
export interface Field extends Place {
  readonly path: string;
}

/**
 * The fields of a body, parents first; the body itself has an empty path. A schema that is used
 * twice, or that holds itself, is followed where it comes first: large descriptions would not end.
 */
export function schemaFields(document: JsonObject, schema: Pointer): Field[] {
  const fields: Field[] = [];
  const seen = new Set<Pointer>();
  const walk = (written: Pointer, path: string): void => {
    for (const place of partsOf(document, written)) {
      fields.push({ ...place, path });
      if (seen.has(place.pointer)) continue;
      seen.add(place.pointer);
      const { node, pointer } = place;
      for (const name of Object.keys(objectOf(node['properties']))) {
        walk(append(pointer, 'properties', name), path === '' ? name : `${path}.${name}`);
      }
      if (node['items'] !== undefined) walk(append(pointer, 'items'), `${path}[]`);
    }
  };
  walk(schema, '');
  return fields;
}

/** The keywords for the part of a body that a pointer names, from all schemas that apply to it. */
export function fieldAt(document: JsonObject, schema: Pointer, at: Pointer): JsonObject {
  let parts = partsOf(document, schema);
  for (const name of tokensOf(at)) {
    parts = parts
      .filter(({ node }) => Object.hasOwn(objectOf(node['properties']), name))
      .flatMap(({ pointer }) => partsOf(document, append(pointer, 'properties', name)));
  }
  return Object.assign({}, ...parts.toReversed().map(({ node }) => node)) as JsonObject;
}

/** A pointer into a body as a reader writes it: `error.message`. */
export function pathWords(pointer: Pointer): string {
  return tokensOf(pointer).join('.');
}

/** A parameter's name as it is, or a pointer into the body as `pathWords` has it. */
export function nameWords(name: string): string {
  return name.startsWith('#') ? pathWords(`#${name.slice(1)}`) : name;
}

/** A schema, its `$ref`s followed, and those that apply to the same value beside it. */
function partsOf(document: JsonObject, schema: Pointer, seen = new Set<Pointer>()): Place[] {
  if (seen.has(schema)) return [];
  seen.add(schema);
  const node = objectOf(valueAt(document, schema));
  const ref = stringOf(node['$ref']);
  const beside = ['allOf', 'anyOf', 'oneOf'].flatMap((keyword) =>
    [...arrayOf(node[keyword]).keys()].map((index) => append(schema, keyword, index)),
  );
  const others = ref?.startsWith('#') ? [pointerOf(ref), ...beside] : beside;
  return [{ node, pointer: schema }, ...others.flatMap((it) => partsOf(document, it, seen))];
}
