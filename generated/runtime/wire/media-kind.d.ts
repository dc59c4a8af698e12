// Made by "kiln generate": change the description, not this.
/** The ways in which media types hold a value. */
export type MediaKind = 'json' | 'lines' | 'sequence' | 'form' | 'multipart' | 'xml' | 'text' | 'octets';
/** How a media type, which is no range, holds a value; one that nobody knows holds octets. */
export declare function kindOf(mediaType: string): MediaKind;
/** Whether a media type has rules of its own for its octets, as those of images have. */
export declare function isForeign(mediaType: string): boolean;
/** Whether any value can be written down as a media type: what is foreign is not made up. */
export declare function isWritable(mediaType: string): boolean;
/** A media type to send where a range may be documented: that of a file if it has one, else one that suits the value. */
export declare function concreteType(documented: string, value: unknown, own?: string): string;
/** The media type of a field: of those that an Encoding Object lists, that of a file, else the first that is no range. */
export declare function typeOfField(listed: string, value: unknown, own?: string): string;
