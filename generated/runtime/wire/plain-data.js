// Made by "kiln generate": change the description, not this.
/**
 * What of a JavaScript value can be written: members that are null, undefined or no number are left
 * out, as RFC 6570, section 2.3, says of undefined values. Nothing of it at all is undefined.
 */
export function plainDataOf(value) {
    const data = jsonOf(value);
    if (Array.isArray(data)) {
        const items = data.map(textOf).filter((text) => text !== undefined);
        return items.length === 0 ? undefined : { kind: 'list', items };
    }
    if (isRecord(data)) {
        const members = membersOf(data);
        return members.length === 0 ? undefined : { kind: 'members', members };
    }
    const text = textOf(data);
    return text === undefined ? undefined : { kind: 'text', text };
}
function membersOf(data) {
    return Object.entries(data).flatMap(([name, item]) => {
        const text = textOf(item);
        return text === undefined ? [] : [[name, text]];
    });
}
/** The text of one value; arrays and objects as JSON. Undefined for what has none. */
export function textOf(value) {
    const data = jsonOf(value);
    switch (typeof data) {
        case 'string':
            return data;
        case 'number':
            return numberText(data);
        case 'bigint':
        case 'boolean':
            return String(data);
        case 'object':
            return data === null ? undefined : jsonText(data);
        case 'undefined':
        case 'function':
        case 'symbol':
            return undefined;
    }
}
/** Integers as digits, however large: not every reader of an integer knows exponents. */
function numberText(value) {
    if (!Number.isFinite(value))
        return undefined;
    return Number.isInteger(value) && Math.abs(value) >= 1e21 ? String(BigInt(value)) : String(value);
}
/** JSON text, as `JSON.stringify` writes it; integers of any size as their digits. */
export function jsonText(value) {
    const data = jsonOf(value);
    if (Array.isArray(data))
        return `[${data.map(jsonText).join(',')}]`;
    if (typeof data === 'bigint')
        return String(data);
    if (typeof data === 'number')
        return numberText(data) ?? 'null';
    // What has no text is nothing that JSON could say.
    if (!isRecord(data))
        return isWritable(data) ? JSON.stringify(data) : 'null';
    const members = Object.entries(data).flatMap(([name, item]) => isWritable(item) ? [`${JSON.stringify(name)}:${jsonText(item)}`] : []);
    return `{${members.join(',')}}`;
}
function isWritable(value) {
    return value !== undefined && typeof value !== 'function' && typeof value !== 'symbol';
}
/** What a value says of itself as JSON: a Date is its ISO text, and null where it is none. */
export function jsonOf(value) {
    if (!isRecord(value) || typeof value['toJSON'] !== 'function')
        return value;
    return value.toJSON();
}
/** Whether a value is an object with named members. */
export function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
//# sourceMappingURL=plain-data.js.map