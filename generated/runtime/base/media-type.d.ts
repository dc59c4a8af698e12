// Made by "kiln generate": change the description, not this.
/** `application/json` of `Application/JSON; charset=utf-8` (RFC 9110, section 8.3.1). */
export declare function essenceOf(contentType: string): string;
/** Whether a media type carries JSON (RFC 6839, section 3.1). */
export declare function isJsonType(mediaType: string): boolean;
/** Whether a media type falls under a documented one, which may be a range such as `text/*`. */
export declare function isCoveredBy(mediaType: string, documented: string): boolean;
/** How wide a documented range is: 0 where it is none. */
export declare function starsIn(mediaType: string): number;
/** The concrete type to name on the wire where the description documents a range. */
export declare function servedAs(mediaType: string): string;
