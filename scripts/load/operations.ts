import {
  METHODS,
  type DocumentedResponse,
  type Operation,
  type Parameter,
  type ParameterLocation,
  type ParameterStyle,
  type RequestBody,
} from '../model/api-model.ts';
import type { SecurityRequirement } from '../model/security.ts';
import {
  arrayOf,
  stringsOf,
  isObject,
  objectOf,
  stringOf,
  textOf,
  type Json,
  type JsonObject,
} from '../base/json.ts';
import { append, valueAt, type Pointer } from '../base/json-pointer.ts';
import { isFormQuery, queryFields } from '../model/as-three-one.ts';
import { booleanOf, toMediaTypes, toHeader, toParameterValue } from './to-media-types.ts';
import { placeAt, type NodePlace } from './place-at.ts';
import { toPrintedAs } from './printed-as.ts';
import { toOperationPolicies } from './policies.ts';
import { serversOf } from './servers.ts';

/** The operations below `#/paths` or `#/webhooks`, every `$ref` but those of schemas resolved. */
export function toOperations(document: JsonObject, below: Pointer): Operation[] {
  return Object.keys(objectOf(valueAt(document, below))).flatMap((path) => {
    const item = placeAt(document, append(below, path));
    return methodsOf(document, item).map(({ method, at }) =>
      toOperation(document, { path, method, item, at }),
    );
  });
}

interface Method {
  readonly method: string;
  readonly at: Pointer;
}

/** The methods of a Path Item Object; what OpenAPI 3.2.0 adds (section 4.9) means nothing in an older one. */
function methodsOf({ openapi }: JsonObject, { node, pointer }: NodePlace): Method[] {
  const isNew = !/^3\.1\b/.test(textOf(openapi));
  const fixed = [...METHODS, ...(isNew ? ['query'] : [])].filter((it) => isObject(node[it]));
  const more = isNew ? objectOf(node['additionalOperations']) : {};
  const added = Object.keys(more).filter((it) => isObject(more[it]) && isOwnMethod(it));
  return [
    ...fixed.map((method) => ({ method, at: append(pointer, method) })),
    ...added.map((token) => ({
      method: token.toLowerCase(),
      at: append(pointer, 'additionalOperations', token),
    })),
  ];
}

