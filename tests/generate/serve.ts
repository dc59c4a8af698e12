import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server of HTTP on a free port of this machine. */
export interface Serving extends AsyncDisposable {
  readonly url: string;
}

/** Serves with real sockets, until it is disposed of. */
export async function serve(handle: RequestListener): Promise<Serving> {
  const server = createServer(handle);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    // Where a server of HTTP listens there is a port.
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
