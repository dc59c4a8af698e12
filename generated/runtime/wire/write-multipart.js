// Made by "kiln generate": change the description, not this.
import { essenceOf } from '../base/media-type.js';
import { concreteType, kindOf, typeOfField } from './media-kind.js';
import { fieldNamed, fieldText } from './write-form.js';
import { formMembers, itemsOf } from './form-pairs.js';
import { asQuery, isStyled } from './styled-field.js';
import { writePairs } from './write-parameter.js';
import { fileOf, isScalar } from './file-value.js';
const BOUNDARY = 'kiln-boundary-7MA4YWxkTrZu0gW';
/**
 * Writes an object as the parts of a multipart body (OpenAPI 3.1.1, section 4.8.15.3; RFC 7578): a list is
 * a part for each item, a structure its JSON text. Parts of other kinds of multipart are named as well.
 */
export function writeMultipart(body, value) {
    const parts = writeParts(body, value);
    const boundary = freeBoundary(parts);
    const pieces = parts.flatMap((part) => [
        `--${boundary}\r\n${headOf(part).join('\r\n')}\r\n\r\n`,
        part.content,
        '\r\n',
    ]);
    const contentType = `${withoutBoundary(body.mediaType)}; boundary=${boundary}`;
    return { contentType, ...join([...pieces, `--${boundary}--\r\n`]) };
}
/** The parts that an object is written as, a list item by item. */
export function writeParts(body, value) {
    const isFormData = essenceOf(body.mediaType) === 'multipart/form-data';
    return formMembers(value).flatMap(([name, it]) => {
        const field = fieldNamed(body, name);
        if (isFormData && isStyled(field))
            return styledParts(name, field, it);
        return itemsOf(it).map((item) => partOf(name, field, item));
    });
}
function partOf(name, field, value) {
    const file = fileOf(value);
    const contentType = typeOfPart(field, value, file);
    const isNamed = file !== undefined || (isScalar(value) && isFilePart(field, contentType));
    const transfer = transferOf(field, file);
    return {
        name,
        ...(isNamed ? { fileName: file?.name ?? defaultName(name, contentType) } : {}),
        ...(contentType === undefined ? {} : { contentType }),
        lines: [
            ...(transfer === undefined ? [] : [`Content-Transfer-Encoding: ${transfer}`]),
            ...furtherLines(field),
        ],
        content: file?.bytes ?? fieldText(field, value),
    };
}
function headOf({ name, fileName, contentType, lines }) {
    const named = fileName === undefined ? '' : `; filename="${quote(fileName)}"`;
    return [
        `Content-Disposition: form-data; name="${quote(name)}"${named}`,
        ...(contentType === undefined ? [] : [`Content-Type: ${contentType}`]),
        ...lines,
    ];
}
/**
 * The media type of a part by the table of section 4.8.15.1.1; undefined for text/plain, which a part
 * without a type has (RFC 7578, section 4.4).
 */
function typeOfPart({ contentType, isFile, contentEncoding }, value, file) {
    if (contentType !== undefined)
        return typeOfField(contentType, value, file?.contentType);
    if (file)
        return concreteType('*/*', '', file.contentType);
    if (!isScalar(value))
        return 'application/json';
    const isOctets = isFile || (contentEncoding !== undefined && typeof value === 'string');
    return isOctets ? 'application/octet-stream' : undefined;
}
/** Servers tell a file from a field by its file name: what is no text has one. */
function isFilePart({ isFile }, contentType) {
    return isFile === true || (contentType !== undefined && kindOf(contentType) === 'octets');
}
function defaultName(name, contentType) {
    const [, subtype = ''] = essenceOf(contentType ?? '').split('/');
    const ending = /^[a-z0-9]{1,5}$/.test(subtype) ? subtype : 'bin';
    return `${name}.${contentType === undefined || subtype === 'plain' ? 'txt' : ending}`;
}
/** The encodings that a Content-Transfer-Encoding names (RFC 2045, section 6.1); base64url is none. */
const TRANSFER_ENCODINGS = [
    '7bit',
    '8bit',
    'binary',
    'quoted-printable',
    'base64',
];
/** `contentEncoding` of a part is said in its header (section 4.8.15.3); octets come without one. */
function transferOf({ contentEncoding }, file) {
    const encoding = contentEncoding?.toLowerCase() ?? '';
    return file === undefined && TRANSFER_ENCODINGS.includes(encoding) ? encoding : undefined;
}
const OWN_LINES = /^content-(type|disposition)$/i;
/** Header fields of a part that HTTP's grammar has room for (RFC 9110, section 5). */
function furtherLines({ headers = [] }) {
    return headers.flatMap(([name, value]) => OWN_LINES.test(name) || !isFieldLine(name, value) ? [] : [`${name}: ${value}`]);
}
export function isFieldLine(name, value) {
    return /^[\w!#$%&'*+.^`|~-]+$/.test(name) && !/[^\t -~\u0080-\u{10FFFF}]/u.test(value);
}
/** The pairs of a styled field as parts, without the percent-encoding of a query, which no part has (appendix E). */
function styledParts(name, field, value) {
    return writePairs(asQuery(name, field), value).map(([key, content]) => ({
        name: key,
        lines: furtherLines(field),
        content,
    }));
}
/** A boundary that stands in no part (RFC 2046, section 5.1.1); the same for the same parts. */
function freeBoundary(parts) {
    const latin1 = new TextDecoder('latin1');
    const texts = parts.map(({ content }) => typeof content === 'string' ? content : latin1.decode(content));
    let boundary = BOUNDARY;
    for (let count = 1; texts.some((text) => text.includes(boundary)); count += 1) {
        boundary = `${BOUNDARY}-${count}`;
    }
    return boundary;
}
function withoutBoundary(mediaType) {
    return mediaType.replaceAll(/\s*;\s*boundary=("[^"]*"|[^;]*)/gi, '').trim();
}
function join(pieces) {
    const encoder = new TextEncoder();
    if (pieces.every((piece) => typeof piece === 'string')) {
        const text = pieces.join('').toWellFormed();
        return { bytes: encoder.encode(text), text };
    }
    const parts = pieces.map((it) => (typeof it === 'string' ? encoder.encode(it) : it));
    const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const part of parts) {
        bytes.set(part, at);
        at += part.length;
    }
    return { bytes };
}
/** Names escape what would end them (HTML Standard, section 4.10.22.8). */
function quote(name) {
    return name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
//# sourceMappingURL=write-multipart.js.map