import { isUtf8 } from 'node:buffer';
import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import type { Reply } from './reply.ts';
import { applyHarmless, type Harmless } from './harmless.ts';

/** A request whose content has arrived. */
export interface Arrived {
  /** GET for HEAD as well. */
  readonly method: string;
  readonly isHead: boolean;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** The content, its coding undone; undefined where nobody can read it. */
  readonly text: string | undefined;
  readonly isChunked: boolean;
  readonly isCompressed: boolean;
  /** Milliseconds since the epoch, by the server's clock. */
  readonly now: number;
}

export interface Served {
  readonly target: string;
  /** Moves the server's clock on by milliseconds. */
  readonly passTime: (milliseconds: number) => Promise<void>;
  /** What time it is for the server. */
  readonly now: () => number;
  readonly close: () => void;
  /** Sends webhooks to an address from now on, where it has any. */
  readonly hookTo?: (url: string) => void;
}

/** Serves on any free port of this machine, sharing no code with Kiln; HEAD is answered as GET. */
export async function serve(
  handle: (arrived: Arrived) => Reply | 'hang up' | Promise<Reply>,
  harmless?: Harmless,
): Promise<Served> {
  let ahead = 0;
  const now = () => Date.now() + ahead;
  const server = createServer((request, response) => {
    void arrive(request, now()).then(async (arrived) => {
      if (harmless === 'counts-lengths' && arrived.isChunked) {
        response.writeHead(411, {
          'content-type': 'application/json',
          'x-trace': 'trace-1',
          allow: 'POST',
        });
        return response.end('{"error":{"code":"length"}}');
      }
      const replied = await handle(arrived);
      if (replied === 'hang up') return response.destroy();
      const { status, headers, body } = applyHarmless(replied, harmless);
      response.writeHead(status, { ...headers, date: new Date(now()).toUTCString() });
      if (harmless === 'chunks' && body !== undefined) {
        response.write(body.slice(0, 3));
        return response.end(body.slice(3));
      }
      return response.end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    target: `http://127.0.0.1:${port}/v1`,
    now,
    passTime: (milliseconds) => Promise.resolve(void (ahead += milliseconds)),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function arrive(request: IncomingMessage, now: number): Promise<Arrived> {
  const { headers, method = '', url = '/' } = request;
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { pathname, searchParams } = new URL(url, 'http://server.test');
  const isCompressed = headers['content-encoding'] === 'gzip';
  return {
    method: method === 'HEAD' ? 'GET' : method,
    isHead: method === 'HEAD',
    path: decoded(pathname),
    query: searchParams,
    headers,
    text: textOf(Buffer.concat(chunks), isCompressed),
    isChunked: headers['transfer-encoding'] === 'chunked',
    isCompressed,
    now,
  };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function textOf(bytes: Buffer, isCompressed: boolean): string | undefined {
  try {
    const plain = isCompressed ? gunzipSync(bytes) : bytes;
    return isUtf8(plain) ? plain.toString('utf8') : undefined;
  } catch {
    return undefined;
  }
}

/** JSON text to its value; undefined where it is none. */
export function parse(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether content is said to be JSON, with or without a charset, in whatever case. */
export function isJson({ headers }: Arrived): boolean {
  return /^application\/json\s*(;\s*charset=utf-8)?$/i.test(headers['content-type'] ?? '');
}
