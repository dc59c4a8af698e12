// Made by "kiln generate": change the description, not this.
/**
 * How a body is written: what a Media Type Object (OpenAPI 3.1.1, section 4.8.14) says, as plain data
 * that a client can carry. What is left out has the specification's default.
 */
export interface WireBody {
    /** As documented: a media type, or a range of them. */
    readonly mediaType: string;
    /** Properties of a form of which more is said than their values tell, by their names. */
    readonly fields?: Readonly<Record<string, WireField>>;
    readonly xml?: WireXml;
}
/**
 * How a property of a form is written (OpenAPI 3.1.1, section 4.8.15). By `style`, `explode` and
 * `allowReserved` as soon as one of them is there, else by its content type.
 */
export interface WireField {
    readonly style?: 'form' | 'spaceDelimited' | 'pipeDelimited' | 'deepObject';
    readonly explode?: boolean;
    readonly allowReserved?: boolean;
    /** A media type or range, or several with commas between. */
    readonly contentType?: string;
    /** The values are octets: a part has a file name, and `application/octet-stream` where no type is given. */
    readonly isFile?: true;
    /** `contentEncoding` of the values, which are sent in it as they are. */
    readonly contentEncoding?: string;
    /** Further header fields of each part, with their values. */
    readonly headers?: readonly (readonly [name: string, value: string])[];
    readonly xml?: WireXml;
}
/** How a value is written as XML (XML Object, OpenAPI 3.1.1, section 4.8.26); may lead back to itself. */
export interface WireXml {
    readonly name?: string;
    readonly prefix?: string;
    readonly namespace?: string;
    readonly attribute?: boolean;
    readonly wrapped?: boolean;
    readonly items?: WireXml;
    readonly properties?: Readonly<Record<string, WireXml>>;
}
/** Octets with what a file has beside them. */
export interface WireFile {
    readonly bytes: Uint8Array;
    readonly name?: string | undefined;
    readonly contentType?: string | undefined;
}
/** A body as it goes on the wire. */
export interface WrittenBody {
    readonly contentType: string;
    readonly bytes: Uint8Array;
    /** What the bytes say, where they are the UTF-8 of a text. */
    readonly text?: string;
}
