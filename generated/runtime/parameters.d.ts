// Made by "kiln generate": change the description, not this.
import type { OperationContract, ParameterContract } from './contract.js';
export type Values = Readonly<Record<string, unknown>>;
/** Parameters as they go on the wire: path and query encoded, and cookies as `name=value`. */
export interface WrittenParameters {
    readonly path: string;
    readonly query: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly cookies: readonly string[];
}
/** Writes the parameters of a call; a client whose operations have none carries no writer. */
export type ParametersWriter = (id: string, operation: OperationContract, values: Readonly<Partial<Record<Place, Values | undefined>>>) => WrittenParameters;
type Place = ParameterContract['in'];
/** Writes parameters of every style (OpenAPI 3.1.1, section 4.8.12). */
export declare const writeParameters: ParametersWriter;
/**
 * The path with its variables filled in. Throws before a request is made when a value is absent, or
 * would lead to another address.
 */
export declare function toPath(id: string, operation: OperationContract, values: Values): string;
export declare function toQuery(id: string, operation: OperationContract, values: Values): string;
export declare function toCookies(id: string, operation: OperationContract, values: Values): string[];
export declare function toHeaders(id: string, operation: OperationContract, values: Values): Readonly<Record<string, string>>;
export {};
