// Made by "kiln generate": change the description, not this.
import { concreteType, kindOf } from './media-kind.js';
import { writeForm } from './write-form.js';
import { writeMultipart } from './write-multipart.js';
import { fileOf } from './file-value.js';
import { jsonText, textOf } from './plain-data.js';
import { writeXml } from './write-xml.js';
/**
 * Writes a body in its media type (OpenAPI 3.1.1, section 4.8.14). Octets are sent as they are, and so is
 * a string, but for JSON, where it is a value like others. What OpenAPI leaves undefined is named by
 * `undefinedBody`; what comes out of it here is what most others send.
 */
export function writeBody(body, value) {
    const file = fileOf(value);
    const contentType = concreteType(body.mediaType, file ? '' : value, file?.contentType);
    if (file)
        return { contentType, bytes: file.bytes };
    const kind = kindOf(contentType);
    if (kind === 'json')
        return written(contentType, jsonText(value));
    if (kind === 'multipart') {
        if (typeof value === 'string')
            return written(withBoundaryOf(contentType, value), value);
        return writeMultipart({ ...body, mediaType: contentType }, value);
    }
    if (typeof value === 'string')
        return written(contentType, value);
    switch (kind) {
        case 'form':
            return written(contentType, writeForm(body, value));
        case 'xml':
            return written(contentType, writeXml(body.xml, value));
        case 'lines':
            return written(contentType, recordsOf(value, ''));
        case 'sequence':
            return written(contentType, recordsOf(value, '\u001E'));
        case 'text':
        case 'octets':
            return written(contentType, textOf(value) ?? '');
    }
}
/** JSON texts one after the other, each with a mark before it and a line feed behind (RFC 7464, section 2.2). */
function recordsOf(value, mark) {
    const records = Array.isArray(value) ? value : [value];
    return records.map((record) => `${mark}${jsonText(record)}\n`).join('');
}
function written(contentType, text) {
    const sent = text.toWellFormed();
    return { contentType, bytes: new TextEncoder().encode(sent), text: sent };
}
/** A body that is written down already has its boundary in its first line. */
export function withBoundaryOf(contentType, text) {
    const [, boundary] = /^(?:\r\n)?--([^\r\n]+?)[ \t]*\r?\n/.exec(text) ?? [];
    const isNamed = /;\s*boundary=/i.test(contentType);
    return boundary === undefined || isNamed ? contentType : `${contentType}; boundary="${boundary}"`;
}
//# sourceMappingURL=write-body.js.map