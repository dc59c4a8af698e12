import type { ApiModel, Breach, Direction, MediaType } from '../../model/api-model.ts';
import { essenceOf, isCoveredBy, isJsonType } from '../../base/media-type.ts';
import type { Json } from '../../base/json.ts';
import { formFields, multipartFields, valueOfFields } from './read-form.ts';

/** A body as a value, or why it is none. */
export type BodyReading =
  | { readonly value: Json; readonly breaches: readonly Breach[] }
  /** It does not keep to its own media type. */
  | { readonly reason: string }
  /** In a media type that is not read here; nothing is known of its content. */
  | undefined;

/** Reads a body by the media type it was sent as (OpenAPI 3.1.1, section 4.8.14). */
export function readBody(
  api: ApiModel,
  { mediaType, schema }: MediaType,
  contentType: string,
  text: string,
  direction: Direction = 'request',
): BodyReading {
  const essence = essenceOf(contentType || mediaType);
  const check = (value: Json): BodyReading => ({
    value,
    breaches: schema === undefined ? [] : api.schemas.check(schema, value, direction),
  });
  if (isJsonType(essence)) {
    const parsed = parseJson(text);
    return 'reason' in parsed ? parsed : check(parsed.value);
  }
  if (essence === 'application/x-www-form-urlencoded') {
    return check(valueOfFields(api, schema, formFields(text)));
  }
  if (essence === 'multipart/form-data') {
    const fields = multipartFields(contentType, text);
    return fields ? check(valueOfFields(api, schema, fields)) : { reason: 'it has no parts' };
  }
  return schema === undefined || essence.startsWith('text/') ? check(text) : undefined;
}

/** JSON text to its value, or the reason why it is none (RFC 8259). */
export function parseJson(text: string): { readonly value: Json } | { readonly reason: string } {
  try {
    return { value: JSON.parse(text) as Json };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

/** The documented media type that a body is in: itself, else a range that covers it. */
export function mediaFor(
  content: readonly MediaType[],
  contentType: string,
): MediaType | undefined {
  const exact = content.find(({ mediaType }) => essenceOf(mediaType) === essenceOf(contentType));
  return exact ?? content.find(({ mediaType }) => isCoveredBy(contentType, mediaType));
}
