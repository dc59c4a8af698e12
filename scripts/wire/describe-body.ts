import type { Encoding, Header, MediaType } from '../model/api-model.ts';
import type { Json, JsonObject } from '../base/json.ts';
import { valueAt } from '../base/json-pointer.ts';
import { isCoveredBy, starsIn } from '../base/media-type.ts';
import { typeParametersOf } from '../base/negotiate.ts';
import { headerExample } from '../model/header-example.ts';
import {
  schemaBranches,
  itemSchemas,
  propertyNames,
  propertySchemas,
  typesIn,
} from '../values/schema-branches.ts';
import { describeRoot, describeXml } from './describe-xml.ts';
import { kindOf } from './media-kind.ts';
import type { WireBody, WireField } from './wire-body.ts';
import { writeParameter } from './write-parameter.ts';

const KNOWN = new WeakMap<MediaType, WireBody>();

/** What the writer has to know of a media type: found out once for each. */
export function describeBody(document: Json, media: MediaType): WireBody {
  const known = KNOWN.get(media);
  if (known) return known;
  const body = toWireBody(document, media);
  KNOWN.set(media, body);
  return body;
}

function toWireBody(document: Json, media: MediaType): WireBody {
  const { mediaType } = media;
  const schema = schemaOf(document, media);
  if (isForm(mediaType)) {
    const branches = schemaBranches(document, schema);
    const names = new Set([...propertyNames(branches), ...media.encoding.keys()]);
    const fields = [...names].flatMap((name) => {
      const values = propertySchemas(branches, name);
      const field = describeField(document, values, media.encoding.get(name));
      return Object.keys(field).length > 0 ? [[name, field] as const] : [];
    });
    return fields.length > 0 ? { mediaType, fields: Object.fromEntries(fields) } : { mediaType };
  }
  if (kindOf(mediaType) !== 'xml') return { mediaType };
  return { mediaType, xml: describeRoot(document, schema) };
}

/** The schema of a media type, where it has one. */
function schemaOf(document: Json, { schema }: Pick<MediaType, 'schema'>): readonly Json[] {
  const node = schema === undefined ? undefined : valueAt(document, schema);
  return node === undefined ? [] : [node];
}

function isForm(mediaType: string): boolean {
  return ['form', 'multipart'].includes(kindOf(mediaType));
}

function describeField(
  document: Json,
  schemas: readonly Json[],
  encoding: Encoding | undefined,
): WireField {
  const own = schemaBranches(document, schemas);
  // A list is sent item by item, each by what is said of items.
  const branches = typesIn(own).has('array') ? schemaBranches(document, itemSchemas(own)) : own;
  const contentEncoding = textIn(branches, 'contentEncoding');
  const { contentType, style, explode, allowReserved, headers = [] } = encoding ?? {};
  const lines = headers.flatMap((header) => headerLine(document, header));
  const isXml = contentType?.split(',').some((type) => kindOf(type) === 'xml') ?? false;
  return {
    ...(isQueryStyle(style) ? { style } : {}),
    ...(explode === undefined ? {} : { explode }),
    ...(allowReserved === undefined ? {} : { allowReserved }),
    ...(contentType === undefined ? {} : { contentType }),
    ...(schemas.length > 0 && isOctets(branches) ? { isFile: true } : {}),
    ...(contentEncoding === undefined ? {} : { contentEncoding }),
    ...(lines.length > 0 ? { headers: lines } : {}),
    ...(isXml ? { xml: describeXml(document, branches) } : {}),
  };
}

/** A header of a part with the value that the description shows; none where it shows none. */
function headerLine(document: Json, header: Header): (readonly [name: string, value: string])[] {
  const { name, explode, content } = header;
  const parameter = { name, in: 'header', style: 'simple', explode, content } as const;
  const text = writeParameter(parameter, headerExample(document, header));
  return text === undefined ? [] : [[name, text]];
}

/** The styles that a query parameter has; an Encoding Object has no others. */
function isQueryStyle(style: Encoding['style']): style is NonNullable<WireField['style']> {
  return ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'].includes(style ?? '');
}

/**
 * Whether values are octets: nothing is said of their type (table of section 4.8.15.1.1), or it is a string
 * of `format: binary`, or of a `contentMediaType` that is no text and in no encoding.
 */
function isOctets(branches: readonly JsonObject[]): boolean {
  if (textIn(branches, 'contentEncoding') !== undefined) return false;
  const types = typesIn(branches);
  if (types.size === 0) return !branches.some((it) => 'properties' in it || 'items' in it);
  if (!types.has('string')) return false;
  if (textIn(branches, 'format') === 'binary') return true;
  const mediaType = textIn(branches, 'contentMediaType');
  return mediaType !== undefined && kindOf(mediaType) === 'octets';
}

function textIn(branches: readonly JsonObject[], keyword: string): string | undefined {
  const value = branches.find((it) => typeof it[keyword] === 'string')?.[keyword];
  return typeof value === 'string' ? value : undefined;
}

/**
 * The documented media type that a body is in: itself, else the narrowest range that covers it (section 4.8.13.1). Of
 * those that differ in parameters alone, such as `version=1` and `version=2`, the one whose parameters were sent
 * (RFC 9110, section 8.3.1).
 */
export function mediaFor(
  content: readonly MediaType[],
  contentType: string,
): MediaType | undefined {
  const covering = content.filter(({ mediaType }) => isCoveredBy(contentType, mediaType));
  if (covering.length < 2) return covering[0];
  const sent = new Map(typeParametersOf(contentType));
  const ranked = covering.map((media) => ({ media, rank: rankOf(media.mediaType, sent) }));
  return ranked.toSorted((left, right) => compare(left.rank, right.rank))[0]?.media;
}

/** How badly a documented media type fits what was sent: other parameters, width, parameters that were not sent, and sent ones that it does not name. */
function rankOf(documented: string, sent: ReadonlyMap<string, string>): readonly number[] {
  const own = typeParametersOf(documented).filter(([name]) => name !== 'charset');
  const others = own.filter(([name, value]) => sent.has(name) && sent.get(name) !== value);
  const lacking = own.filter(([name]) => !sent.has(name));
  return [others.length, starsIn(documented), lacking.length, -own.length];
}

function compare(left: readonly number[], right: readonly number[]): number {
  const at = left.findIndex((it, index) => it !== right[index]);
  return at < 0 ? 0 : (left[at] ?? 0) - (right[at] ?? 0);
}
