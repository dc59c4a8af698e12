/** A value that is there at once, or later: nobody waits for a store in this process. */
export type Eventual<Value> = Value | Promise<Value>;

/** Goes on with a value at once where it is there, else as soon as it is. */
export function whenThere<Value, Result>(
  value: Eventual<Value>,
  proceed: (value: Value) => Eventual<Result>,
): Eventual<Result> {
  return value instanceof Promise ? value.then(proceed) : proceed(value);
}

/** Does a task for each item, one after the other. */
export function inTurn<Item, Result>(
  items: readonly Item[],
  task: (item: Item, index: number) => Eventual<Result>,
): Eventual<Result[]> {
  const results: Result[] = [];
  const doFrom = (from: number): Eventual<Result[]> => {
    for (let index = from; index < items.length; index += 1) {
      const result = task(items[index] as Item, index);
      if (result instanceof Promise) {
        return result.then((it) => {
          results.push(it);
          return doFrom(index + 1);
        });
      }
      results.push(result);
    }
    return results;
  };
  return doFrom(0);
}

/** How to go on after a task, whether it went well or not. */
interface Conclusion<Result, End> {
  readonly recover: (error: unknown) => Result;
  readonly proceed: (result: Result) => Eventual<End>;
}

/** Tries a task and goes on with its result, or with what a failure is turned into, whenever it happens. */
export function conclude<Result, End>(
  task: () => Eventual<Result>,
  { recover, proceed }: Conclusion<Result, End>,
): Eventual<End> {
  let result: Eventual<Result>;
  try {
    result = task();
  } catch (error) {
    result = recover(error);
  }
  if (!(result instanceof Promise)) return proceed(result);
  return result.then(proceed, (error: unknown) => proceed(recover(error)));
}
