import { Worker } from 'node:worker_threads';
import type { SqlAnswer, SqlJob } from './sql-job.ts';

/** Milliseconds that a statement may take once it has begun. */
const LONGEST = 2000;

interface Waiting {
  readonly tell: (answer: SqlAnswer) => void;
  timer?: NodeJS.Timeout;
}

interface Engine {
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting>;
}

/** What the thread says: that it has begun, or what came of it. */
interface Said {
  readonly id: number;
  readonly answer?: SqlAnswer;
}

let engine: Engine | undefined;
let count = 0;

/**
 * Runs a statement in SQLite, which Node brings: in a thread of its own, which is stopped where it takes too
 * long. Statements wait for each other.
 */
export function runStatement(job: Omit<SqlJob, 'id'>): Promise<SqlAnswer> {
  const { worker, waiting } = (engine ??= startEngine());
  count += 1;
  const id = count;
  return new Promise((resolve) => {
    waiting.set(id, { tell: resolve });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, no window
    worker.postMessage({ ...job, id });
  });
}

function startEngine(): Engine {
  const worker = new Worker(new URL('./sql-worker.ts', import.meta.url));
  const waiting: Engine['waiting'] = new Map();
  // Nobody waits for it alone.
  worker.unref();
  worker.on('message', ({ id, answer }: Said) => {
    const job = waiting.get(id);
    if (!job) return;
    if (answer) {
      clearTimeout(job.timer);
      waiting.delete(id);
      job.tell(answer);
      return;
    }
    job.timer = setTimeout(() => {
      stopEngine({ error: 'slow', message: `it takes longer than ${LONGEST / 1000} s` });
    }, LONGEST);
  });
  worker.on('error', (error) => stopEngine({ error: 'faulty', message: error.message }));
  return { worker, waiting };
}

/** All that wait are told the same; the next statement has a new thread. */
function stopEngine(answer: SqlAnswer): void {
  const { worker, waiting } = engine ?? {};
  engine = undefined;
  for (const { tell, timer } of waiting?.values() ?? []) {
    clearTimeout(timer);
    tell(answer);
  }
  void worker?.terminate();
}
