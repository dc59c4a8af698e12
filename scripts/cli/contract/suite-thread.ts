import { moduleBeside } from '../../base/beside.ts';
import type { Io } from '../io.ts';
import type { Thread } from '../open-thread.ts';

const WORKER = moduleBeside('./contract-worker.ts', import.meta.url);

/** A thread that loads what checks need, and waits until it is told which. */
export function openSuiteThread(io: Io): Thread {
  return io.openThread(WORKER);
}
