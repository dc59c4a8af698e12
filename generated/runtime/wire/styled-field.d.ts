// Made by "kiln generate": change the description, not this.
import type { WireField } from './wire-body.js';
import type { WireParameter } from './write-parameter.js';
/** Whether a field is written as a query parameter is, its content type of no account (OpenAPI 3.1.1, section 4.8.15.1.2). */
export declare function isStyled({ style, explode, allowReserved }: WireField): boolean;
/** A styled field as the query parameter that it is written as. */
export declare function asQuery(name: string, field: WireField): WireParameter;
