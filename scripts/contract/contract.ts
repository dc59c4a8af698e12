import { createHash } from 'node:crypto';
import type { ApiModel, Operation } from '../core/api-model.ts';
import type { CheckResult } from '../core/contract-run.ts';
import { createBench } from './bench.ts';
import type { Property } from './property.ts';
import { credentialFor } from './wire/credentials.ts';
import type { Profiles } from './wire/profiles.ts';
import { RunStopped } from './wire/govern.ts';
import { toRedact } from './wire/redact.ts';
import type { Send } from './wire/send.ts';

/**
 * Where each documented server really is: its URL in the description to a base address, which is what
 * a request's URL begins with, up to the operation's path.
 */
export type Targets = ReadonlyMap<string, string>;

export interface CheckOptions {
  readonly api: ApiModel;
  readonly targets: Targets;
  readonly profiles: Profiles;
  readonly seed: number;
  /** Generated requests for each property and operation. */
  readonly runs: number;
  /** Whether operations that may change something are tried. */
  readonly writes: boolean;
  readonly send: Send;
  readonly now: () => number;
}

/** Tries one property on one operation. The same seed gives the same requests, whatever runs beside. */
export async function runCheck(
  options: CheckOptions,
  operation: Operation,
  property: Property,
): Promise<CheckResult> {
  const { api, targets, profiles, runs, writes, send, now } = options;
  const began = now();
  const idle = { operation: operation.id, property: property.id, requests: 0, dropped: 0 };
  const skipped = (reason: string): CheckResult => {
    return { ...idle, outcome: 'skipped', reason, milliseconds: 0, violations: [] };
  };
  const reason = property.unless(api, operation, profiles);
  if (reason !== undefined) return skipped(reason);
  if (!writes && isWriting(operation)) return skipped('it may change something: --allow-writes');
  const target = operation.servers
    .map(({ url }) => targets.get(url))
    .find((it) => it !== undefined);
  if (target === undefined) return skipped(`no target for ${operation.servers[0]?.url ?? 'it'}`);
  const credential = credentialFor(api, operation, profiles.good);
  if (!credential) return skipped(`no credential for ${schemesOf(operation)}`);
  const { bench, tally } = createBench({
    api,
    operation,
    property: property.id,
    target,
    credential,
    seed: seedOf(options.seed, operation.id, property.id),
    runs,
    send,
    profiles,
    redact: toRedact(Object.values(profiles)),
  });
  const stopped = await property.check(bench).then(() => undefined, toStop);
  const violations = [...tally.violations.values()];
  if (tally.requests > 0 && tally.requests === tally.dropped) {
    const why = 'no generated request tests it';
    return { ...skipped(why), requests: tally.requests, dropped: tally.dropped, violations };
  }
  const seen = { requests: tally.requests, dropped: tally.dropped, milliseconds: now() - began };
  const isViolated = violations.some((it) => it.property === property.id);
  if (stopped !== undefined && !isViolated) {
    return { ...idle, ...seen, outcome: 'failed', reason: stopped, violations };
  }
  return { ...idle, ...seen, outcome: isViolated ? 'violated' : 'held', violations };
}

/** Safe methods change nothing (RFC 9110, section 9.2.1), and other operations where they say so. */
function isWriting({ method, access }: Operation): boolean {
  return access !== 'read' && !['get', 'head', 'options', 'trace'].includes(method);
}

/** Why a run ended early; whatever else is thrown is a bug. */
function toStop(error: unknown): string {
  if (error instanceof RunStopped) return error.message;
  throw error;
}

function schemesOf({ security }: Operation): string {
  return security.map((it) => [...it.keys()].join(' and ')).join(' or ');
}

/** A seed for each check, so that none depends on which others run, or in which order. */
function seedOf(seed: number, operation: string, property: string): number {
  const digest = createHash('sha256').update(`${seed}\n${operation}\n${property}`).digest();
  return digest.readInt32BE(0);
}
