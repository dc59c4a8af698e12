import { isJsonType } from '../../base/media-type.ts';
import { jsonText } from '../../wire/plain-data.ts';
import type { Media } from './body.ts';
import type { WrittenBody } from '../../wire/wire-body.ts';

/** Writes JSON, and lets texts of other media types through: all that most APIs need. */
export function writePlainBody({ mediaType }: Media, value: unknown): WrittenBody {
  const text = isJsonType(mediaType) ? jsonText(value) : value;
  if (typeof text !== 'string') {
    throw new TypeError(`no call here is described with ${mediaType}, so send it as text or bytes`);
  }
  return { contentType: mediaType, bytes: new TextEncoder().encode(text), text };
}
