// Made by "kiln generate": change the description, not this.
import { essenceOf, isCoveredBy } from './base/media-type.js';
import { ClientError } from './errors.js';
/** A request body as it is sent (OpenAPI 3.1.1, section 4.8.14): what is ready, as it is. */
export async function prepareBody({ xml: table = [] }, id, { content, bodies = {} }, mediaType, value, write) {
    if (value instanceof FormData)
        return { body: value, contentType: undefined };
    if (isReady(value)) {
        const own = value instanceof Blob && mediaType.includes('*') ? value.type : '';
        return { body: value, contentType: own === '' ? withoutStar(mediaType) : own };
    }
    const documented = content.find((it) => essenceOf(it) === essenceOf(mediaType)) ??
        content.find((it) => isCoveredBy(mediaType, it));
    const said = documented === undefined ? undefined : bodies[documented];
    try {
        const { bytes, text, contentType } = await write({ ...said, mediaType, table }, value);
        return { body: text ?? bytes, contentType };
    }
    catch (error) {
        // A circle, or a getter that throws.
        const reason = error instanceof Error ? error.message : String(error);
        throw new ClientError('body-unusable', `${id} cannot write its body: ${reason}`);
    }
}
function withoutStar(mediaType) {
    return mediaType.includes('*') ? 'application/octet-stream' : mediaType;
}
function isReady(body) {
    return (body instanceof URLSearchParams ||
        body instanceof Blob ||
        body instanceof ArrayBuffer ||
        ArrayBuffer.isView(body));
}
