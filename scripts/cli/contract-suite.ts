// The file that `kiln test` has Vitest run: it joins the loader with the properties.
import { afterAll, inject } from 'vitest';
import { defineContractSuite } from '../contract/suite.ts';
import type { Profile } from '../contract/wire/profiles.ts';
import { govern } from '../contract/wire/govern.ts';
import { createSender } from '../contract/wire/send.ts';
import { loadDescription } from './descriptions.ts';
import { nodeIo } from './io.ts';

export interface SuiteInput {
  readonly root: string;
  readonly targets: readonly (readonly [server: string, address: string])[];
  /** By profile: pairs of security scheme and secret. */
  readonly profiles: Readonly<Record<Profile, readonly (readonly [string, string])[]>>;
  readonly seed: number;
  readonly runs: number;
  readonly writes: boolean;
  readonly maxRequests: number | undefined;
  /** Regular expression over `operation property`. */
  readonly grep: string;
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
/** Unanswered requests in a row after which the server counts as gone. */
const PATIENCE = 20;

const { root, targets, profiles, seed, runs, writes, maxRequests, grep } = inject('kiln');
const wanted = new RegExp(grep);
const sender = createSender({ timeout: TIMEOUT, largest: LARGEST });
const { now } = nodeIo;

defineContractSuite(
  {
    api: await loadDescription(nodeIo, root),
    targets: new Map(targets),
    profiles: {
      good: new Map(profiles.good),
      expired: new Map(profiles.expired),
      readOnly: new Map(profiles.readOnly),
      metered: new Map(profiles.metered),
    },
    seed,
    runs,
    writes,
    send: govern(sender.send, { maxRequests, patience: PATIENCE }),
    now,
  },
  ({ id }, property) => wanted.test(`${id} ${property.id}`),
);
afterAll(sender.close);
