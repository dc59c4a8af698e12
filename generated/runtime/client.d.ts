// Made by "kiln generate": change the description, not this.
import type { BodyWriter } from './body.js';
import { type Contract } from './contract.js';
import type { Credentials } from './credentials.js';
import { type ClientOptions } from './settings.js';
/**
 * Makes a client: a method for each operation of the contract, and `http`, which is openapi-fetch with
 * requests signed and written as the description says. Its type is that of the description.
 */
export declare function createClient(contract: Contract, options: ClientOptions & {
    readonly auth?: Credentials | undefined;
}, writeBody: BodyWriter): object;
