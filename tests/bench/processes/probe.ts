import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** What a server process tells about itself over IPC, whoever wrote it: preloaded by `--import`. */
export interface Usage {
  /** Processor time so far, in microseconds. */
  readonly cpu: number;
  /** Bytes in use after a garbage collection; only where one was asked for. */
  readonly heap: number;
}

process.on('message', (message: { readonly collect: boolean }) => {
  if (message.collect) collect();
  const { user, system } = process.cpuUsage();
  const heap = message.collect ? process.memoryUsage().heapUsed : 0;
  process.send?.({ cpu: user + system, heap } satisfies Usage);
});
// Whatever a server does, it ends with its parent, and this listening does not keep it alive.
process.channel?.unref();
process.on('disconnect', () => process.exit());

function collect(): void {
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc') as () => void;
  gc();
  gc();
}
