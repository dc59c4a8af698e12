// The module that `kiln test` runs in a thread. What it needs is loaded when its code may come from the cache.
import { once } from 'node:events';
import { enableCompileCache } from 'node:module';
import { parentPort } from 'node:worker_threads';
import type { SuiteInput } from './suite-options.ts';

const asked = parentPort && once(parentPort, 'message');
enableCompileCache();
const { doChecks } = await import('./do-checks.ts');
const [input] = ((await asked) ?? []) as SuiteInput[];
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has no origin
if (input) await doChecks(input, (message) => parentPort?.postMessage(message));
