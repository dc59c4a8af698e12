import {
  isObject,
  objectOf,
  stringOf,
  stringsOf,
  textOf,
  type Json,
  type JsonObject,
} from '../../base/json.ts';
import { escapePattern } from '../../base/escape-pattern.ts';
import type { Origins } from './origins.ts';

/** A Parameter Object of Swagger 2.0 that is no part of a body, as OpenAPI 3 writes it. */
export function toParameter(parameter: JsonObject, origins: Origins): JsonObject {
  const { in: place } = parameter;
  const kept = Object.entries(parameter).filter(([key]) => !isOfValue(key));
  const style = place === 'query' ? queryStyle(parameter) : {};
  const isOpaque = !isWritten(parameter);
  return origins.note(
    parameter,
    Object.fromEntries([
      ...kept,
      ...Object.entries(style),
      ['schema', isOpaque ? asText(parameter) : toValueSchema(parameter, origins)],
    ]),
  );
}

/** A Header Object of Swagger 2.0, as OpenAPI 3 writes it. */
export function toHeaderObject(header: JsonObject, origins: Origins): JsonObject {
  const kept = Object.entries(header).filter(([key]) => !isOfValue(key));
  const schema = isWritten({ ...header, in: 'header' })
    ? toValueSchema(header, origins)
    : asText(header);
  return origins.note(header, Object.fromEntries([...kept, ['schema', schema]]));
}

/** What is said of a value, apart from where and how it is written. */
export function toValueSchema(written: JsonObject, origins: Origins): JsonObject {
  // Not Swagger, but what its author means is plain.
  if (isObject(written['schema']) && !('type' in written)) return written['schema'];
  const members = Object.entries(written).filter(([key]) => isOfSchema(key));
  return origins.note(
    written,
    Object.fromEntries(
      members.map(([key, value]) => [
        key,
        key === 'items' ? toValueSchema(objectOf(value), origins) : value,
      ]),
    ),
  );
}

/**
 * How a list of a query or a form is written (Swagger 2.0, Parameter Object: collectionFormat). Without
 * one its items stand between commas.
 */
export function queryStyle({ type, collectionFormat }: JsonObject): JsonObject {
  if (type !== 'array') return {};
  const style = STYLES[stringOf(collectionFormat) ?? 'csv'];
  return style ?? {};
}

const STYLES: Readonly<Record<string, JsonObject>> = {
  csv: { style: 'form', explode: false },
  multi: { style: 'form', explode: true },
  ssv: { style: 'spaceDelimited', explode: false },
  pipes: { style: 'pipeDelimited', explode: false },
};

/** Whether OpenAPI 3 can write a list so; what it cannot, such as tabs between items, is left a string. */
export function isWritten({ type, in: place, collectionFormat }: JsonObject): boolean {
  if (type !== 'array' || collectionFormat === undefined) return true;
  if (place === 'query' || place === 'formData')
    return Object.hasOwn(STYLES, textOf(collectionFormat));
  return collectionFormat === 'csv' || collectionFormat === 'multi';
}

/** What parts the items of a list that is left a string. */
const MARKS: Readonly<Record<string, string>> = { ssv: ' ', tsv: '\t', pipes: '|' };

/** A list that OpenAPI 3 cannot write, as the text that it is: of numbers, truth values or words out of a few. */
function asText({ items, collectionFormat, minItems, maxItems }: JsonObject): JsonObject {
  const item = itemPattern(objectOf(items));
  const mark = MARKS[textOf(collectionFormat)];
  if (item === undefined || mark === undefined) return { type: 'string' };
  const least = typeof minItems === 'number' ? Math.max(0, minItems - 1) : 0;
  const most = typeof maxItems === 'number' ? Math.max(least, maxItems - 1) : '';
  return {
    type: 'string',
    pattern: `^${item}(?:${escapePattern(mark)}${item}){${least},${most}}$`,
  };
}

function itemPattern({ type, enum: words, minimum }: JsonObject): string | undefined {
  if (Array.isArray(words)) return `(?:${stringsOf(words).map(escapePattern).join('|')})`;
  const sign = typeof minimum === 'number' && minimum >= 0 ? '' : '-?';
  if (type === 'integer') return `${sign}\\d+`;
  if (type === 'number') return `${sign}\\d+(?:\\.\\d+)?`;
  return type === 'boolean' ? '(?:true|false)' : undefined;
}

const OF_SCHEMA: ReadonlySet<string> = new Set([
  'type',
  'format',
  'items',
  'default',
  'maximum',
  'exclusiveMaximum',
  'minimum',
  'exclusiveMinimum',
  'maxLength',
  'minLength',
  'pattern',
  'maxItems',
  'minItems',
  'uniqueItems',
  'enum',
  'multipleOf',
  'x-nullable',
]);

function isOfSchema(key: string): boolean {
  return OF_SCHEMA.has(key);
}

function isOfValue(key: string): boolean {
  return isOfSchema(key) || key === 'collectionFormat' || key === 'schema';
}

/** The member of an object under a name, as an entry of a list; none where it has none. */
export function memberEntry(object: JsonObject, name: string): [string, Json][] {
  const value = object[name];
  return value === undefined ? [] : [[name, value]];
}
