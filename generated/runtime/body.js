// Made by "kiln generate": change the description, not this.
import { essenceOf, isCoveredBy } from './base/media-type.js';
import { ClientError } from './errors.js';
/** A request body as it is sent (OpenAPI 3.1.1, section 4.8.14): what is ready, as it is. */
export async function prepareBody({ xml: table = [] }, id, { content, bodies = {} }, mediaType, value, write) {
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
        // A circle, a getter that throws, or a file that is gone.
        const reason = error instanceof Error ? error.message : String(error);
        throw new ClientError('body-unusable', `${id} cannot write its body: ${reason}`);
    }
}
/** The media type of a body that is ready; undefined where a range is documented and nothing else is said. */
function typeOf(body, mediaType) {
    if (!mediaType.includes('*'))
        return mediaType;
    if (body instanceof URLSearchParams)
        return 'application/x-www-form-urlencoded';
    return body instanceof Blob && body.type !== '' ? body.type : undefined;
}
function isReady(body) {
    return (body instanceof URLSearchParams ||
        body instanceof Blob ||
        body instanceof ArrayBuffer ||
        ArrayBuffer.isView(body));
}
//# sourceMappingURL=body.js.map