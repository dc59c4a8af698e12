import {
  arrayOf,
  isObject,
  objectOf,
  stringOf,
  type Json,
  type JsonObject,
} from '../../base/json.ts';
import { pointerOf, valueAt } from '../../base/json-pointer.ts';

/** Who writes a value: the caller of the API, or the API. */
export type Side = 'request' | 'answer';

export type OnSchema = (schema: Json, side: Side) => Json;

/**
 * A copy of a description with each schema replaced that a message is written by, but for the named
 * schemas themselves. A webhook or callback is a request that the API writes (OpenAPI 3.1.1, section
 * 4.8.18), so that its sides are exchanged.
 */
export function mapSchemas(document: JsonObject, onSchema: OnSchema): JsonObject {
  const components = objectOf(document['components']);
  const walk = walkOf(document, onSchema);
  const sections = Object.entries({
    parameters: walk.content('request'),
    requestBodies: walk.content('request'),
    headers: walk.content('answer'),
    responses: walk.response('answer'),
    pathItems: walk.pathItem('request'),
    callbacks: walk.callback('answer'),
  });
  return {
    ...document,
    paths: mapValues(withoutExtensions(document['paths']), walk.pathItem('request')),
    ...('webhooks' in document && {
      webhooks: mapValues(document['webhooks'], walk.pathItem('answer')),
    }),
    components: {
      ...components,
      ...Object.fromEntries(
        sections
          .filter(([section]) => section in components)
          .map(([section, map]) => [section, mapValues(components[section], map)]),
      ),
    },
  };
}

type Map = (node: Json) => Json;

function walkOf(
  document: JsonObject,
  onSchema: OnSchema,
): Readonly<Record<'content' | 'response' | 'pathItem' | 'callback', (side: Side) => Map>> {
  /** Parameter, Header, Request Body and Media Type Objects: what they hold are schemas. */
  const content = (side: Side): Map =>
    mapMembers({
      schema: (schema) => onSchema(schema, side),
      content: (types) => mapValues(types, content(side)),
      encoding: (parts) => mapValues(parts, content(side)),
      headers: (headers) => mapValues(headers, content(side)),
    });
  const response = content;
  const operation = (side: Side): Map => {
    // What components hold is written as paths use it; a webhook needs it the other way around.
    const own = side === 'request' ? same : inline;
    const asked = side === 'request' ? inlineOfOthers : inline;
    const other = side === 'request' ? 'answer' : 'request';
    return mapMembers({
      parameters: (list) => arrayOf(list).map((it) => content(side)(asked(it))),
      requestBody: (body) => content(side)(asked(body)),
      responses: (all) => mapValues(withoutExtensions(all), (it) => response(other)(own(it))),
      callbacks: (all) => mapValues(all, callback(other)),
    });
  };
  const pathItem =
    (side: Side): Map =>
    (node) => {
      const item = objectOf(operation(side)(node));
      return mapMembers(Object.fromEntries(METHODS.map((it) => [it, operation(side)])))(item);
    };
  const callback =
    (side: Side): Map =>
    (node) =>
      isReference(node) ? node : mapValues(withoutExtensions(node), pathItem(side));
  const inline: Map = (node) => {
    const seen = new Set<Json>();
    for (let at = node; ;) {
      const ref = stringOf(objectOf(at)['$ref']);
      const target = ref === undefined ? undefined : valueAt(document, pointerOf(ref));
      if (target === undefined || seen.has(target)) return at;
      seen.add(target);
      at = target;
    }
  };
  /** A parameter of another operation is no type of its own: that operation may do without any. */
  const inlineOfOthers: Map = (node) =>
    stringOf(objectOf(node)['$ref'])?.startsWith('#/components/') === false ? inline(node) : node;
  return { content, response, pathItem, callback };
}

const same: Map = (node) => node;

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;

function mapMembers(members: Readonly<Record<string, Map>>): Map {
  return (node) => {
    if (!isObject(node) || isReference(node)) return node;
    return Object.fromEntries(
      Object.entries(node).map(([name, value]) => [
        name,
        Object.hasOwn(members, name) ? (members[name]?.(value) ?? value) : value,
      ]),
    );
  };
}

function mapValues(node: Json | undefined, map: Map): JsonObject {
  return Object.fromEntries(
    Object.entries(objectOf(node)).map(([name, value]) => [name, map(value)]),
  );
}

/** Maps that others of any name may stand in besides what they are of (OpenAPI 3.1.1, section 4.9). */
function withoutExtensions(node: Json | undefined): JsonObject {
  return Object.fromEntries(
    Object.entries(objectOf(node)).filter(([name]) => !name.startsWith('x-')),
  );
}

function isReference(node: Json): boolean {
  return typeof objectOf(node)['$ref'] === 'string';
}
