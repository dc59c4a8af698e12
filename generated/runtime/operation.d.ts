// Made by "kiln generate": change the description, not this.
import { type AnyCall, type AnyInput } from './call.js';
import type { Extra } from './client.js';
import type { OperationContract } from './contract.js';
import type { Settings } from './settings.js';
/** The method of a client as a function of its own, and what it has beside itself; all take first what the client would know. */
export type OperationOf<Method> = Freed<Method> & {
    readonly [Name in keyof Method]: Freed<Method[Name]>;
};
type Freed<Method> = Method extends (...input: infer Input) => infer Answer ? (connection: Settings, ...input: Input) => Answer : never;
/** Other operations that one cannot do without, by their ids. */
type Others = Readonly<Record<string, OperationContract>>;
/**
 * Makes the function that calls one operation, and brings no other along but `others`. `extras` are what makes each
 * of the functions that it has beside itself, by their names.
 */
export declare function operation(id: string, contract: OperationContract, extras?: Readonly<Record<string, Extra>>, others?: Others): (connection: Settings, input?: AnyInput) => ReturnType<AnyCall>;
export {};
