import type { ApiModel, Operation } from '../../model/api-model.ts';
import type { UnmatchedRequest } from '../../result/traffic.ts';
import type { WireRequest } from '../../wire/exchange.ts';
import { toServerRouter, type Router } from '../../model/router.ts';
import type { Targets } from '../check-options.ts';

/** The operation that a request belongs to. */
export interface Match {
  readonly operation: Operation;
  /** What its URL begins with, up to the operation's path, as it is written there. */
  readonly base: string;
}

/** Why a request belongs to no operation. */
interface Mismatch {
  readonly why: UnmatchedRequest['why'];
}

export type Matcher = (request: WireRequest) => Match | Mismatch;

interface Mount {
  readonly origin: string | undefined;
  readonly basePath: string;
  readonly router: Router;
}

/**
 * Finds operations by where they are served: at the documented servers, and at the addresses that
 * targets give for those. A server that is written without a host is found on any host.
 */
export function toMatcher({ servers, operations }: ApiModel, targets: Targets): Matcher {
  const mounts = servers
    .flatMap(({ url }): Mount[] => {
      const router = toServerRouter(operations, url);
      const addresses = [url, ...(targets.has(url) ? [targets.get(url) ?? ''] : [])];
      return addresses.map((address) => ({ ...partsOf(address), router }));
    })
    // `/v1/admin` is served before `/v1`, whatever order they are documented in.
    .toSorted((one, other) => other.basePath.length - one.basePath.length);
  return (request) => {
    const { origin, pathname } = URL.parse(request.url) ?? { origin: '', pathname: '' };
    // A browser records the handshake of a WebSocket (`ws:`) as a request, and `data:` and `blob:` as well.
    const isOfHttp = /^https?:/i.test(request.url);
    let why: UnmatchedRequest['why'] = 'server';
    for (const mount of mounts) {
      if (mount.origin === undefined ? !isOfHttp : mount.origin !== origin) continue;
      if (!pathname.startsWith(`${mount.basePath}/`)) continue;
      const found = mount.router(pathname.slice(mount.basePath.length));
      if (!found) {
        if (why === 'server') why = 'path';
        continue;
      }
      const operation = found.operations.get(request.method.toLowerCase());
      if (operation) return { operation, base: `${originOf(request.url)}${mount.basePath}` };
      why = 'method';
    }
    return { why };
  };
}

function partsOf(address: string): { origin: string | undefined; basePath: string } {
  const url = URL.parse(address);
  const pathname = url?.pathname ?? address;
  const basePath = pathname.replace(/\/+$/, '');
  return { origin: url?.origin, basePath };
}

/** The origin as a URL spells it, which the path follows: `HTTP://Host:80`. */
function originOf(url: string): string {
  return /^[^:]+:\/\/[^/?#]*/.exec(url)?.[0] ?? '';
}
