// Made by "kiln generate": change the description, not this.
import type { Contract } from './contract.js';
import type { Credentials } from './credentials.js';
import { type ClientOptions, type Policy, type Settings, type Writers } from './settings.js';
/** Where an API is, who calls and how: what every call needs. Throws where requests may not go there. */
export declare function toConnection(contract: Contract, options: ClientOptions & {
    readonly auth?: Credentials | undefined;
}, writers: Writers, policies?: readonly Policy[]): Settings;
