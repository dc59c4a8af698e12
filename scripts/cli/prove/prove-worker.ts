// The module that `kiln prove` runs in threads: it joins the loader, the mock and the properties.
import { parentPort, workerData } from 'node:worker_threads';
import { nodeIo } from '../io.ts';
import { proveUnits, type ProveInput } from './prove-units.ts';

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has no origin
await proveUnits(nodeIo, workerData as ProveInput, (message) => parentPort?.postMessage(message));
