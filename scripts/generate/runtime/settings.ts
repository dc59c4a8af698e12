import type { BodyWriter } from './body.ts';
import type { Contract } from './contract.ts';
import type { Credentials } from './credentials.ts';
import type { Settings } from './prepare.ts';
import { toBaseUrl, type Fetch } from './transport.ts';

export type { Settings } from './prepare.ts';

export interface ClientOptions {
  /** Where the API is: the description's first server by default. */
  readonly baseUrl?: string | undefined;
  /** Where its other servers are, by their URL in the description; needed with `baseUrl`. */
  readonly baseUrls?: Readonly<Record<string, string>> | undefined;
  /** Sends the requests: by default what `globalThis.fetch` is at the time of a call. */
  readonly fetch?: Fetch | undefined;
}

/** How values are written: each client carries the writers that its API needs. */
export interface Writers {
  readonly writeBody: BodyWriter;
  readonly writeParameter?: unknown;
}

/** Makes the settings of a client or of single calls from what a description declares. */
export function toSettings(
  contract: Contract,
  {
    auth = {},
    baseUrl,
    baseUrls,
    fetch,
  }: ClientOptions & { readonly auth?: Credentials | undefined },
  { writeBody }: Writers,
): Settings {
  // Checked here too: the mistake is in the call that made the client.
  toBaseUrl(baseUrl, contract.servers);
  const send = fetch ?? ((request: Request) => globalThis.fetch(request));
  return { contract, baseUrl, baseUrls, auth, fetch: send, writeBody };
}
