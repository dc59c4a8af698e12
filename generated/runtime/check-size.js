// Made by "kiln generate": change the description, not this.
import { essenceOf } from './base/media-type.js';
import { jsonText } from './wire/plain-data.js';
import { ClientError } from './errors.js';
import { valueAt } from './places.js';
/** A body, or an item of it, has more bytes than its server takes; nothing was sent. */
export class TooLargeError extends ClientError {
    name = 'TooLargeError';
    /** Where in the body, as `#/batch/17`; `#` is all of it. */
    at;
    /** Bytes that are taken. */
    limit;
    /** Bytes that it has. */
    actual;
    constructor(id, at, limit, actual) {
        super('body-too-large', `${id} takes ${limit} bytes at ${at}, and there are ${actual}`);
        this.at = at;
        this.limit = limit;
        this.actual = actual;
    }
}
/** Refuses bodies and items that are larger than a description allows (`x-limits`), before they are sent. */
export const sizeChecking = () => ({
    checkSize(id, operation, value, body) {
        const { bodyBytes = Infinity } = operation.limits ?? {};
        // An item says more than the whole.
        checkItems(id, operation, value);
        const bytes = bytesOf(body);
        if (bytes !== undefined && bytes > bodyBytes)
            throw new TooLargeError(id, '#', bodyBytes, bytes);
    },
});
function checkItems(id, { limits, content }, value) {
    const { itemBytes, itemsAt } = limits ?? {};
    if (itemBytes === undefined || itemsAt === undefined)
        return;
    if (!content.some((it) => /[/+]json$/.test(essenceOf(it))))
        return;
    const items = valueAt(value, itemsAt);
    if (!Array.isArray(items))
        return;
    for (const [index, item] of items.entries()) {
        const bytes = jsonBytes(item);
        if (bytes > itemBytes)
            throw new TooLargeError(id, `${itemsAt}/${index}`, itemBytes, bytes);
    }
}
/** Bytes of a value's JSON text in UTF-8. */
export function jsonBytes(value) {
    return new TextEncoder().encode(jsonText(value)).length;
}
/** Bytes that a body has on the wire; undefined where the platform alone knows them. */
function bytesOf(body) {
    if (typeof body === 'string')
        return new TextEncoder().encode(body).length;
    if (body instanceof Blob)
        return body.size;
    if (body instanceof ArrayBuffer || ArrayBuffer.isView(body))
        return body.byteLength;
    return body instanceof URLSearchParams ? body.toString().length : undefined;
}
//# sourceMappingURL=check-size.js.map