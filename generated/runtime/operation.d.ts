// Made by "kiln generate": change the description, not this.
import { call, type AnyInput } from './call.js';
import type { OperationContract } from './contract.js';
import type { Settings } from './settings.js';
/** The method of a client as a function of its own, which takes first what the client would know. */
export type OperationOf<Method extends (...input: never[]) => unknown> = (connection: Settings, ...input: Parameters<Method>) => ReturnType<Method>;
/** Makes the function that calls one operation, and brings no other along. */
export declare function operation(id: string, contract: OperationContract): (connection: Settings, input?: AnyInput) => ReturnType<ReturnType<typeof call>>;
