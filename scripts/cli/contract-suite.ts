// The file that `kiln test` has Vitest run: it joins the loader with the properties.
import { afterAll, inject } from 'vitest';
import { defineContractSuite } from '../contract/suite.ts';
import { createSender } from '../contract/wire/send.ts';
import { loadDescription } from './descriptions.ts';
import { nodeIo } from './io.ts';

export interface SuiteInput {
  readonly root: string;
  readonly targets: readonly (readonly [server: string, address: string])[];
  readonly secrets: readonly (readonly [scheme: string, secret: string])[];
  readonly seed: number;
  readonly runs: number;
}

declare module 'vitest' {
  interface ProvidedContext {
    kiln: SuiteInput;
  }
}

/** Milliseconds in which a server must have answered. */
const TIMEOUT = 10_000;
/** Bytes of a response body that are read. */
const LARGEST = 64 * 1024 * 1024;

const { root, targets, secrets, seed, runs } = inject('kiln');
const sender = createSender({ timeout: TIMEOUT, largest: LARGEST });
const { now } = nodeIo;

defineContractSuite({
  api: await loadDescription(nodeIo, root),
  targets: new Map(targets),
  secrets: new Map(secrets),
  seed,
  runs,
  send: sender.send,
  now,
});
afterAll(sender.close);
