// Made by "kiln generate": change the description, not this.
import { encodeComponent } from '../base/encode-component.js';
/** Percent-encodes all but the unreserved characters of RFC 3986, section 2.3, as RFC 6570 expands values. */
export function encodePercent(text) {
    return encodeComponent(text).replaceAll(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
/**
 * Leaves reserved characters and percent-encoded triples as they are (RFC 6570, section 3.2.3), but for
 * those that would change the query or may not stand in one: `&=+#[]` (OpenAPI 3.1.1, appendix C).
 */
export function encodeReserved(text) {
    return text
        .toWellFormed()
        .replaceAll(/%[\dA-Fa-f]{2}|[^\w.~:/?@!$'()*,;-]/gu, (part) => part.length === 3 && part.startsWith('%') ? part : encodePercent(part));
}
/** Undoes percent-encoding (RFC 3986, section 2.1); undefined where the text is not encoded UTF-8. */
export function decodePercent(text) {
    if (!text.includes('%'))
        return text;
    try {
        return decodeURIComponent(text);
    }
    catch {
        return undefined;
    }
}
/** Decodes one name or value of a query or form (URL Standard, section 5.1); undefined if it cannot be. */
export function decodeForm(text) {
    return decodePercent(text.includes('+') ? text.replaceAll('+', ' ') : text);
}
//# sourceMappingURL=percent-encoding.js.map