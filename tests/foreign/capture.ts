import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HeaderFields } from '../../scripts/wire/exchange.ts';

/** A request as it came, nothing of it decoded. */
export interface Captured {
  readonly method: string;
  /** What follows the number of the order in the path: `/7/blue` gives `blue`. */
  readonly segment: string;
  readonly query: string;
  readonly headers: HeaderFields;
  readonly body: Uint8Array;
}

export interface Capture {
  readonly address: string;
  /** By the number that is the first segment of their paths. */
  readonly captured: ReadonlyMap<string, Captured>;
  readonly stop: () => Promise<void>;
}

/** A server that keeps what it is sent, and answers with nothing. */
export async function startCapture(): Promise<Capture> {
  const captured = new Map<string, Captured>();
  const server = createServer((request, response) => {
    const { url = '/', rawHeaders, method = '' } = request;
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const [path, query] = splitOnce(url, '?');
      const [, number = '', ...rest] = path.split('/');
      const headers = rawHeaders.flatMap((name, i) =>
        i % 2 === 0 ? [[name, rawHeaders[i + 1] ?? ''] as const] : [],
      );
      const segment = rest.join('/');
      captured.set(number, { method, segment, query, headers, body: Buffer.concat(chunks) });
      response.end('{}');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // An address of a listening TCP server is never a path.
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    captured,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function splitOnce(text: string, mark: string): readonly [string, string] {
  const at = text.indexOf(mark);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
