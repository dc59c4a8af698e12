import { essenceOf } from '../../base/media-type.ts';
import { isObject, objectOf, type Json, type JsonObject } from '../../base/json.ts';
import type { SwaggerTypes, Swagger } from './swagger.ts';
import { toHeaderObject } from './swagger-parameters.ts';

/** A Response Object of Swagger 2.0, as OpenAPI 3 writes it; a reference is left to lead where it led. */
export function toResponse(
  response: JsonObject,
  { produces }: SwaggerTypes,
  { origins }: Swagger,
): JsonObject {
  if ('$ref' in response) return response;
  const { schema, examples } = response;
  const content = toContent(schema, objectOf(examples), produces);
  const members = Object.entries(response).flatMap(([key, value]): [string, Json][] => {
    if (key === 'schema' || key === 'examples') return [];
    if (key === 'headers') return [[key, toHeaders(objectOf(value))]];
    return [[key, value]];
  });
  function toHeaders(headers: JsonObject): JsonObject {
    const made = Object.entries(headers).map(([name, it]) => [
      name,
      toHeaderObject(objectOf(it), origins),
    ]);
    return origins.note(headers, Object.fromEntries(made));
  }
  return origins.note(
    response,
    Object.fromEntries([...members, ...(content ? [['content', content]] : [])]),
  );
}

/** The schema in each media type that is produced, each with its example. */
function toContent(
  schema: Json | undefined,
  examples: JsonObject,
  produces: readonly string[],
): JsonObject | undefined {
  const isFile = isObject(schema) && schema['type'] === 'file';
  const usual = isFile ? 'application/octet-stream' : 'application/json';
  const types = schema === undefined ? [] : produces.length > 0 ? produces : [usual];
  const shown = Object.keys(examples).filter((it) => it.includes('/'));
  const more = shown.filter((it) => !types.some((type) => essenceOf(type) === essenceOf(it)));
  const all = [...types, ...more];
  if (all.length === 0) return undefined;
  return Object.fromEntries(
    all.map((type) => {
      const name =
        shown.find((it) => it === type) ?? shown.find((it) => essenceOf(it) === essenceOf(type));
      const example = name === undefined ? undefined : examples[name];
      return [
        type,
        {
          ...(schema !== undefined && { schema }),
          ...(example !== undefined && { example }),
        },
      ];
    }),
  );
}
