import * as fc from 'fast-check';
import type { InjectOptions } from 'fastify';
import type { ApiModel } from '../../../scripts/core/api-model.ts';
import { createMock, type Mock } from '../../../scripts/mock/mock.ts';
import { toJudge } from './judge.ts';
import { hostileRequests, type HostileRequest } from './requests.ts';

/** A mock of one API that is about to have a bad day. */
export interface Victim {
  readonly api: ApiModel;
  readonly mock: Mock;
  /** What the mock failed at since this was last asked, if anything. */
  readonly takeBug: () => string | undefined;
}

/** What a campaign against one API came to. */
export interface Campaign {
  readonly requests: number;
  readonly statuses: ReadonlyMap<number, number>;
  readonly slowest: number;
  /** The smallest request that breaks a rule, and which. */
  readonly failure: string | undefined;
}

export interface CampaignOptions {
  readonly runs: number;
  readonly seed: number;
}

export async function createVictim(api: ApiModel): Promise<Victim> {
  let bug: string | undefined;
  const mock = await createMock([api], {
    clock: { now: () => Date.now() },
    // Quotas would answer nearly everything.
    limits: false,
    onRequest({ refused, reason = 'no reason' }) {
      if (refused === 'internal') bug ??= reason;
    },
  });
  const takeBug = () => {
    const taken = bug;
    bug = undefined;
    return taken;
  };
  return { api, mock, takeBug };
}

/** Sends generated requests past the network, one after the other. */
export async function injectHostile(
  { api, mock, takeBug }: Victim,
  { runs, seed }: CampaignOptions,
): Promise<Campaign> {
  const flawOf = toJudge(api);
  const statuses = new Map<number, number>();
  let [requests, slowest] = [0, 0];
  const outcome = await fc.check(
    fc.asyncProperty(hostileRequests(api, mock.mounts), async (request) => {
      const began = performance.now();
      const response = await mock.inject(toInjected(request));
      const milliseconds = performance.now() - began;
      const { statusCode: status, headers, body } = response;
      requests += 1;
      slowest = Math.max(slowest, milliseconds);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      const contentType = String(headers['content-type'] ?? '');
      const answer = { method: request.method, status, contentType, body, milliseconds };
      const flaw = takeBug() ?? flawOf(answer);
      if (flaw !== undefined) throw new Error(flaw);
    }),
    { numRuns: runs, seed },
  );
  const [smallest] = outcome.counterexample ?? [];
  const failure = smallest && `${String(outcome.errorInstance)}\n${renderRequest(smallest)}`;
  return { requests, statuses, slowest, failure };
}

function renderRequest({ method, target, headers, body }: HostileRequest): string {
  const fields = headers.map(([name, value]) => `${name}: ${value.slice(0, 200)}`);
  const content = body === undefined ? [] : [JSON.stringify(body.toString().slice(0, 500))];
  return [`${method} ${target.slice(0, 500)}`, ...fields, ...content].join('\n');
}

function toInjected({ method, target, headers, body }: HostileRequest): InjectOptions {
  return {
    method: method as NonNullable<InjectOptions['method']>,
    url: target.startsWith('/') ? target : `/${target}`,
    headers: { host: 'hostile.example', ...Object.fromEntries(headers) },
    ...(body && { payload: body }),
  };
}
