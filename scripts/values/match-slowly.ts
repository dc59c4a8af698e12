// oxlint-disable unicorn/require-post-message-target-origin -- a thread, no window
import { Worker } from 'node:worker_threads';
import { moduleBeside } from '../base/beside.ts';
import { MATCH_STATES, type MatchTask } from './match-task.ts';

/** Milliseconds in which a pattern must have decided about a text. */
export const PATTERN_DEADLINE = 100;
/** Milliseconds in which the thread must have begun: on a busy machine it starts slowly. */
const PATIENCE = 10_000;

interface Thread {
  readonly worker: Worker;
  readonly state: Int32Array;
}

let thread: Thread | undefined;

/**
 * Whether a text matches, tried in a thread of its own while this one waits. The thread is made at its
 * first need, ended when it takes too long, and keeps no process alive.
 */
export function matchSlowly(task: MatchTask): boolean | 'undecided' {
  try {
    thread ??= startThread();
  } catch {
    return 'undecided';
  }
  const { worker, state } = thread;
  Atomics.store(state, 0, MATCH_STATES.waiting);
  worker.postMessage(task);
  Atomics.wait(state, 0, MATCH_STATES.waiting, PATIENCE);
  Atomics.wait(state, 0, MATCH_STATES.begun, PATTERN_DEADLINE);
  const said = Atomics.load(state, 0);
  if (said === MATCH_STATES.matches) return true;
  if (said === MATCH_STATES.differs) return false;
  // A thread that failed may have run out of memory.
  thread = undefined;
  void worker.terminate();
  return 'undecided';
}

function startThread(): Thread {
  const memory = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const worker = new Worker(moduleBeside('./pattern-worker.ts', import.meta.url), {
    workerData: memory,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  });
  worker.unref();
  // Whoever waits for an answer sees that there is none.
  worker.on('error', () => undefined);
  return { worker, state: new Int32Array(memory) };
}
