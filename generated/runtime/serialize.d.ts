// Made by "kiln generate": change the description, not this.
import type { OperationContract, ParameterContract } from './contract.js';
export type Values = Readonly<Record<string, unknown>>;
/**
 * The path with its variables filled in. Throws before a request is made when a value is absent, or
 * would lead to another path.
 */
export declare function toPath(id: string, { path, parameters }: OperationContract, values: Values): string;
export declare function toQuery({ parameters }: OperationContract, values: Values): string;
export declare function toCookies({ parameters }: OperationContract, values: Values): string[];
export declare function toHeaders({ parameters }: OperationContract, values: Values): Readonly<Record<string, string>>;
/**
 * Writes a value as `style` and `explode` say (OpenAPI 3.1.1, section 4.8.12.3). Query and cookie
 * parameters give `name=value`, the others the value alone.
 */
export declare function serialize(parameter: ParameterContract, value: unknown): string;
