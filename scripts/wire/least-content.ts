import type { MediaType } from '../model/api-model.ts';
import { isObject, textOf, type Json } from '../base/json.ts';
import { valueAt } from '../base/json-pointer.ts';
import { essenceOf, servedAs } from '../base/media-type.ts';
import { textShapeAt } from '../values/text-shape.ts';
import { leastFile } from './least-files.ts';

/** The least content of a media type that no value tells of: a text, or a file in its place. */
export interface LeastContent {
  readonly value: Json;
  readonly file?: Buffer | undefined;
}

/** A part of a form with a name; the boundary stands in its first line. */
const ONE_PART =
  '--part\r\nContent-Disposition: form-data; name="file"; filename="file.txt"\r\n\r\ntext\r\n--part--\r\n';

/**
 * What is sent where the media type has rules of its own and the schema says of it no more than that it is a
 * string: a file, or its text in base64 where `contentEncoding` asks for that. Undefined where none is at hand.
 */
export function leastContent(document: Json, media: MediaType): LeastContent | undefined {
  const contentType = servedAs(media.mediaType);
  const { types, only } = textShapeAt(document, media.schema);
  if (essenceOf(contentType).startsWith('multipart/')) {
    return only === 'string' ? { value: ONE_PART } : undefined;
  }
  const file = leastFile(contentType);
  if (!file || !types.has('string')) return undefined;
  const encoding = encodingOf(document, media);
  if (encoding === undefined) return { value: '', file };
  return encoding === 'base64' ? { value: file.toString('base64') } : undefined;
}

/** `contentEncoding` of a schema; as a format too, by which older descriptions mean the same. */
function encodingOf(document: Json, { schema }: MediaType): string | undefined {
  const node = schema === undefined ? undefined : valueAt(document, schema);
  if (!isObject(node)) return undefined;
  const { contentEncoding, format } = node;
  if (typeof contentEncoding === 'string') return contentEncoding;
  if (format === 'base64') return format;
  // Elsewhere in the schema: which of several counts is not looked into.
  return textOf(node).includes('"contentEncoding"') ? 'unknown' : undefined;
}
