// Made by "kiln generate": change the description, not this.
/** `application/json` of `Application/JSON; charset=utf-8` (RFC 9110, section 8.3.1). */
export function essenceOf(contentType) {
    const end = contentType.indexOf(';');
    return (end < 0 ? contentType : contentType.slice(0, end)).trim().toLowerCase();
}
/** Whether a media type carries JSON (RFC 6839, section 3.1). */
export function isJsonType(mediaType) {
    if (mediaType === 'application/json')
        return true;
    return /^(application\/json|[^/]+\/[^/]+\+json)$/.test(essenceOf(mediaType));
}
/** Whether a media type falls under a documented one, which may be a range such as `text/*`. */
export function isCoveredBy(mediaType, documented) {
    const [type, subtype] = essenceOf(mediaType).split('/');
    const [wantedType, wantedSubtype] = essenceOf(documented).split('/');
    return ((wantedType === '*' || wantedType === type) &&
        (wantedSubtype === '*' || wantedSubtype === subtype));
}
/** How wide a documented range is: 0 where it is none. */
export function starsIn(mediaType) {
    return mediaType.split('*').length - 1;
}
/** What is sent where only a range is documented, by the range. */
const OF_RANGES = new Map([
    ['*/*', 'application/json'],
    ['application/*', 'application/json'],
    ['text/*', 'text/plain'],
    ['image/*', 'image/png'],
    ['audio/*', 'audio/mpeg'],
    ['video/*', 'video/mp4'],
    ['font/*', 'font/woff2'],
    ['multipart/*', 'multipart/form-data'],
]);
/** The concrete type to name on the wire where the description documents a range. */
export function servedAs(mediaType) {
    if (!mediaType.includes('*'))
        return mediaType;
    const essence = essenceOf(mediaType);
    const [type = '*'] = essence.split('/');
    return OF_RANGES.get(essence) ?? (type === '*' ? 'application/json' : `${type}/octet-stream`);
}
//# sourceMappingURL=media-type.js.map