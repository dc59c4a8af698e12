// Made by "kiln generate": change the description, not this.
import { isRecord, jsonOf } from './plain-data.js';
/** A value as a file where it is octets, with or without a name. */
export function fileOf(value) {
    const bytes = octetsOf(value);
    if (bytes)
        return { bytes };
    if (!isRecord(value) || !(value['bytes'] instanceof Uint8Array))
        return undefined;
    const { bytes: own, name, contentType } = value;
    return {
        bytes: own,
        name: typeof name === 'string' ? name : undefined,
        contentType: typeof contentType === 'string' ? contentType : undefined,
    };
}
function octetsOf(value) {
    if (value instanceof Uint8Array)
        return value;
    if (ArrayBuffer.isView(value)) {
        return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    }
    return value instanceof ArrayBuffer ? new Uint8Array(value) : undefined;
}
/** Whether a value has neither items nor members, once it has become JSON. */
export function isScalar(value) {
    const data = jsonOf(value);
    return typeof data !== 'object' || data === null;
}
//# sourceMappingURL=file-value.js.map