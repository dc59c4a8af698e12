// Made by "kiln generate": change the description, not this.
import { concreteType, kindOf } from './wire/media-kind.js';
import { writeBody } from './wire/write-body.js';
import { writingBody } from './body.js';
import { linkXml } from './link-xml.js';
/** Writes bodies of every media type (OpenAPI 3.1.1, sections 4.8.14 and 4.8.15). */
export const writeAnyBody = /* @__PURE__ */ writingBody(writeAny);
async function writeAny({ mediaType, fields = {}, xml, table }, value) {
    const kind = kindOf(concreteType(mediaType, value));
    const links = linkXml(table);
    const linked = (at) => at === undefined ? {} : { xml: links[at] ?? {} };
    if (kind === 'xml' && typeof value !== 'string' && linked(xml).xml?.name === undefined) {
        throw new TypeError('its XML has no name for the root, so send it as text');
    }
    const named = Object.entries(fields).map(([name, { xml: at, ...field }]) => [name, { ...field, ...linked(at) }]);
    const body = { mediaType, fields: Object.fromEntries(named), ...linked(xml) };
    const isForm = kind === 'form' || kind === 'multipart';
    return writeBody(body, isForm ? await readFiles(value) : value);
}
/** A form with the octets of its files, which a Blob gives only when asked. */
async function readFiles(form) {
    if (typeof form !== 'object' || form === null || Array.isArray(form))
        return form;
    const entries = Object.entries(form).map(async ([name, value]) => {
        const items = Array.isArray(value) ? value : undefined;
        return [name, await (items ? Promise.all(items.map(readFile)) : readFile(value))];
    });
    return Object.fromEntries(await Promise.all(entries));
}
async function readFile(value) {
    if (!(value instanceof Blob))
        return value;
    const file = {
        bytes: new Uint8Array(await value.arrayBuffer()),
        name: value instanceof File ? value.name : undefined,
        contentType: value.type === '' ? undefined : value.type,
    };
    return file;
}
//# sourceMappingURL=write-any-body.js.map