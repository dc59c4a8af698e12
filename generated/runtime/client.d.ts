// Made by "kiln generate": change the description, not this.
import { type AnyCall } from './call.js';
import { type Contract, type OperationContract } from './contract.js';
import type { Credentials } from './credentials.js';
import type { ClientOptions, Policy, Settings, Writers } from './settings.js';
/** What the calls of a client have beside themselves, such as the pages of a list. */
export type Extra = (settings: Settings, id: string, operation: OperationContract, call: AnyCall, calls: Readonly<Record<string, AnyCall>>) => object;
/**
 * Makes a client: a method for each operation of the contract, and `http`, which is openapi-fetch with
 * requests signed, written and sent as the description says. Its type is that of the description.
 */
export declare function createClient(contract: Contract, options: ClientOptions & {
    readonly auth?: Credentials | undefined;
}, writers: Writers, policies?: readonly Policy[], extras?: readonly Extra[]): object;
