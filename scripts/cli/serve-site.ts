import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve, sep } from 'node:path';
import { UserError } from '../base/user-error.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml',
  '.yaml': 'text/plain; charset=utf-8',
};

/** A site that is being served to this machine. */
export interface ServedSite {
  readonly address: string;
  readonly stop: () => Promise<void>;
}

/**
 * Serves a folder on loopback as hosts of static pages do: a folder is its index, a page needs no ending, and what is
 * not there is `404.html`. Throws a UserError where the port is taken.
 */
export async function serveSite(folder: string, port: number): Promise<ServedSite> {
  const send = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { status, type, octets } = await answer(folder, request.url ?? '/');
    response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
    response.end(request.method === 'HEAD' ? undefined : octets);
  };
  const server = createServer((request, response) => void send(request, response));
  await listen(server, port);
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', (cause) => {
      const hint = 'Choose another one, or 0 for any that is free.';
      fail(new UserError('port-taken', `Cannot listen on port ${port}`, { hint, cause }));
    });
    server.listen(port, '127.0.0.1', done);
  });
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly octets: Buffer | string;
}

async function answer(folder: string, target: string): Promise<Answer> {
  const pathname = (target.split(/[?#]/)[0] ?? '').replace(/^\/*/, '/');
  for (const path of [pathname, `${pathname}.html`, join(pathname, 'index.html')]) {
    const octets = await octetsOf(folder, path);
    if (octets)
      return { status: 200, type: TYPES[extname(path)] ?? 'application/octet-stream', octets };
  }
  const missing = (await octetsOf(folder, '/404.html')) ?? 'Nothing is here.';
  return { status: 404, type: TYPES['.html'] ?? '', octets: missing };
}

/** A file of the folder, and of nowhere else. */
async function octetsOf(folder: string, path: string): Promise<Buffer | undefined> {
  const root = resolve(folder);
  try {
    const file = resolve(root, `.${decodeURIComponent(path)}`);
    return file.startsWith(`${root}${sep}`) ? await readFile(file) : undefined;
  } catch {
    return undefined;
  }
}
