// Made by "kiln generate": change the description, not this.
import type { OperationContract, SchemeContract } from './contract.js';
/** A secret, or where to get it: a function is called for each request that needs it. */
export type Secret = Supplied<string>;
export type BasicCredential = Supplied<UserAndPassword>;
interface UserAndPassword {
    readonly username: string;
    readonly password: string;
}
type Supplied<Value> = Value | undefined | (() => Value | undefined | Promise<Value | undefined>);
/** Credentials by the name of their security scheme. */
export type Credentials = Readonly<Record<string, Secret | BasicCredential>>;
/** What credentials add to a request, and the texts that nothing printed may contain. */
export interface Signature {
    readonly headers: Readonly<Record<string, string>>;
    readonly query: readonly string[];
    readonly cookies: readonly string[];
    readonly secrets: readonly string[];
}
/**
 * Meets the first security alternative for which there are credentials (OpenAPI 3.1.1, section
 * 4.8.30). Going without, where an operation allows that too, comes last. Throws when none is met. A browser
 * that sends its own cookies has the credential of a cookie, which nobody else can see.
 */
export declare function sign(id: string, operation: OperationContract, schemes: Readonly<Record<string, SchemeContract>>, credentials: Credentials, hasCookies?: boolean): Promise<Signature>;
/** The text with every secret replaced. */
export declare function redact(text: string, secrets: readonly string[]): string;
export {};
