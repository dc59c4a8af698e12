// Made by "kiln generate": change the description, not this.
import type { Contract } from './contract.js';
import type { Credentials } from './credentials.js';
import { type ClientOptions, type Policy, type Settings, type Writers } from './settings.js';
/** What the options of a connection may say because of the policies that it uses. */
export type OptionsOf<Used extends readonly Policy<never>[]> = Used extends readonly [
    Policy<infer Own>,
    ...infer More extends readonly Policy<never>[]
] ? Own & OptionsOf<More> : object;
/** Where an API is, who calls and how: what every call needs. Throws where requests may not go there. */
export declare function toConnection(contract: Contract, options: ClientOptions & {
    readonly auth?: Credentials | undefined;
}, writers: Writers, policies?: readonly Policy<never>[]): Settings;
