import { setImmediate as breathe } from 'node:timers/promises';
import type { Operation } from '../../model/api-model.ts';
import { passOf, runsAlone, type PlannedCheck } from './plan.ts';
import { createQueue, type Task } from './queue.ts';

interface ScheduleOptions {
  readonly checks: readonly PlannedCheck[];
  /** Checks that send at a time. */
  readonly concurrency: number;
  /** Aborted to end the run: what has not begun is left, and what waits for its turn hears the reason. */
  readonly signal: AbortSignal;
  /** How much there still is to see of an operation: where it is more, its turn comes sooner. */
  readonly promiseOf: (operation: Operation) => number;
  /** Whether an operation refused as invalid all that is valid, so far. */
  readonly isRefused?: ((operation: Operation) => boolean) | undefined;
  /** Does a check; it may wait for its turn before each request that it makes up. */
  readonly run: (check: PlannedCheck, takeTurn: () => Promise<void>) => Promise<void>;
}

/**
 * Does checks breadth first: each gives way at its turns, so that every operation has had what tells most
 * before any has the rest. What a check sends depends on its own seed alone, so the order changes nothing
 * of it. What runs alone is not interrupted, and nothing sends beside it.
 */
export async function runInPasses({
  checks,
  concurrency,
  signal,
  promiseOf,
  isRefused = () => false,
  run,
}: ScheduleOptions): Promise<void> {
  const queue = createQueue(promiseOf);
  for (const check of checks) queue.put({ check, turns: 0 }, passOf(check, 0));
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let running = 0;
  let isAlone = false;

  const takeTurn = (task: Task): Promise<void> => {
    signal.throwIfAborted();
    task.turns += 1;
    // It has only just begun, or nobody else may.
    if (task.turns === 1 || runsAlone(task.check)) return Promise.resolve();
    const turn = Promise.withResolvers<void>();
    task.paused = turn;
    running -= 1;
    queue.put(task, passOf(task.check, task.turns - 1, isRefused(task.check.operation)));
    step();
    return turn.promise;
  };
  const begin = async (task: Task): Promise<void> => {
    // Checks that find nothing to do would keep everybody else from being heard.
    await breathe();
    if (!signal.aborted) {
      await run(task.check, async () => {
        await takeTurn(task);
      });
    }
    running -= 1;
    step();
  };
  const step = (): void => {
    while (running < concurrency && !signal.aborted) {
      const task = queue.best();
      if (!task) break;
      const wantsToBeAlone = runsAlone(task.check);
      if (running > 0 && (wantsToBeAlone || isAlone)) break;
      queue.take(task);
      running += 1;
      isAlone = wantsToBeAlone;
      if (task.paused) task.paused.resolve();
      else begin(task).catch(reject);
    }
    if (running === 0 && (signal.aborted || !queue.best())) resolve();
  };
  const end = (): void => {
    for (const { paused } of queue.drain()) {
      if (!paused) continue;
      running += 1;
      paused.reject(signal.reason);
    }
    step();
  };
  signal.addEventListener('abort', end, { once: true });
  step();
  await promise.finally(() => signal.removeEventListener('abort', end));
}
