import { call, type AnyCall, type AnyInput } from './call.ts';
import type { Extra } from './client.ts';
import type { OperationContract } from './contract.ts';
import type { Policy, Settings, Writers } from './settings.ts';

/** The method of a client as a function of its own, and what it has beside itself; all take first what the client would know. */
export type OperationOf<Method> = Freed<Method> & {
  readonly [Name in Exclude<keyof Method, 'dryRun'>]: Freed<Method[Name]>;
};

/** A function that calls one operation, and what it was made of. */
export interface AnyOperation {
  (connection: Settings, input?: AnyInput): ReturnType<AnyCall>;
  readonly made: readonly [id: string, contract: OperationContract, parts: OperationParts];
}

type Freed<Method> = Method extends (...input: infer Input) => infer Answer
  ? (connection: Settings, ...input: Input) => Answer
  : never;

/** Other operations that one cannot do without, by their ids. */
type Others = Readonly<Record<string, OperationContract>>;

type AnyFunction = (...input: readonly unknown[]) => unknown;

/** What an operation needs of the runtime beside what its connection has. */
export interface OperationParts extends Writers {
  /** Policies that keep nothing from one call to another. */
  readonly policies?: readonly Policy[];
}

/** Makes the function that calls one operation. */
export function operation(
  id: string,
  contract: OperationContract,
  parts: OperationParts = {},
): AnyOperation {
  const own = (connection: Settings, input?: AnyInput) =>
    call(withParts(connection, parts), id, contract)(input);
  return Object.assign(own, { made: [id, contract, parts] as const });
}

/**
 * The same with functions beside itself: `extras` are what makes each of them, by their names. It brings no other
 * operations along but `others`.
 */
export function extended(
  id: string,
  contract: OperationContract,
  parts: OperationParts,
  extras: Readonly<Record<string, Extra>>,
  others: Others = {},
): AnyOperation {
  const beside = Object.entries(extras).map(([name, extra]) => {
    const freed = (connection: Settings, ...input: readonly unknown[]) => {
      const settings = withOthers(withParts(connection, parts), others);
      const calls = Object.fromEntries(
        Object.entries(others).map(([other, it]) => [other, call(settings, other, it)]),
      );
      const made = extra(settings, id, contract, call(settings, id, contract), calls);
      return (made as Readonly<Record<string, AnyFunction>>)[name]?.(...input);
    };
    return [name, freed] as const;
  });
  return Object.assign(operation(id, contract, parts), Object.fromEntries(beside));
}

/** A connection with what an operation needs besides. */
export function withParts(
  connection: Settings,
  { policies = [], ...writers }: OperationParts,
): Settings {
  const settings = { ...connection, ...writers };
  return Object.assign(settings, ...policies.map((policy) => policy(settings)));
}

function withOthers(connection: Settings, others: Others): Settings {
  const { contract } = connection;
  return {
    ...connection,
    contract: { ...contract, operations: { ...contract.operations, ...others } },
  };
}
