// Made by "kiln generate": change the description, not this.
/**
 * Percent-encodes a text as `encodeURIComponent` does, any text: a surrogate that stands alone, which has no
 * UTF-8 and makes that one throw, becomes U+FFFD as in the URL Standard (sections 1.3 and 5.2).
 */
export function encodeComponent(text) {
    // The one place that makes the text safe for it.
    // oxlint-disable-next-line no-restricted-globals
    return encodeURIComponent(text.toWellFormed());
}
//# sourceMappingURL=encode-component.js.map