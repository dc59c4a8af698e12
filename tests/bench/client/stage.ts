import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What a server saw of a request. */
interface Seen {
  readonly method: string;
  readonly path: string;
  readonly at: number;
  readonly authorization: string | undefined;
  readonly cookie: string | undefined;
  readonly body: string;
}

export type Answering = Parameters<RequestListener>[1];

/** A server that answers what it is asked, and keeps what it saw. */
export interface Stage {
  readonly baseUrl: string;
  readonly seen: readonly Seen[];
  readonly close: () => void;
}

/** Opens a server whose answers depend on what it has seen so far, the request to be answered last. */
export async function openStage(
  answer: (seen: readonly Seen[], ...given: Parameters<RequestListener>) => void,
): Promise<Stage> {
  const seen: Seen[] = [];
  const hear = async (...[request, response]: Parameters<RequestListener>) => {
    const { method = '', url = '', headers } = request;
    const { authorization, cookie } = headers;
    const at = Date.now();
    const body = await text(request);
    seen.push({ method, path: url, at, authorization, cookie, body });
    answer(seen, request, response);
  };
  const server = createServer((...given) => void hear(...given));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    seen,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
