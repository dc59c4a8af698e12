// Made by "kiln generate": change the description, not this.
/** What of a Parameter, Header or Encoding Object says how a value is written (OpenAPI 3.1.1, section 4.8.12). */
export interface WireParameter {
    readonly name: string;
    readonly in: 'path' | 'query' | 'header' | 'cookie';
    readonly style: 'matrix' | 'label' | 'simple' | 'form' | 'spaceDelimited' | 'pipeDelimited' | 'deepObject';
    readonly explode: boolean;
    readonly allowReserved?: boolean;
    readonly allowEmptyValue?: boolean;
    readonly content?: {
        readonly mediaType: string;
    } | undefined;
    /** The value is all of the query, without a name (OpenAPI 3.2.0, section 4.12.1). */
    readonly isWholeQuery?: boolean;
}
export type WrittenPair = readonly [name: string, text: string];
/**
 * Writes a parameter's value as its style, or its content, says (OpenAPI 3.1.1, sections 4.8.12.3 and
 * 4.8.12.4, appendices C to E). In a query or a cookie that is `name=value`, elsewhere the value alone.
 * Undefined where there is nothing to write: the parameter is left out, and a path has no address.
 */
export declare function writeParameter(parameter: WireParameter, value: unknown): string | undefined;
/** The same as names and values that are not encoded, for the parts of a multipart form (appendix C). */
export declare function writePairs(parameter: WireParameter, value: unknown): readonly WrittenPair[];
/** Whether a field can carry a text at all (RFC 9110, section 5.5). */
export declare function isFieldValue(text: string): boolean;
