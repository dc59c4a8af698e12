import { isJsonType } from '../../base/media-type.ts';
import { jsonText } from '../../wire/plain-data.ts';
import { writingBody, type BodyWriter } from './body.ts';

/** Writes JSON, and lets texts of other media types through: all that most APIs need. */
export const writePlainBody: BodyWriter = /* @__PURE__ */ writingBody(({ mediaType }, value) => {
  const text = isJsonType(mediaType) ? jsonText(value) : value;
  if (typeof text !== 'string') {
    throw new TypeError(`no call here is described with ${mediaType}, so send it as text or bytes`);
  }
  return { contentType: mediaType, bytes: new TextEncoder().encode(text), text };
});
