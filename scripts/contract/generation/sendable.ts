import type { ApiModel, Example, MediaType, Parameter } from '../../model/api-model.ts';
import { isJsonType } from '../../base/media-type.ts';
import { isObject, type Json } from '../../base/json.ts';
import { valueAt, type Pointer } from '../../base/json-pointer.ts';
import { isCarriedBy } from '../../values/generate/is-carried-by.ts';
import { destinationOfMedia, type Destination } from '../../values/generate/destination.ts';
import { describeBody } from '../../wire/describe-body.ts';
import { readBody } from '../../wire/read-body.ts';
import { writeBody } from '../../wire/write-body.ts';
import { undefinedBody } from '../../wire/undefined-body.ts';
import { undefinedSerialization } from '../../wire/undefined-serialization.ts';

/** Where a parameter's value is written: as JSON text where `content` says so, whatever the place. */
export function destinationOf({ in: location, content }: Parameter): Destination {
  return content && isJsonType(content.mediaType) ? 'json' : location;
}

/**
 * Whether a parameter is a field by which HTTP frames messages and keeps connections (RFC 9110, section 7.6.1;
 * RFC 9112, section 6) or says how their content is coded (RFC 9110, section 8.4): whoever carries a request
 * writes it, and any other value would make it another request.
 */
export function isOfHttp({ in: location, name }: Pick<Parameter, 'in' | 'name'>): boolean {
  return location === 'header' && FRAMING.has(name.toLowerCase());
}

const FRAMING: ReadonlySet<string> = new Set([
  'connection',
  'content-encoding',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** Whether it is defined how a parameter's value is written, and the way leaves it as it is. */
export function isSendable(parameter: Parameter, value: Json): boolean {
  return (
    undefinedSerialization(parameter, value) === undefined &&
    isCarriedBy(destinationOf(parameter), value)
  );
}

/** An object without those of its members that would be read as another parameter, where members alone are written. */
export function withoutNamesOfOthers(
  parameters: readonly Parameter[],
  { in: location, name, style, explode, content }: Parameter,
  value: Json,
): Json {
  const isSpread = !content && style === 'form' && explode;
  if (!isSpread || !isObject(value)) return value;
  const isOthers = (member: string) =>
    member !== name && parameters.some((it) => it.in === location && it.name === member);
  if (!Object.keys(value).some(isOthers)) return value;
  return Object.fromEntries(Object.entries(value).filter(([member]) => !isOthers(member)));
}

/** Whether it is defined how a body is written in its media type, and the way leaves it as it is. */
export function isSendableBody({ document }: ApiModel, media: MediaType, value: Json): boolean {
  return (
    undefinedBody(describeBody(document, media), value) === undefined &&
    isCarriedBy(destinationOfMedia(media.mediaType), value)
  );
}

/** Whether who reads what is not defined as most do finds a body that keeps its contract, or one that only its owner can read. */
export function isUnderstood(
  { document, schemas }: ApiModel,
  media: MediaType,
  value: Json | Uint8Array,
): boolean {
  const { schema } = media;
  const body = describeBody(document, media);
  // Of a structure as a text nobody knows what it would look like.
  if (undefinedBody(body, value) === 'structure-as-text') return false;
  const { contentType, bytes } = writeBody(body, value);
  if (bytes.length === 0) return false;
  const breachesOf = (it: Json) =>
    schema === undefined ? 0 : schemas.check(schema, it, 'request').length;
  const reading = readBody({ document, media, breachesOf }, contentType, bytes);
  return !reading || ('value' in reading && breachesOf(reading.value) === 0);
}

/** The examples of a body that can be sent; an image in an example is one because its author says so. */
export function sendableExamples({ document }: ApiModel, media: MediaType): readonly Example[] {
  const body = describeBody(document, media);
  return media.examples.filter(({ value }) =>
    [undefined, 'foreign-format'].includes(undefinedBody(body, value)),
  );
}

/** The schema at a pointer, where there is one. */
export function schemaBehind(
  { document }: ApiModel,
  pointer: Pointer | undefined,
): Json | undefined {
  return pointer && valueAt(document, pointer);
}
