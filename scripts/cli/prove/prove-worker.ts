// The module that `kiln prove` runs in threads: it joins the loader, the mock and the properties.
import { once } from 'node:events';
import { parentPort } from 'node:worker_threads';
import { nodeIo } from '../io.ts';
import { proveUnits, type ProveInput } from './prove-units.ts';

const [input] = (parentPort ? await once(parentPort, 'message') : []) as ProveInput[];
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has no origin
if (input) await proveUnits(nodeIo, input, (message) => parentPort?.postMessage(message));
