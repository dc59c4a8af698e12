// Made by "kiln generate": change the description, not this.
import { essenceOf, isCoveredBy } from './base/media-type.js';
import { ClientError } from './errors.js';
/** Writes what is not ready, and sends what is, as it is. */
export function writingBody(write) {
    return async ({ xml: table = [] }, id, { content, bodies = {} }, mediaType, value) => {
        if (value instanceof FormData)
            return { body: value, contentType: undefined };
        const contentType = isReady(value) ? typeOf(value, mediaType) : undefined;
        if (isReady(value) && contentType !== undefined)
            return { body: value, contentType };
        const documented = content.find((it) => essenceOf(it) === essenceOf(mediaType)) ??
            content.find((it) => isCoveredBy(mediaType, it));
        const said = documented === undefined ? undefined : bodies[documented];
        try {
            const octets = value instanceof Blob ? await value.arrayBuffer() : value;
            const written = await write({ ...said, mediaType, table }, octets);
            return { body: written.text ?? written.bytes, contentType: written.contentType };
        }
        catch (error) {
            throw unwritable(id, error);
        }
    };
}
/** A circle, a getter that throws, or a file that is gone. */
export function unwritable(id, error) {
    const reason = error instanceof Error ? error.message : String(error);
    return new ClientError('body-unusable', `${id} cannot write its body: ${reason}`);
}
/** The media type of a body that is ready; undefined where a range is documented and nothing else is said. */
function typeOf(body, mediaType) {
    if (!mediaType.includes('*'))
        return mediaType;
    if (body instanceof URLSearchParams)
        return 'application/x-www-form-urlencoded';
    return body instanceof Blob && body.type !== '' ? body.type : undefined;
}
/** Whether a value is a body already, whatever its media type. */
export function isReady(body) {
    return (body instanceof URLSearchParams ||
        body instanceof Blob ||
        body instanceof ArrayBuffer ||
        ArrayBuffer.isView(body));
}
//# sourceMappingURL=body.js.map