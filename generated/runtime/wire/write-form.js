// Made by "kiln generate": change the description, not this.
import { fileOf, isScalar } from './file-value.js';
import { formMembers, formPair, itemsOf } from './form-pairs.js';
import { jsonText, textOf } from './plain-data.js';
import { asQuery, isStyled } from './styled-field.js';
import { kindOf, typeOfField } from './media-kind.js';
import { writeParameter } from './write-parameter.js';
import { writeXml } from './write-xml.js';
/** What is said of a field; nothing of one that the description does not know. */
export function fieldNamed({ fields }, name) {
    return (fields && Object.hasOwn(fields, name) ? fields[name] : undefined) ?? {};
}
/**
 * Writes an object as application/x-www-form-urlencoded (OpenAPI 3.1.1, section 4.8.15.2; URL Standard,
 * section 5.2): a list is a field for each item, an object its JSON text.
 */
export function writeForm(body, value) {
    const pairs = formMembers(value).flatMap(([name, it]) => {
        const field = fieldNamed(body, name);
        if (isStyled(field))
            return writeParameter(asQuery(name, field), it) ?? [];
        return itemsOf(it).map((item) => formPair(name, fieldText(field, item)));
    });
    return pairs.join('&');
}
/** The text of one value in its content type: JSON for a structure where nothing is said. */
export function fieldText(field, value) {
    const { contentType } = field;
    const kind = contentType === undefined ? undefined : kindOf(typeOfField(contentType, value));
    if (kind === 'json')
        return jsonText(value);
    const file = fileOf(value);
    if (file)
        return toBase64(file.bytes);
    return kind === 'xml' && !isScalar(value) ? writeXml(field.xml, value) : (textOf(value) ?? '');
}
/** Text has no octets: they are written in base64 (RFC 4648, section 4). */
function toBase64(bytes) {
    let text = '';
    for (const byte of bytes)
        text += String.fromCharCode(byte);
    return btoa(text);
}
//# sourceMappingURL=write-form.js.map