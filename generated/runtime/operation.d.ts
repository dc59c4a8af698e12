// Made by "kiln generate": change the description, not this.
import { type AnyCall, type AnyInput } from './call.js';
import type { Extra } from './client.js';
import type { OperationContract } from './contract.js';
import type { Policy, Settings, Writers } from './settings.js';
/** The method of a client as a function of its own, and what it has beside itself; all take first what the client would know. */
export type OperationOf<Method> = Freed<Method> & {
    readonly [Name in Exclude<keyof Method, 'dryRun'>]: Freed<Method[Name]>;
};
/** A function that calls one operation, and what it was made of. */
export interface AnyOperation {
    (connection: Settings, input?: AnyInput): ReturnType<AnyCall>;
    readonly made: readonly [id: string, contract: OperationContract, parts: OperationParts];
}
type Freed<Method> = Method extends (...input: infer Input) => infer Answer ? (connection: Settings, ...input: Input) => Answer : never;
/** Other operations that one cannot do without, by their ids. */
type Others = Readonly<Record<string, OperationContract>>;
/** What an operation needs of the runtime beside what its connection has. */
export interface OperationParts extends Writers {
    /** Policies that keep nothing from one call to another. */
    readonly policies?: readonly Policy[];
}
/** Makes the function that calls one operation. */
export declare function operation(id: string, contract: OperationContract, parts?: OperationParts): AnyOperation;
/**
 * The same with functions beside itself: `extras` are what makes each of them, by their names. It brings no other
 * operations along but `others`.
 */
export declare function extended(id: string, contract: OperationContract, parts: OperationParts, extras: Readonly<Record<string, Extra>>, others?: Others): AnyOperation;
/** A connection with what an operation needs besides. */
export declare function withParts(connection: Settings, { policies, ...writers }: OperationParts): Settings;
export {};
