import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isJsonType } from '../../../scripts/base/media-type.ts';

/** What a sample sent, as far as it means something, and what it was answered. */
interface RecordedCall {
  readonly method: string;
  readonly target: string;
  readonly credentials: readonly string[];
  readonly mediaType: string;
  readonly body: unknown;
  readonly status: number;
}

export interface Recorder extends AsyncDisposable {
  readonly address: string;
  /** By the label that stands first in the path. */
  readonly calls: Map<string, RecordedCall>;
}

const CREDENTIALS = /^(?:authorization|cookie|.*(?:key|secret|token).*)$/;

/** Passes requests on to another server and keeps them: `/label/name` before a path says where and under what. */
export async function startRecorder(targetOf: (name: string) => string): Promise<Recorder> {
  const calls = new Map<string, RecordedCall>();
  const pass = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [, label = '', name = '', rest = ''] =
      /^\/([^/]+)\/([^/]+)(.*)$/.exec(request.url ?? '') ?? [];
    const octets = await bodyOf(request);
    const {
      host: _,
      connection: __,
      'content-length': ___,
      'transfer-encoding': ____,
      expect: _____,
      ...fields
    } = request.headers;
    const method = request.method ?? '';
    const answer = await fetch(`${targetOf(name)}${rest}`, {
      method,
      headers: Object.entries(fields).map(([key, value]): [string, string] => [key, String(value)]),
      ...(octets.length > 0 && { body: octets }),
    });
    const mediaType = (fields['content-type'] ?? '').split(';')[0]?.trim() ?? '';
    const text = octets.toString();
    calls.set(label, {
      method,
      target: rest,
      credentials: Object.entries(fields)
        .filter(([key]) => CREDENTIALS.test(key))
        .map(([key, value]) => `${key}: ${String(value)}`)
        .toSorted(),
      mediaType: octets.length > 0 ? mediaType : '',
      body: isJsonType(mediaType) && text !== '' ? JSON.parse(text) : text,
      status: answer.status,
    });
    const {
      'content-encoding': _c,
      'content-length': _l,
      'transfer-encoding': _t,
      ...own
    } = Object.fromEntries(answer.headers);
    response.writeHead(answer.status, own);
    response.end(Buffer.from(await answer.arrayBuffer()));
  };
  const server = createServer((request, response) => {
    pass(request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    calls,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
