import type { Operation } from '../../model/api-model.ts';
import type { PlannedCheck } from './plan.ts';

/** A check that has not ended: not begun yet, at work, or waiting for its turn. */
export interface Task {
  readonly check: PlannedCheck;
  /** Turns that it has had. */
  turns: number;
  /** Where it waits. */
  paused?: Pick<PromiseWithResolvers<void>, 'resolve' | 'reject'>;
}

/** Tasks by the pass in which their turn comes. */
interface Queue {
  readonly put: (task: Task, pass: number) => void;
  /** The one whose turn it is: of the first pass, and there of the operation that promises most among those that wait longest. */
  readonly best: () => Task | undefined;
  readonly take: (task: Task) => void;
  /** Takes all of them. */
  readonly drain: () => readonly Task[];
}

type Pass = Map<Operation, Task[]>;

/** Operations whose promises are compared, those that wait longest: thousands would be for every turn of thousands. */
const MOST_COMPARED = 300;

export function createQueue(promiseOf: (operation: Operation) => number): Queue {
  const passes: (Pass | undefined)[] = [];
  const isLeft = (pass: Pass | undefined): pass is Pass => pass !== undefined && pass.size > 0;
  return {
    put(task, at) {
      const { operation } = task.check;
      const pass = (passes[at] ??= new Map<Operation, Task[]>());
      const own = pass.get(operation);
      if (own) own.push(task);
      else pass.set(operation, [task]);
    },
    best() {
      let best: Task | undefined;
      let most = -Infinity;
      let compared = 0;
      for (const [operation, [first]] of passes.find(isLeft) ?? []) {
        if (compared === MOST_COMPARED) break;
        compared += 1;
        const promise = promiseOf(operation);
        if (promise <= most) continue;
        most = promise;
        best = first;
      }
      return best;
    },
    take(task) {
      const { operation } = task.check;
      const pass = passes.find(isLeft);
      const rest = pass?.get(operation)?.filter((it) => it !== task) ?? [];
      if (rest.length > 0) pass?.set(operation, rest);
      else pass?.delete(operation);
    },
    drain() {
      const all = passes.flatMap((pass) => [...(pass?.values() ?? [])].flat());
      passes.length = 0;
      return all;
    },
  };
}
