// Made by "kiln generate": change the description, not this.
import { isScalar } from './file-value.js';
import { jsonOf, textOf } from './plain-data.js';
/** The root's name where the description gives none: OpenAPI does not say what it is then. */
const NAMELESS = 'root';
/** Writes a value as an XML document by the XML Object (OpenAPI 3.1.1, section 4.8.26). */
export function writeXml(xml = {}, value) {
    const name = xml.name ?? NAMELESS;
    // A document has one root: the items of a list stand in one, wrapped or not.
    const root = Array.isArray(value) ? { ...xml, wrapped: true } : xml;
    return elementsOf(name, root, value).join('') || `<${name}/>`;
}
/** The elements that a value is: one for each item of a list that is not wrapped, none for null. */
function elementsOf(name, xml, value) {
    if (value === null || value === undefined)
        return [];
    if (!Array.isArray(value))
        return [element(xml.name ?? name, xml, value)];
    const { items = {}, wrapped } = xml;
    const outer = (wrapped ? xml.name : undefined) ?? name;
    const inner = value.flatMap((item) => 
    // A list in a list has nothing to tell where it ends but an element of its own.
    elementsOf(outer, Array.isArray(item) ? { ...items, wrapped: true } : items, item));
    return wrapped ? [wrap(outer, xml, { attributes: [], content: inner.join('') })] : inner;
}
function element(name, xml, value) {
    if (isScalar(value)) {
        return wrap(name, xml, { attributes: [], content: escapeText(textOf(value) ?? '') });
    }
    const attributes = [];
    const content = [];
    for (const [key, member] of Object.entries(jsonOf(value) ?? {})) {
        const own = xmlOf(xml, key);
        if (own.attribute && isScalar(member))
            attributes.push(...attributesOf(key, own, member));
        else
            content.push(...elementsOf(key, own, member));
    }
    return wrap(name, xml, { attributes, content: content.join('') });
}
/** How a member is written; as an element of its own name where nothing is said. */
export function xmlOf({ properties }, key) {
    return (properties && Object.hasOwn(properties, key) ? properties[key] : undefined) ?? {};
}
function wrap(local, xml, { attributes, content }) {
    const name = qualified(local, xml);
    if (!isXmlName(name))
        return '';
    const start = [name, ...new Set([...namespaceOf(xml), ...attributes])].join(' ');
    return content === '' ? `<${start}/>` : `<${start}>${content}</${name}>`;
}
function attributesOf(key, xml, value) {
    const name = qualified(xml.name ?? key, xml);
    if (value === null || value === undefined || !isXmlName(name))
        return [];
    // Without a prefix an attribute is in no namespace (Namespaces in XML 1.0, section 6.2).
    const declared = xml.prefix === undefined ? [] : namespaceOf(xml);
    return [...declared, `${name}="${escapeAttribute(textOf(value) ?? '')}"`];
}
function qualified(local, { prefix }) {
    return prefix === undefined ? local : `${prefix}:${local}`;
}
function namespaceOf({ prefix, namespace }) {
    if (namespace === undefined)
        return [];
    return [`xmlns${prefix === undefined ? '' : `:${prefix}`}="${escapeAttribute(namespace)}"`];
}
const START = String.raw `A-Z_a-z\xC0-\xD6\xD8-\xF6\xF8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{EFFFF}`;
const PART = String.raw `[${START}][${START}\-.0-9\xB7\u0300-\u036F\u203F\u2040]*`;
const NAME = new RegExp(`^(?:${PART}:)?${PART}$`, 'u');
/** Whether XML takes a name for an element or an attribute (Namespaces in XML 1.0, section 4). */
export function isXmlName(name) {
    return NAME.test(name);
}
/** Characters that no XML document holds (XML 1.0, section 2.2). */
const FOREIGN = /[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
export function isXmlText(text) {
    return text.search(FOREIGN) < 0;
}
/** Text of an element that reads back as it was (XML 1.0, section 2.11). */
function escapeText(text) {
    return escapeWith(text, /[&<>\r]/g);
}
/** Text of an attribute, whose white space a reader would make spaces of (XML 1.0, section 3.3.3). */
function escapeAttribute(text) {
    return escapeWith(text, /[&<"\t\n\r]/g);
}
function escapeWith(text, marks) {
    return text
        .replaceAll(FOREIGN, '\uFFFD')
        .replaceAll(marks, (mark) => ESCAPES[mark] ?? `&#${mark.charCodeAt(0)};`);
}
const ESCAPES = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
};
//# sourceMappingURL=write-xml.js.map