// Made by "kiln generate": change the description, not this.
import type { OperationContract } from './contract.js';
export type Values = Readonly<Record<string, unknown>>;
/**
 * The path with its variables filled in. Throws before a request is made when a value is absent, or
 * would lead to another address.
 */
export declare function toPath(id: string, operation: OperationContract, values: Values): string;
export declare function toQuery(id: string, operation: OperationContract, values: Values): string;
export declare function toCookies(id: string, operation: OperationContract, values: Values): string[];
export declare function toHeaders(id: string, operation: OperationContract, values: Values): Readonly<Record<string, string>>;
