import type { ApiModel, Operation } from '../../model/api-model.ts';
import { credentialFor, NO_CREDENTIAL } from '../wire/credentials.ts';
import { encodeRequest } from '../wire/encode.ts';
import { whyNotSendable } from '../wire/not-sendable.ts';
import type { Profiles } from '../wire/profiles.ts';
import { withGivenHeaders } from '../wire/given-headers.ts';
import type { Send } from '../wire/send.ts';
import type { HeaderFields } from '../../wire/exchange.ts';
import type { Ask } from './ask.ts';
import type { Pool } from './pool.ts';

interface AskOptions {
  readonly api: ApiModel;
  readonly targets: ReadonlyMap<string, string>;
  readonly profiles: Profiles;
  /** Header fields of every request. */
  readonly headers?: HeaderFields | undefined;
  readonly send: Send;
  readonly pool?: Pool | undefined;
}

/** Sends as a well-behaved client does, outside of any check, and has the pool learn from it. */
export function toAsk({ api, targets, profiles, headers = [], send, pool }: AskOptions): Ask {
  return async (operation: Operation, draft) => {
    const target = operation.servers.map(({ url }) => targets.get(url)).find((it) => it);
    if (target === undefined) return undefined;
    const credential = credentialFor(api, operation, profiles.good) ?? NO_CREDENTIAL;
    const written = encodeRequest(api, target, operation, draft, credential);
    const request = withGivenHeaders(written, headers);
    if (whyNotSendable(request) !== undefined) return undefined;
    const exchange = await send(request);
    pool?.see(operation, draft, exchange, true);
    return exchange;
  };
}
