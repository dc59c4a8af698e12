// The module that `kiln test` runs in a thread. What it needs is loaded when its code may come from the cache.
import { enableCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { SuiteInput } from './do-checks.ts';

enableCompileCache();
const { doChecks } = await import('./do-checks.ts');
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has no origin
await doChecks(workerData as SuiteInput, (message) => parentPort?.postMessage(message));
