import * as fc from 'fast-check';
import type { ApiModel } from '../../../scripts/model/api-model.ts';
import { createMock, type Mock } from '../../../scripts/mock/mock.ts';
import { LONGEST, toJudge } from './judge.ts';
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
  /** Milliseconds of the longest wait for an answer. */
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
  const flawOf = toJudge(api, mock.mounts);
  const statuses = new Map<number, number>();
  let [requests, slowest] = [0, 0];
  const outcome = await fc.check(
    fc.asyncProperty(hostileRequests(api, mock.mounts), async (request) => {
      const injected = toInjected(request);
      const send = async () => {
        const began = performance.now();
        const response = await mock.inject(injected);
        return { response, milliseconds: performance.now() - began };
      };
      const first = await send();
      const { response, milliseconds } = first.milliseconds > LONGEST ? await send() : first;
      const { statusCode: status, headers, body } = response;
      requests += 1;
      slowest = Math.max(slowest, milliseconds);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      const asked = { ...request, target: asInjected(injected.url), prefer: preferOf(request) };
      const text = Object.entries(headers).map(([name, value]) => [name, value?.toString()]);
      const answer = { asked, status, headers: Object.fromEntries(text), body, milliseconds };
      const flaw = takeBug() ?? flawOf(answer);
      if (flaw !== undefined) throw new Error(flaw);
    }),
    { numRuns: runs, seed },
  );
  const [smallest] = outcome.counterexample ?? [];
  const failure = smallest && `${String(outcome.errorInstance)}\n${renderRequest(smallest)}`;
  return { requests, statuses, slowest, failure };
}

export function preferOf({ headers }: HostileRequest): string | undefined {
  return headers.find(([name]) => name === 'prefer')?.[1];
}

function renderRequest({ method, target, headers, body }: HostileRequest): string {
  const fields = headers.map(([name, value]) => `${name}: ${value.slice(0, 200)}`);
  const content = body === undefined ? [] : [JSON.stringify(body.toString().slice(0, 500))];
  return [`${method} ${target.slice(0, 500)}`, ...fields, ...content].join('\n');
}

function toInjected({ method, target, headers, body }: HostileRequest) {
  return {
    method,
    url: target.startsWith('/') ? target : `/${target}`,
    headers: { host: 'hostile.example', ...Object.fromEntries(headers) },
    ...(body && { payload: body }),
  };
}

/** What is left of a target past the network: dots are resolved. Sockets carry the tricks. */
function asInjected(target: string): string {
  const { pathname, search } = new URL(`http://hostile.example${target}`);
  return pathname + search;
}
