import {
  arrayOf,
  isObject,
  objectOf,
  stringOf,
  textOf,
  type Json,
  type JsonObject,
} from '../../base/json.ts';
import { pointerOf, valueAt } from '../../base/json-pointer.ts';
import type { Origins } from './origins.ts';
import { toRequestBody } from './swagger-bodies.ts';
import { toParameter } from './swagger-parameters.ts';
import { toResponse } from './swagger-responses.ts';
import { mediaTypesOf, toServers, type SwaggerTypes, type Swagger } from './swagger.ts';

/** The paths of Swagger 2.0 with bodies, content and servers where OpenAPI 3 has them. */
export function toPaths(paths: JsonObject, swagger: Swagger): JsonObject {
  const { origins } = swagger;
  const items = Object.entries(paths).map(([path, item]): [string, Json] => [
    path,
    path.startsWith('x-') || !isObject(item) ? item : toPathItem(item, swagger),
  ]);
  return origins.note(paths, Object.fromEntries(items));
}

function toPathItem(item: JsonObject, swagger: Swagger): JsonObject {
  const { origins } = swagger;
  const shared = parametersOf(item, swagger);
  const members = Object.entries(item).flatMap(([key, value]): [string, Json][] => {
    if (key === 'parameters') return toPlainParameters(shared, value, origins);
    const isOperation = METHODS.has(key) && isObject(value);
    return [[key, isOperation ? toOperation(value, shared, swagger) : value]];
  });
  return origins.note(item, Object.fromEntries(members));
}

const METHODS: ReadonlySet<string> = new Set([
  'get',
  'put',
  'post',
  'delete',
  'options',
  'head',
  'patch',
]);

/** A parameter as it stands in a list, and what it comes to when its reference is followed. */
interface Listed {
  readonly written: JsonObject;
  readonly meant: JsonObject;
}

function parametersOf({ parameters }: JsonObject, { document }: Swagger): Listed[] {
  return arrayOf(parameters).map((it) => {
    const written = objectOf(it);
    return { written, meant: follow(written, document) };
  });
}

/** What a reference leads to; what is none, or leads nowhere, is itself. */
function follow(node: JsonObject, document: JsonObject): JsonObject {
  let at = node;
  for (const seen = new Set<object>(); !seen.has(at);) {
    seen.add(at);
    const ref = stringOf(at['$ref']);
    const target = ref?.startsWith('#') === true ? valueAt(document, pointerOf(ref)) : undefined;
    if (!isObject(target)) return at;
    at = target;
  }
  return node;
}

function isOfBody({ meant: { in: place } }: Listed): boolean {
  return place === 'body' || place === 'formData';
}

function toPlainParameters(
  listed: readonly Listed[],
  written: Json,
  origins: Origins,
): [string, Json][] {
  const plain = listed.filter((it) => !isOfBody(it));
  if (plain.length === 0) return [];
  const made = plain.map((it) =>
    '$ref' in it.written ? it.written : toParameter(it.meant, origins),
  );
  return [
    [
      'parameters',
      isObject(written) || !Array.isArray(written) ? made : origins.note(written, made),
    ],
  ];
}

function toOperation(
  operation: JsonObject,
  shared: readonly Listed[],
  swagger: Swagger,
): JsonObject {
  const { document, origins } = swagger;
  const media = mediaTypesOf(operation, document);
  const own = parametersOf(operation, swagger);
  const body = bodyOf(operation, own, shared, swagger);
  const members = Object.entries(operation).flatMap(([key, value]): [string, Json][] => {
    if (key === 'consumes' || key === 'produces') return [];
    if (key === 'parameters') return [...toPlainParameters(own, value, origins), ...body];
    if (key === 'schemes') {
      const servers = toServers(document, arrayOf(value));
      return isObject(value) || servers.length === 0 ? [] : [['servers', servers]];
    }
    if (key === 'responses')
      return [[key, toResponses(objectOf(value), operation, media, swagger)]];
    return [[key, value]];
  });
  const produces = [...new Set(media.produces)].filter((it) => it !== '');
  // What all answers are in, also those that nobody documents, OpenAPI 3 has no field for.
  const produced: [string, Json][] = produces.length > 0 ? [['x-produces', produces]] : [];
  const all = [...members, ...('parameters' in operation ? [] : body), ...produced];
  return origins.note(operation, Object.fromEntries(all));
}

/** An operation's body by its own parameters, else by those of its path. */
function bodyOf(
  operation: JsonObject,
  own: readonly Listed[],
  shared: readonly Listed[],
  swagger: Swagger,
): [string, Json][] {
  const names = new Set(own.map(({ meant }) => keyOf(meant)));
  const inherited = shared.filter(({ meant }) => !names.has(keyOf(meant)));
  const parts = [...own, ...inherited].filter(isOfBody);
  const [whole] = parts.filter(({ meant }) => meant['in'] === 'body');
  if (whole && '$ref' in whole.written && !('consumes' in operation)) {
    return [['requestBody', whole.written]];
  }
  const media = mediaTypesOf(operation, swagger.document);
  const body = toRequestBody(
    whole ? [whole.meant] : parts.map(({ meant }) => meant),
    media,
    swagger,
  );
  return body ? [['requestBody', body]] : [];
}

/** There is at most one body (Swagger 2.0, Parameter Object). */
function keyOf({ in: place, name }: JsonObject): string {
  return place === 'body' ? 'body' : `${textOf(place)} ${textOf(name)}`;
}

function toResponses(
  responses: JsonObject,
  operation: JsonObject,
  media: SwaggerTypes,
  swagger: Swagger,
): JsonObject {
  const { document, origins } = swagger;
  const made = Object.entries(responses).map(([status, value]): [string, Json] => {
    if (status.startsWith('x-') || !isObject(value)) return [status, value];
    const isShared = '$ref' in value && !('produces' in operation);
    return [status, isShared ? value : toResponse(follow(value, document), media, swagger)];
  });
  return origins.note(responses, Object.fromEntries(made));
}
