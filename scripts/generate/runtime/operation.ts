import { call, type AnyInput } from './call.ts';
import type { OperationContract } from './contract.ts';
import type { Settings } from './settings.ts';

/** The method of a client as a function of its own, which takes first what the client would know. */
export type OperationOf<Method extends (...input: never[]) => unknown> = (
  connection: Settings,
  ...input: Parameters<Method>
) => ReturnType<Method>;

/** Makes the function that calls one operation, and brings no other along. */
export function operation(
  id: string,
  contract: OperationContract,
): (connection: Settings, input?: AnyInput) => ReturnType<ReturnType<typeof call>> {
  return (connection, input) => call(connection, id, contract)(input);
}
