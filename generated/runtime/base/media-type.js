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
/**
 * The media type of those offered that a client likes best, the first among equals; undefined when
 * it accepts none (RFC 9110, section 12.5.1). A header in which nothing can be read accepts all.
 */
export function negotiate(accept, offers) {
    if (accept === undefined || accept === '*/*')
        return offers[0];
    const ranges = parseAccept(accept);
    if (ranges.length === 0)
        return offers[0];
    const ranked = offers
        .map((offer) => ({ offer, quality: qualityOf(servedAs(offer.mediaType), ranges) }))
        .filter(({ quality }) => quality > 0)
        .toSorted((left, right) => right.quality - left.quality);
    return ranked[0]?.offer;
}
/** The concrete type to name on the wire where the description documents a range. */
export function servedAs(mediaType) {
    const [type = '*', subtype = '*'] = essenceOf(mediaType).split('/');
    if (!mediaType.includes('*'))
        return mediaType;
    if (type === 'text')
        return 'text/plain';
    return subtype === '*' && (type === '*' || type === 'application')
        ? 'application/json'
        : `${type}/octet-stream`;
}
function parseAccept(accept) {
    return accept.split(',').flatMap((piece) => {
        const match = /^([\w!#$&^.+*-]+)\/([\w!#$&^.+*-]+)$/.exec(essenceOf(piece));
        if (!match)
            return [];
        const [, type = '*', subtype = '*'] = match;
        const weight = /;\s*q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*(?:;|$)/i.exec(piece)?.[1];
        return [{ type, subtype, quality: weight === undefined ? 1 : Number(weight) }];
    });
}
/** The weight of the most specific range that covers a type. */
function qualityOf(mediaType, ranges) {
    const [type, subtype] = essenceOf(mediaType).split('/');
    const covering = ranges.find((it) => it.type === type && it.subtype === subtype) ??
        ranges.find((it) => it.type === type && it.subtype === '*') ??
        ranges.find((it) => it.type === '*' && it.subtype === '*');
    return covering?.quality ?? 0;
}