/** A token (RFC 9110, section 9.1) that no field of its own stands for. One in small letters is another than in capitals, and nobody's. */
function isOwnMethod(token: string): boolean {
  const known: readonly string[] = [...METHODS, 'query'];
  return /^[A-Z0-9!#$%&'*+.^_`|~-]+$/.test(token) && !known.includes(token.toLowerCase());
}

interface Written extends Method {
  readonly path: string;
  readonly item: NodePlace;
}

function toOperation(document: JsonObject, { path, method, item, at }: Written): Operation {
  const { node, pointer } = placeAt(document, at);
  const shared = parametersOf(document, item);
  const own = parametersOf(document, { node, pointer });
  const overridden = new Set(own.map(({ in: location, name }) => `${location} ${name}`));
  const servers = serversOf(node, item.node, document);
  return {
    id: stringOf(node['operationId']) ?? `${method} ${path}`,
    method,
    path,
    printedAs: toPrintedAs({ method, path, servers }, node, item.node),
    pointer,
    servers,
    summary: stringOf(node['summary']),
    description: stringOf(node['description']),
    tags: stringsOf(node['tags']),
    deprecated: node['deprecated'] === true,
    parameters: [...shared.filter((it) => !overridden.has(`${it.in} ${it.name}`)), ...own],
    body: toRequestBody(document, { node, pointer }),
    responses: Object.keys(objectOf(node['responses'])).map((status) =>
      toResponse(document, status, append(pointer, 'responses', status)),
    ),
    security: arrayOf(node['security'] ?? document['security']).map(toRequirement),
    callbacks: [],
    rateCategory: stringOf(node['x-rate-limit']),
    ...toOperationPolicies(document, node),
  };
}

function parametersOf(document: JsonObject, { node, pointer }: NodePlace): Parameter[] {
  return arrayOf(node['parameters']).flatMap((_, index) => {
    const place = placeAt(document, append(pointer, 'parameters', index));
    if (place.node['in'] === 'querystring') return wholeQuery(document, place);
    // What has no name or no place is left aside: lint tells its line.
    const isKnown = isParameter(place.node) && !isOwnedByHttp(place.node);
    return isKnown ? [toParameter(document, place)] : [];
  });
}

/** A whole query string (OpenAPI 3.2.0, section 4.12.1): one that is a form is told field by field. */
function wholeQuery(document: JsonObject, { node, pointer }: NodePlace): Parameter[] {
  if (!isFormQuery(node)) {
    return isObject(node['content']) && typeof node['name'] === 'string'
      ? [{ ...toParameter(document, { node, pointer }), isWholeQuery: true }]
      : [];
  }
  return queryFields(document, node, pointer).map(({ name, required, encoding, pointer: at }) => ({
    ...toParameter(document, { node: { name, in: 'query', required, ...encoding }, pointer: at }),
    schema: at,
  }));
}

function isParameter({ name, in: location }: JsonObject): boolean {
  return typeof name === 'string' && LOCATIONS.some((it) => it === location);
}

const LOCATIONS: readonly ParameterLocation[] = ['path', 'query', 'header', 'cookie'];
const STYLES: readonly ParameterStyle[] = [
  'matrix',
  'label',
  'simple',
  'form',
  'spaceDelimited',
  'pipeDelimited',
  'deepObject',
];

/**
 * Headers that a description cannot declare as parameters (OpenAPI 3.1.1, section 4.8.12.2), and those by
 * which HTTP finds where a message goes and ends: whatever sends one writes them itself.
 */
const OWNED_BY_HTTP =
  /^(accept|content-type|authorization|content-length|transfer-encoding|host|connection|keep-alive|te|trailer|upgrade|expect)$/i;

function isOwnedByHttp({ in: location, name }: JsonObject): boolean {
  return location === 'header' && OWNED_BY_HTTP.test(textOf(name));
}

function toParameter(document: JsonObject, { node, pointer }: NodePlace): Parameter {
  const location = LOCATIONS.find((it) => it === node['in']) ?? 'query';
  const byLocation = location === 'query' || location === 'cookie' ? 'form' : 'simple';
  const style = STYLES.find((it) => it === node['style']) ?? byLocation;
  return {
    name: textOf(node['name']),
    in: location,
    required: node['required'] === true,
    style,
    // An object that is not exploded has no form in this style, so nobody means the default of false.
    explode: style === 'deepObject' || (booleanOf(node['explode']) ?? style === 'form'),
    allowReserved: location === 'query' && node['allowReserved'] === true,
    allowEmptyValue: location === 'query' && node['allowEmptyValue'] === true,
    pointer,
    ...toParameterValue(document, { node, pointer }),
  };
}

function toRequestBody(document: JsonObject, operation: NodePlace): RequestBody | undefined {
  if (!('requestBody' in operation.node)) return undefined;
  const place = placeAt(document, append(operation.pointer, 'requestBody'));
  return {
    required: place.node['required'] === true,
    pointer: place.pointer,
    content: toMediaTypes(document, place),
  };
}

/** The Response Objects under `components`, by name, which policies refer to. */
export function toResponses(document: JsonObject): ReadonlyMap<string, DocumentedResponse> {
  const names = Object.keys(objectOf(objectOf(document['components'])['responses']));
  return new Map(
    names.map((name) => [name, toResponse(document, name, append('#/components/responses', name))]),
  );
}

function toResponse(document: JsonObject, status: string, written: Pointer): DocumentedResponse {
  const place = placeAt(document, written);
  return {
    status,
    description: stringOf(place.node['description']) ?? '',
    pointer: place.pointer,
    headers: Object.keys(objectOf(place.node['headers'])).map((name) =>
      toHeader(document, name, placeAt(document, append(place.pointer, 'headers', name))),
    ),
    content: toMediaTypes(document, place),
  };
}

function toRequirement(value: Json): SecurityRequirement {
  const schemes = Object.entries(objectOf(value));
  return new Map(schemes.map(([name, scopes]) => [name, stringsOf(scopes)]));
}
