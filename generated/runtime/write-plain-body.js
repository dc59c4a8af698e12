// Made by "kiln generate": change the description, not this.
import { isJsonType } from './base/media-type.js';
import { jsonText } from './wire/plain-data.js';
/** Writes JSON, and lets texts of other media types through: all that most APIs need. */
export function writePlainBody({ mediaType }, value) {
    const isJson = isJsonType(mediaType);
    if (!isJson && typeof value !== 'string') {
        throw new TypeError(`no API here is described with ${mediaType}, so send it as text or bytes`);
    }
    const text = isJson ? jsonText(value) : value;
    return { contentType: mediaType, bytes: new TextEncoder().encode(text), text };
}
