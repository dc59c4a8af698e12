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
/** Writes parameters in the default styles of their places: all that most operations need. */
export declare const writeDefaultParameters: ParametersWriter;
export {};
