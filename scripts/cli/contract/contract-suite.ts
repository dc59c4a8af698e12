// The file that `kiln test` has Vitest run: it joins the loader with the properties.
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, inject } from 'vitest';
import { planOf, usesUpQuota } from '../../contract/run/plan.ts';
import { defineContractSuite } from '../../contract/suite.ts';
import { govern } from '../../contract/wire/govern.ts';
import { createPace } from '../../contract/wire/pace.ts';
import type { Profile } from '../../contract/wire/profiles.ts';
import { createRenewing, type Renewal } from '../../contract/wire/renew.ts';
import { createSender } from '../../contract/wire/send.ts';
import type { Shard } from '../../result/contract-run.ts';
import { loadDescription } from '../descriptions.ts';
import { nodeIo } from '../io.ts';
import { borrowLetterbox } from './letterbox-channel.ts';
import { listenForStop } from './stop.ts';

/** What a run needs, as it goes from one thread to another. */
export interface SuiteInput {
  readonly root: string;
  readonly targets: readonly (readonly [server: string, address: string])[];
  /** By profile: pairs of security scheme and secret. */
  readonly profiles: Readonly<Record<Profile, readonly (readonly [string, string])[]>>;
  readonly renewals: readonly Renewal[];
  readonly seed: number;
  readonly runs: number;
  readonly writes: boolean;
  readonly quotas: boolean;
  readonly maxRequests: number | undefined;
  /** Milliseconds in which a request must have been answered. */
  readonly timeout: number;
  /** Whether the documented pace is kept, and the requests per second that the user allows. */
  readonly pace: { readonly isDocumented: boolean; readonly perSecond: number | undefined };
  /** Regular expression over `operation property`. */
  readonly grep: string;
  readonly shard: Shard | undefined;
  /** Whether exchanges are kept for a report of them. */
  readonly keepExchanges: boolean;
  /** Name of the channel that tells when to stop. */
  readonly stop: string;
  /** Name of the channel that tells what webhooks came; undefined where nobody listens for them. */
  readonly letterbox: string | undefined;
}

declare module 'vitest' {
  interface ProvidedContext {
    kiln: SuiteInput;
  }
}

/** Bytes of a response body that are read. */
const LARGEST = 64 * 1024 * 1024;
/** Unanswered requests in a row after which the server counts as gone. */
const PATIENCE = 20;
/** Answers of 500 and more in a row after which the server is left alone. */
const INDULGENCE = 100;

const {
  root,
  targets,
  profiles,
  renewals,
  timeout,
  maxRequests,
  pace,
  grep,
  shard,
  stop,
  letterbox,
  ...rest
} = inject('kiln');
const { now } = nodeIo;
const api = await loadDescription(nodeIo, root, { isKnown: true });
const borrowed = letterbox === undefined ? undefined : borrowLetterbox(letterbox);
const sender = createSender({ timeout, largest: LARGEST });
const { signal, close } = listenForStop(stop);
const limits = { maxRequests, patience: PATIENCE, indulgence: INDULGENCE, signal };
const send = govern(createRenewing(sender.send, renewals, now), limits);
const wait = async (milliseconds: number): Promise<void> => {
  await sleep(milliseconds, undefined, { signal }).catch(() => signal.throwIfAborted());
};
const paced = createPace({
  policy: pace.isDocumented ? api.policies.rateLimits : undefined,
  perSecond: pace.perSecond,
  clock: { now, wait },
});

defineContractSuite(
  {
    api,
    targets: new Map(targets),
    profiles: {
      good: new Map(profiles.good),
      expired: new Map(profiles.expired),
      readOnly: new Map(profiles.readOnly),
      narrow: new Map(profiles.narrow),
      metered: new Map(profiles.metered),
      other: new Map(profiles.other),
    },
    ...rest,
    send,
    now,
    letterbox: borrowed,
  },
  {
    checks: planOf(api, { grep, shard }),
    sendFor: (check) =>
      usesUpQuota(check) || (!pace.isDocumented && pace.perSecond === undefined)
        ? send
        : paced(send, check.operation),
  },
);
afterAll(() => {
  close();
  borrowed?.close();
  sender.close();
});
