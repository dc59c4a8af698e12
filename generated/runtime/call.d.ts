// Made by "kiln generate": change the description, not this.
import type { OperationContract } from './contract.js';
import type { Values } from './parameters.js';
import { type CallInit } from './prepare.js';
import { readResult } from './result.js';
import type { Settings } from './settings.js';
/** `Input` of any operation. */
export interface AnyInput {
    readonly path?: Values;
    readonly query?: Values;
    readonly header?: Values;
    readonly cookie?: Values;
    readonly body?: unknown;
    readonly contentType?: string;
    readonly headers?: Headers | Readonly<Record<string, string>>;
    readonly signal?: AbortSignal;
}
type Answer = Awaited<ReturnType<typeof readResult>>;
/** Makes the function that calls an operation without a client around it. */
export declare function call(settings: Settings, id: string, operation: OperationContract): (input?: AnyInput) => Promise<Answer>;
/** The input of a call as openapi-fetch has it. */
export declare function toInit({ path, query, header, cookie, contentType, ...rest }: AnyInput): CallInit;
export {};
