import type { ApiModel, Operation, Parameter } from '../../model/api-model.ts';
import { arrayOf, isObject, objectOf, type Json } from '../../base/json.ts';
import { append, pointerOf, valueAt, type Pointer } from '../../base/json-pointer.ts';
import { breachesOf } from './json-schema.ts';
import type { RecordedRequest } from './recorded.ts';
import { decoded, type Route } from './route.ts';

/** The clauses that the parameters of a request break. */
export function* parameterBreaches(
  api: ApiModel,
  operation: Operation,
  route: Route,
  request: RecordedRequest,
): Generator<Pointer> {
  for (const parameter of operation.parameters) {
    const given = textsOf(parameter, route, request);
    if (given.length === 0) {
      if (parameter.required) yield append(parameter.pointer, 'required');
    } else if (parameter.schema !== undefined) {
      const value = readAs(api.document, parameter.schema, given);
      yield* breachesOf(api.document, parameter.schema, value).map(({ clause }) => clause);
    }
  }
}

/** What was written for a parameter, decoded; `name=value` for each member of a deep object. */
export function textsOf(
  { name, in: location, style, explode }: Parameter,
  { variables }: Route,
  { query, headers }: RecordedRequest,
): readonly string[] {
  switch (location) {
    case 'path': {
      const value = variables.get(name);
      return value === undefined ? [] : [value];
    }
    case 'header': {
      const field = name.toLowerCase();
      const value = Object.hasOwn(headers, field) ? headers[field] : undefined;
      return value === undefined ? [] : value.split(',').map((it) => it.trim());
    }
    case 'cookie':
      return pairsOf(headers['cookie'] ?? '', /;\s*/).flatMap(([key, value]) =>
        key === name ? [value] : [],
      );
    case 'query': {
      const own = pairsOf(query, '&').flatMap(([key, value]) => {
        if (style === 'deepObject') {
          return key.startsWith(`${name}[`) ? [`${key.slice(name.length + 1, -1)}=${value}`] : [];
        }
        return key === name ? [value] : [];
      });
      return explode ? own : own.flatMap((it) => it.split(','));
    }
  }
}

/** Name and value of each pair, decoded. */
export function pairsOf(
  text: string,
  between: string | RegExp,
): readonly (readonly [string, string])[] {
  return text
    .split(between)
    .filter((it) => it !== '')
    .map((it) => {
      const [name = '', ...value] = it.replaceAll('+', ' ').split('=');
      return [decoded(name), decoded(value.join('='))];
    });
}

/** Texts as the value that a schema asks for; what cannot be read so stays text. */
export function readAs(document: Json, schema: Pointer, texts: readonly string[]): Json {
  const types = typesOf(document, schema);
  const below = (name: string) => append(target(document, schema), ...name.split('/'));
  if (types.includes('array')) return texts.map((it) => readAs(document, below('items'), [it]));
  if (types.includes('object')) {
    return Object.fromEntries(
      texts.map((it) => {
        const [name = '', ...value] = it.split('=');
        return [name, readAs(document, below(`properties/${name}`), [value.join('=')])];
      }),
    );
  }
  const text = texts.join(',');
  const isNumber = types.includes('integer') || types.includes('number');
  if (isNumber && /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text)) return Number(text);
  if (types.includes('boolean') && /^(true|false)$/.test(text)) return text === 'true';
  return types.includes('null') && text === '' ? null : text;
}

/** The types that a schema and those it refers to allow. */
function typesOf(document: Json, pointer: Pointer): readonly string[] {
  const schema = objectOf(valueAt(document, target(document, pointer)));
  const named = [schema['type'] ?? []].flat().map(String);
  const parts = ['allOf', 'anyOf', 'oneOf'].flatMap((keyword) =>
    arrayOf(schema[keyword]).map((_, i) => append(target(document, pointer), keyword, i)),
  );
  return [...named, ...parts.flatMap((it) => typesOf(document, it))];
}

/** Where a chain of `$ref`s ends. */
function target(document: Json, pointer: Pointer): Pointer {
  const schema = valueAt(document, pointer);
  const { $ref } = isObject(schema) ? schema : {};
  return typeof $ref === 'string' ? target(document, pointerOf($ref)) : pointer;
}
