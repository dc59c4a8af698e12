import {
  arrayOf,
  isObject,
  objectOf,
  stringOf,
  textOf,
  type Json,
  type JsonObject,
} from '../base/json.ts';
import { append, pointerOf, valueAt, type Pointer } from '../base/json-pointer.ts';
import type { Operation } from './api-model.ts';

/**
 * A document of OpenAPI 3.2 for programs that know 3.1 only: what is new there is told in the words of 3.1. What has no
 * words in it, the operations of other methods, are paths of their own. One of 3.1 is left as it is.
 */
export function asThreeOne(document: JsonObject): JsonObject {
  if (!/^3\.2\b/.test(textOf(document['openapi']))) return document;
  const paths = Object.entries(objectOf(document['paths'])).flatMap(
    ([path, item]): [string, Json][] => (isObject(item) ? toPaths(path, item) : [[path, item]]),
  );
  const { $self: _self, ...rest } = document;
  const told = { ...rest, openapi: '3.1.1', paths: Object.fromEntries(paths) };
  return objectOf(tell(told, document));
}

/** Where the types of an operation stand: its path, or one of its own where 3.1 has no field for the method. */
export function placeInThreeOne({ method, path, pointer }: Operation): {
  path: string;
  method: string;
} {
  const isOwn = pointer.includes('/additionalOperations/') || method === 'query';
  return isOwn ? { path: `${method.toUpperCase()} ${path}`, method: 'post' } : { path, method };
}

function toPaths(
  path: string,
  { query, additionalOperations, ...item }: JsonObject,
): [string, Json][] {
  const added = Object.entries({
    ...(query !== undefined && { QUERY: query }),
    ...objectOf(additionalOperations),
  });
  const shared = arrayOf(item['parameters']);
  const own = added.map(([method, operation]): [string, Json] => [
    `${method} ${path}`,
    { ...(shared.length > 0 && { parameters: shared }), post: operation },
  ]);
  return [[path, item], ...own];
}

/** References of media types that are being told: one that leads back to where it stands is told without its content. */
type Open = ReadonlySet<string>;

function tell(node: Json, document: JsonObject, open: Open = new Set()): Json {
  if (Array.isArray(node)) return (node as readonly Json[]).map((it) => tell(it, document, open));
  if (!isObject(node)) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, child]) => {
      if (key === 'content' && isObject(child)) return [key, tellContent(child, document, open)];
      if (key === 'parameters' && Array.isArray(child)) {
        const list = (child as readonly Json[]).flatMap((it) => fieldsOfQuery(it, document));
        return [key, list.map((it) => tell(it, document, open))];
      }
      return [key, tell(child, document, open)];
    }),
  );
}

/** Media Type Objects may be components in 3.2 only (OpenAPI 3.2.0, section 4.7). */
function tellContent(content: JsonObject, document: JsonObject, open: Open): JsonObject {
  const entries = Object.entries(content).map(([type, media]): [string, Json] => {
    const led = new Set(open);
    let target: Json = media;
    for (;;) {
      const ref = stringOf(objectOf(target)['$ref']);
      if (ref?.startsWith('#') !== true) return [type, tell(target, document, led)];
      if (led.has(ref)) return [type, {}];
      led.add(ref);
      target = valueAt(document, pointerOf(ref)) ?? {};
    }
  });
  return Object.fromEntries(entries);
}

function fieldsOfQuery(parameter: Json, document: JsonObject): Json[] {
  const written = objectOf(parameter);
  const ref = stringOf(written['$ref']);
  const target = ref?.startsWith('#') === true ? valueAt(document, pointerOf(ref)) : written;
  const node = objectOf(target);
  if (node['in'] !== 'querystring') return [parameter];
  if (!isFormQuery(node)) return isObject(node['content']) ? [{ ...node, in: 'query' }] : [];
  return queryFields(document, node, '#').map(({ name, required, schema, encoding }) => ({
    name,
    in: 'query',
    required,
    ...encoding,
    schema,
  }));
}

/** Whether a parameter that is the whole query string is a form. */
export function isFormQuery({ content }: JsonObject): boolean {
  const [type = ''] = Object.keys(objectOf(content));
  return /^application\/x-www-form-urlencoded\b/i.test(type);
}

/** A field of a query string that a form describes (OpenAPI 3.2.0, section 4.12.1). */
interface QueryField {
  readonly name: string;
  readonly required: boolean;
  readonly schema: Json;
  readonly pointer: Pointer;
  readonly encoding: JsonObject;
}

/** The fields of a parameter that is the whole query string and a form. */
export function queryFields(
  document: JsonObject,
  node: JsonObject,
  pointer: Pointer,
): QueryField[] {
  const [type = '', media] = Object.entries(objectOf(node['content']))[0] ?? [];
  let schema = objectOf(objectOf(media)['schema']);
  let at = append(pointer, 'content', type, 'schema');
  for (let hops = 0; hops < 16 && typeof schema['$ref'] === 'string'; hops += 1) {
    at = pointerOf(schema['$ref']);
    schema = objectOf(valueAt(document, at));
  }
  const required = arrayOf(schema['required']);
  const encodings = objectOf(objectOf(media)['encoding']);
  return Object.entries(objectOf(schema['properties'])).map(([name, property]) => {
    const { style, explode, allowReserved } = objectOf(encodings[name]);
    return {
      name,
      required: node['required'] === true && required.includes(name),
      schema: property,
      pointer: append(at, 'properties', name),
      encoding: {
        ...(style !== undefined && { style }),
        ...(explode !== undefined && { explode }),
        ...(allowReserved !== undefined && { allowReserved }),
      },
    };
  });
}
