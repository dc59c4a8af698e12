import type { ApiModel, Breach, Direction, MediaType } from '../model/api-model.ts';
import type { Json } from '../base/json.ts';
import { isJsonType, servedAs } from '../base/media-type.ts';
import { readBody } from './read-body.ts';
import { withBoundaryOf } from './write-body.ts';

/**
 * What a value breaks as the content of a media type. A string is a document that is written down already
 * (OpenAPI 3.1.1, section 4.8.14: an example is "in the correct format"), but for JSON.
 */
export function contentBreaches(
  { document, schemas }: Pick<ApiModel, 'document' | 'schemas'>,
  media: MediaType,
  value: Json,
  direction: Direction,
): readonly Breach[] {
  const { schema, pointer } = media;
  if (schema === undefined) return [];
  const check = (it: Json) => schemas.check(schema, it, direction);
  const mediaType = servedAs(media.mediaType);
  if (typeof value !== 'string' || isJsonType(mediaType)) return check(value);
  const contract = { document, media, breachesOf: (it: Json) => check(it).length };
  const reading = readBody(contract, withBoundaryOf(mediaType, value), Buffer.from(value));
  if (reading === undefined) return [];
  if ('value' in reading) return check(reading.value);
  const message = `is not ${mediaType}: ${reading.reason}`;
  return [
    { instance: '', constraint: pointer, keyword: 'mediaType', expected: mediaType, message },
  ];
}
