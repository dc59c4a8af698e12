import { isObject, type Json } from '../../scripts/base/json.ts';
import type { Pointer } from '../../scripts/base/json-pointer.ts';
import { toSchemas } from '../../scripts/values/schemas.ts';
import { textShapeAt } from '../../scripts/values/text-shape.ts';
import { readBody } from '../../scripts/wire/read-body.ts';
import { claimsOf, readParameter } from '../../scripts/wire/read-parameter.ts';
import { chooseValue } from '../../scripts/wire/reading.ts';
import { splitQuery } from '../../scripts/wire/text-pairs.ts';
import type { Captured } from './capture.ts';
import type { Described } from './described.ts';
import type { WrittenCell } from './write-cell.ts';

export type ReadableRequest = Pick<Captured, 'segment' | 'query' | 'headers' | 'body'>;

/** What our reader makes of a request that carries a cell; undefined where it finds no value. */
export function readCell(described: Described, request: ReadableRequest): Json | undefined {
  return described.media ? readField(described, request) : readValue(described, request);
}

/** A cell as if it had been received. */
export function asRequest({ path, query, headers, body }: WrittenCell): ReadableRequest {
  return {
    segment: path ?? '',
    query: query ?? '',
    headers: Object.entries(headers ?? {}),
    body: body ?? new Uint8Array(),
  };
}

function readValue(
  { document, parameter }: Described,
  { segment, query, headers }: ReadableRequest,
): Json | undefined {
  if (!parameter) return undefined;
  const shape = textShapeAt(document, parameter.schema);
  const texts = {
    variables: new Map([[parameter.name, segment]]),
    query: splitQuery(query),
    lines: (name: string) => linesOf(headers, name),
  };
  const reading = readParameter(parameter, shape, texts, claimsOf([parameter]));
  if (typeof reading === 'string') return undefined;
  return chooseValue(reading, (value) => breachesOf(document, parameter.schema, value) === 0);
}

function readField({ document, media }: Described, request: ReadableRequest): Json | undefined {
  if (!media) return undefined;
  const [contentType = ''] = linesOf(request.headers, 'content-type');
  const contract = {
    document,
    media,
    breachesOf: (value: Json) => breachesOf(document, media.schema, value),
  };
  const reading = readBody(contract, contentType, request.body);
  if (!reading || 'reason' in reading || !isObject(reading.value)) return undefined;
  return reading.value['p'];
}

function linesOf(headers: Captured['headers'], name: string): string[] {
  return headers.flatMap(([own, value]) => (own.toLowerCase() === name.toLowerCase() ? value : []));
}

const KNOWN = new WeakMap<object, ReturnType<typeof toSchemas>>();

function breachesOf(
  document: Described['document'],
  schema: Pointer | undefined,
  value: Json,
): number {
  if (schema === undefined) return 0;
  const schemas = KNOWN.get(document) ?? toSchemas(document);
  KNOWN.set(document, schemas);
  return schemas.check(schema, value).length;
}
