import { Worker } from 'node:worker_threads';
import { UserError } from '../base/user-error.ts';

/** A thread that waits until it is told what to do, once. */
export interface Thread {
  /** Tells it, and passes on what it posts, until it ends. */
  readonly run: (input: unknown, onMessage: (message: unknown) => void) => Promise<void>;
  /** Ends it, whatever it does. */
  readonly close: () => Promise<void>;
}

/** Begins to run a module in a thread of its own; nobody waits for one that was told nothing. */
export function openThread(module: URL): Thread {
  const worker = new Worker(module);
  worker.unref();
  // What fails before anybody asks is told to whoever does.
  const ended = new Promise<void>((resolve, reject) => {
    worker.on('error', (error) => reject(isOutOfMemory(error) ? toUserError(error) : error));
    worker.on('exit', () => resolve());
  });
  ended.catch(() => undefined);
  return {
    async run(input, onMessage) {
      worker.ref();
      worker.on('message', onMessage);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      worker.postMessage(input);
      await ended;
    },
    async close() {
      await worker.terminate();
    },
  };
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

/** A description may be too large for a machine, or for what Node was told to use of it. */
function toUserError(cause: unknown): UserError {
  return new UserError('out-of-memory', 'The run needs more memory than Node may use', {
    hint: 'Name fewer operations by --grep, or give it more: NODE_OPTIONS=--max-old-space-size=8000 (megabytes).',
    cause,
  });
}
