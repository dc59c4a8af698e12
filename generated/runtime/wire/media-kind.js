// Made by "kiln generate": change the description, not this.
import { essenceOf, isJsonType, servedAs } from '../base/media-type.js';
const FORM = 'application/x-www-form-urlencoded';
const LINES = /^application\/(x-)?(ndjson|jsonl|jsonlines|json-lines|ldjson)$/;
const SEQUENCE = /^application\/json-seq$|\+json-seq$/;
const XML = /^(application|text)\/xml(-external-parsed-entity|-dtd)?$|\+xml$/;
/** How a media type, which is no range, holds a value; one that nobody knows holds octets. */
export function kindOf(mediaType) {
    const essence = essenceOf(mediaType);
    if (isJsonType(essence))
        return 'json';
    if (essence === FORM)
        return 'form';
    if (essence.startsWith('multipart/'))
        return 'multipart';
    if (XML.test(essence))
        return 'xml';
    if (LINES.test(essence))
        return 'lines';
    if (SEQUENCE.test(essence))
        return 'sequence';
    return essence.startsWith('text/') ? 'text' : 'octets';
}
/** Whether a media type has rules of its own for its octets, as those of images have. */
export function isForeign(mediaType) {
    return kindOf(mediaType) === 'octets' && essenceOf(mediaType) !== 'application/octet-stream';
}
/** Whether any value can be written down as a media type: what is foreign is not made up. */
export function isWritable(mediaType) {
    return !isForeign(concreteType(mediaType, {}));
}
/** A media type to send where a range may be documented: that of a file if it has one, else one that suits the value. */
export function concreteType(documented, value, own) {
    if (!documented.includes('*'))
        return documented;
    const range = essenceOf(documented);
    const [type = '*'] = range.split('/');
    if (own !== undefined && (type === '*' || own.startsWith(`${type}/`)))
        return own;
    if (type !== '*' && type !== 'application')
        return servedAs(range);
    return typeof value === 'string' ? 'application/octet-stream' : 'application/json';
}
/** The media type of a field: of those that an Encoding Object lists, that of a file, else the first that is no range. */
export function typeOfField(listed, value, own) {
    const types = splitList(listed);
    const isOwn = (type) => own !== undefined && (essenceOf(type) === essenceOf(own) || isInRange(own, type));
    if (own !== undefined && types.some(isOwn))
        return own;
    return types.find((type) => !type.includes('*')) ?? concreteType(types[0] ?? '*/*', value);
}
function isInRange(type, range) {
    const [left = '', right] = essenceOf(range).split('/');
    return right === '*' && (left === '*' || essenceOf(type).startsWith(`${left}/`));
}
/** Cuts at the commas that stand in no quoted string (RFC 9110, section 5.6.1). */
function splitList(listed) {
    const types = listed.match(/(?:[^,"]|"(?:[^"\\]|\\.)*"?)+/g) ?? [];
    return types.map((type) => type.trim()).filter((type) => type !== '');
}
//# sourceMappingURL=media-kind.js.map