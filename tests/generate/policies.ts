import { accessChecking, type AccessOptions } from '../../scripts/generate/runtime/access.ts';
import { batching } from '../../scripts/generate/runtime/batch.ts';
import type { AnyCall } from '../../scripts/generate/runtime/call.ts';
import { sizeChecking } from '../../scripts/generate/runtime/check-size.ts';
import { createClient } from '../../scripts/generate/runtime/client.ts';
import type { Contract } from '../../scripts/generate/runtime/contract.ts';
import { dryRuns } from '../../scripts/generate/runtime/dry-run.ts';
import { hooks, type HookOptions } from '../../scripts/generate/runtime/hooks.ts';
import { pacing, type PaceOptions } from '../../scripts/generate/runtime/pace.ts';
import { paging } from '../../scripts/generate/runtime/pages.ts';
import { writeParameters } from '../../scripts/generate/runtime/parameters.ts';
import { sessions, type SessionOptions } from '../../scripts/generate/runtime/session.ts';
import { streaming } from '../../scripts/generate/runtime/streams.ts';
import { waiting } from '../../scripts/generate/runtime/work.ts';
import { writePlainBody } from '../../scripts/generate/runtime/write-plain-body.ts';
import { toContract } from '../../scripts/generate/to-contract.ts';
import { loadCase } from './pets.ts';

export type Options = Parameters<typeof createClient>[1] &
  AccessOptions &
  HookOptions &
  PaceOptions &
  SessionOptions;

/** A method of the client, with what any of them has beside itself. */
export interface PoliciesCall extends AnyCall {
  readonly pages: (input?: object) => AsyncIterable<{ readonly body: unknown }>;
  readonly items: (input?: object) => AsyncIterable<unknown>;
  readonly inBatches: (items: Iterable<unknown>, input?: object) => Promise<readonly Sent[]>;
  readonly submitAndWait: (
    input?: object,
    options?: object,
  ) => Promise<{ readonly ok: boolean; readonly state: string }>;
  readonly dryRun: (
    input?: object,
  ) => Promise<{ readonly request: Request; readonly curl: string }>;
}

interface Sent {
  readonly item: unknown;
  readonly index: number;
  readonly result?: { readonly status: number; readonly body: unknown };
  readonly error?: Error;
}

type Respond = (request: Request) => Response | Promise<Response>;

export const POLICIES: Contract = toContract(await loadCase('policies'));

/** A client of an API that declares every policy; it talks to whoever is given. */
export function policiesClient(
  options: Options = {},
  respond: Respond = () => Response.json({ name: 'thing' }),
): {
  readonly client: PoliciesClient;
  readonly requests: Request[];
} {
  const requests: Request[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    requests.push(request.clone());
    return await respond(request);
  };
  return { client: clientOf(POLICIES, { fetch, auth: { key: 's3cret' }, ...options }), requests };
}

/** A method for each operation of a description, and `http`. */
export type PoliciesClient = Readonly<Record<string, PoliciesCall>> & { readonly http: Http };

/** A client that keeps to every policy that a contract declares. */
export function clientOf(contract: Contract, options: Options): PoliciesClient {
  return createClient(
    contract,
    options,
    { writeBody: writePlainBody, writeParameters },
    [hooks, pacing, sessions, accessChecking, sizeChecking, streaming],
    [dryRuns, paging, batching, waiting],
  ) as PoliciesClient;
}

interface Http {
  readonly GET: (path: string, init?: object) => Promise<{ readonly response: Response }>;
  readonly POST: (path: string, init?: object) => Promise<{ readonly response: Response }>;
}

/** The method of an operation. */
export function methodOf(client: Readonly<Record<string, PoliciesCall>>, id: string): PoliciesCall {
  const method = client[id];
  if (!method) throw new Error(`there is no ${id}`);
  return method;
}

/** All that comes. */
export async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}
