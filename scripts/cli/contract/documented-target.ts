import { isAddress } from '../../load/sources.ts';
import type { ApiModel } from '../../model/api-model.ts';
import type { Server } from '../../model/server.ts';
import { isLocal } from './is-local.ts';

/** What an address is found by. */
interface Described extends Pick<ApiModel, 'source'> {
  readonly servers: readonly Pick<Server, 'url'>[];
}

/**
 * Where a description itself says that its server is, without a slash at the end. A relative address begins at that of
 * the description, and without `servers` it is `/` (OpenAPI 3.1.1, sections 4.6 and 4.8.5). Undefined where that would
 * be another machine than this one or the one that the description came from: nobody has named it.
 */
export function documentedTarget({ servers, source }: Described): string | undefined {
  const from = isAddress(source) ? new URL(source) : undefined;
  for (const { url } of servers) {
    const address = URL.parse(url, from?.href);
    if (!address || !/^https?:$/.test(address.protocol)) continue;
    if (isLocal(address.href) || address.origin === from?.origin) {
      return address.href.replace(/\/+$/, '');
    }
  }
  return undefined;
}

/** An address on another machine that the description names: the user may want to name it as well. */
export function remoteServer({ servers }: Described): string | undefined {
  return servers.map(({ url }) => url).find((url) => /^https?:\/\/[^{}]+$/.test(url));
}
