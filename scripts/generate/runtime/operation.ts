import { call, type AnyCall, type AnyInput } from './call.ts';
import type { Extra } from './client.ts';
import type { OperationContract } from './contract.ts';
import type { Settings } from './settings.ts';

/** The method of a client as a function of its own, and what it has beside itself; all take first what the client would know. */
export type OperationOf<Method> = Freed<Method> & {
  readonly [Name in keyof Method]: Freed<Method[Name]>;
};

type Freed<Method> = Method extends (...input: infer Input) => infer Answer
  ? (connection: Settings, ...input: Input) => Answer
  : never;

/** Other operations that one cannot do without, by their ids. */
type Others = Readonly<Record<string, OperationContract>>;

type AnyFunction = (...input: readonly unknown[]) => unknown;

/**
 * Makes the function that calls one operation, and brings no other along but `others`. `extras` are what makes each
 * of the functions that it has beside itself, by their names.
 */
export function operation(
  id: string,
  contract: OperationContract,
  extras: Readonly<Record<string, Extra>> = {},
  others: Others = {},
): (connection: Settings, input?: AnyInput) => ReturnType<AnyCall> {
  const own = (connection: Settings, input?: AnyInput) => call(connection, id, contract)(input);
  const beside = Object.entries(extras).map(([name, extra]) => {
    const freed = (connection: Settings, ...input: readonly unknown[]) => {
      const settings = withOthers(connection, others);
      const calls = Object.fromEntries(
        Object.entries(others).map(([other, it]) => [other, call(settings, other, it)]),
      );
      const made = extra(settings, id, contract, call(settings, id, contract), calls);
      return (made as Readonly<Record<string, AnyFunction>>)[name]?.(...input);
    };
    return [name, freed] as const;
  });
  return Object.assign(own, Object.fromEntries(beside));
}

function withOthers(connection: Settings, others: Others): Settings {
  const { contract } = connection;
  return {
    ...connection,
    contract: { ...contract, operations: { ...contract.operations, ...others } },
  };
}
