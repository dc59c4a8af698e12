import {
  METHODS,
  type DocumentedResponse,
  type Encoding,
  type Example,
  type Header,
  type MediaType,
  type Method,
  type Operation,
  type Parameter,
  type ParameterLocation,
  type ParameterStyle,
  type RequestBody,
} from '../model/api-model.ts';
import type { SecurityRequirement } from '../model/security.ts';
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
import { toOperationPolicies } from './policies.ts';
import { serversOf } from './servers.ts';

/** A node of the bundle with the pointer at which its content stands. */
interface Place {
  readonly node: JsonObject;
  readonly pointer: Pointer;
}

/** The operations below `#/paths` or `#/webhooks`, every `$ref` but those of schemas resolved. */
export function toOperations(document: JsonObject, below: Pointer): Operation[] {
  return Object.keys(objectOf(valueAt(document, below))).flatMap((path) => {
    const item = placeAt(document, append(below, path));
    const methods = METHODS.filter((method) => isObject(item.node[method]));
    return methods.map((method) => toOperation(document, path, method, item));
  });
}

function toOperation(document: JsonObject, path: string, method: Method, item: Place): Operation {
  const { node, pointer } = placeAt(document, append(item.pointer, method));
  const shared = parametersOf(document, item);
  const own = parametersOf(document, { node, pointer });
  const overridden = new Set(own.map(({ in: location, name }) => `${location} ${name}`));
  return {
    id: stringOf(node['operationId']) ?? `${method} ${path}`,
    method,
    path,
    pointer,
    servers: serversOf(node, item.node, document),
    summary: stringOf(node['summary']),
    description: stringOf(node['description']),
    tags: arrayOf(node['tags']).map(String),
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

function parametersOf(document: JsonObject, { node, pointer }: Place): Parameter[] {
  return (
    arrayOf(node['parameters'])
      .map((_, index) => placeAt(document, append(pointer, 'parameters', index)))
      // What has no name or no place is left aside: lint tells its line.
      .filter((place) => isParameter(place.node) && !isOwnedByHttp(place.node))
      .map((place) => toParameter(document, place))
  );
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

/** Headers that a description cannot declare as parameters (OpenAPI 3.1.1, section 4.8.12.2). */
function isOwnedByHttp({ in: location, name }: JsonObject): boolean {
  return location === 'header' && /^(accept|content-type|authorization)$/i.test(textOf(name));
}

function toParameter(document: JsonObject, { node, pointer }: Place): Parameter {
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
    ...valueOf(document, { node, pointer }),
  };
}

/** What a Parameter or Header Object says of its value: by `schema` and `style`, or by `content`. */
function valueOf(
  document: JsonObject,
  place: Place,
): Pick<Parameter, 'schema' | 'content' | 'examples'> {
  const [content] = contentOf(document, place);
  const own = 'schema' in place.node ? append(place.pointer, 'schema') : undefined;
  const examples = examplesOf(document, place);
  return {
    schema: own ?? content?.schema,
    content,
    examples: examples.length > 0 ? examples : (content?.examples ?? []),
  };
}

function booleanOf(value: Json | undefined): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

function toRequestBody(document: JsonObject, operation: Place): RequestBody | undefined {
  if (!('requestBody' in operation.node)) return undefined;
  const place = placeAt(document, append(operation.pointer, 'requestBody'));
  return {
    required: place.node['required'] === true,
    pointer: place.pointer,
    content: contentOf(document, place),
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
    content: contentOf(document, place),
  };
}

function toHeader(document: JsonObject, name: string, place: Place): Header {
  const { node, pointer } = place;
  const { schema, content } = valueOf(document, place);
  const explode = node['explode'] === true;
  return { name, required: node['required'] === true, explode, pointer, schema, content };
}

function contentOf(document: JsonObject, { node, pointer }: Place): MediaType[] {
  return Object.keys(objectOf(node['content'])).map((mediaType) => {
    const place = placeAt(document, append(pointer, 'content', mediaType));
    return {
      mediaType,
      pointer: place.pointer,
      schema: 'schema' in place.node ? append(place.pointer, 'schema') : undefined,
      examples: examplesOf(document, place),
      encoding: encodingOf(document, place),
    };
  });
}

function encodingOf(document: JsonObject, { node, pointer }: Place): ReadonlyMap<string, Encoding> {
  const encodings = Object.entries(objectOf(node['encoding']));
  return new Map(
    encodings.map(([property, it]) => {
      const encoding = objectOf(it);
      const at = append(pointer, 'encoding', property);
      const headers = Object.keys(objectOf(encoding['headers']))
        // The part's own Content-Type is what `contentType` says (section 4.8.15.1).
        .filter((name) => name.toLowerCase() !== 'content-type')
        .map((name) => toHeader(document, name, placeAt(document, append(at, 'headers', name))));
      return [
        property,
        {
          contentType: stringOf(encoding['contentType']),
          headers,
          style: stringOf(encoding['style']) as ParameterStyle | undefined,
          explode: booleanOf(encoding['explode']),
          allowReserved: booleanOf(encoding['allowReserved']),
          pointer: at,
        },
      ];
    }),
  );
}

function examplesOf(document: JsonObject, { node, pointer }: Place): Example[] {
  if (node['example'] !== undefined) {
    return [{ name: 'example', value: node['example'], pointer: append(pointer, 'example') }];
  }
  return Object.keys(objectOf(node['examples'])).flatMap((name) => {
    const place = placeAt(document, append(pointer, 'examples', name));
    const { value } = place.node;
    return value === undefined ? [] : [{ name, value, pointer: append(place.pointer, 'value') }];
  });
}

function toRequirement(value: Json): SecurityRequirement {
  const schemes = Object.entries(objectOf(value));
  return new Map(schemes.map(([name, scopes]) => [name, arrayOf(scopes).map(String)]));
}

/** Follows Reference Objects (OpenAPI 3.1.1, section 4.8.23) until there is content. */
export function placeAt(document: JsonObject, pointer: Pointer): Place {
  const seen = new Set<Pointer>();
  for (let at = pointer; !seen.has(at);) {
    seen.add(at);
    const node = objectOf(valueAt(document, at));
    const ref = stringOf(node['$ref']);
    if (!ref?.startsWith('#')) return { node, pointer: at };
    at = pointerOf(ref);
  }
  return { node: {}, pointer };
}
