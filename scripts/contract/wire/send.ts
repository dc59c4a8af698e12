import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { Exchange, WireRequest, WireResponse } from '../../core/exchange.ts';

export type Send = (request: WireRequest) => Promise<Exchange>;

export interface Sender {
  readonly send: Send;
  readonly close: () => void;
}

interface SenderOptions {
  /** Milliseconds after which a server that has not answered is given up. */
  readonly timeout: number;
  /** Bytes after which a response body is read no further. */
  readonly largest: number;
}

/** Sends requests byte for byte as written, over connections that are kept open. */
export function createSender({ timeout, largest }: SenderOptions): Sender {
  const agents = {
    'http:': new HttpAgent({ keepAlive: true }),
    'https:': new HttpsAgent({ keepAlive: true }),
  };
  const send: Send = (request) =>
    new Promise((resolve) => {
      const { protocol } = new URL(request.url);
      const secure = protocol === 'https:';
      const start = secure ? httpsRequest : httpRequest;
      const fail = (failure: string) => resolve({ request, failure });
      const outgoing = start(request.url, {
        method: request.method,
        agent: agents[secure ? 'https:' : 'http:'],
        headers: headersOf(request),
        timeout,
      });
      outgoing.on('timeout', () => outgoing.destroy(new Error(`no answer within ${timeout} ms`)));
      outgoing.on('error', (error) => fail(error.message));
      outgoing.on('response', (incoming) => {
        const chunks: Buffer[] = [];
        let size = 0;
        incoming.on('data', (chunk: Buffer) => {
          size += chunk.length;
          if (size > largest) incoming.destroy(new Error(`a body of more than ${largest} bytes`));
          else chunks.push(chunk);
        });
        incoming.on('error', (error) => fail(error.message));
        incoming.on('end', () => {
          const response: WireResponse = {
            status: incoming.statusCode ?? 0,
            headers: pairsOf(incoming.rawHeaders),
            body: Buffer.concat(chunks).toString('utf8'),
          };
          resolve({ request, response });
        });
      });
      outgoing.end(request.body);
    });
  return {
    send,
    close: () => {
      agents['http:'].destroy();
      agents['https:'].destroy();
    },
  };
}

/** What HTTP itself asks for, added to the written fields: Node adds nothing to a list. */
function headersOf({ url, headers, body }: WireRequest): string[] {
  const length = body === undefined ? [] : [['content-length', `${Buffer.byteLength(body)}`]];
  return [['host', new URL(url).host], ...headers, ...length].flat();
}

function pairsOf(raw: readonly string[]): [string, string][] {
  const pairs: [string, string][] = [];
  for (let i = 0; i + 1 < raw.length; i += 2) pairs.push([raw[i] ?? '', raw[i + 1] ?? '']);
  return pairs;
}
