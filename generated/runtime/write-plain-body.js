// Made by "kiln generate": change the description, not this.
import { isJsonType } from './base/media-type.js';
import { jsonText } from './wire/plain-data.js';
import { writingBody } from './body.js';
/** Writes JSON, and lets texts of other media types through: all that most APIs need. */
export const writePlainBody = /* @__PURE__ */ writingBody(({ mediaType }, value) => {
    const text = isJsonType(mediaType) ? jsonText(value) : value;
    if (typeof text !== 'string') {
        throw new TypeError(`no call here is described with ${mediaType}, so send it as text or bytes`);
    }
    return { contentType: mediaType, bytes: new TextEncoder().encode(text), text };
});
//# sourceMappingURL=write-plain-body.js.map