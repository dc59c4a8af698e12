// Made by "kiln generate": change the description, not this.
/** Percent-encodes all but the unreserved characters of RFC 3986, section 2.3, as RFC 6570 expands values. */
export declare function encodePercent(text: string): string;
/**
 * Leaves reserved characters and percent-encoded triples as they are (RFC 6570, section 3.2.3), but for
 * those that would change the query or may not stand in one: `&=+#[]` (OpenAPI 3.1.1, appendix C).
 */
export declare function encodeReserved(text: string): string;
/** Undoes percent-encoding (RFC 3986, section 2.1); undefined where the text is not encoded UTF-8. */
export declare function decodePercent(text: string): string | undefined;
/** Decodes one name or value of a query or form (URL Standard, section 5.1); undefined if it cannot be. */
export declare function decodeForm(text: string): string | undefined;
