import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { OutputFile } from '../../scripts/base/output-file.ts';

/** A site that a browser can open. */
export interface Published {
  readonly address: string;
  readonly unpublish: () => Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

export async function serveSite(files: readonly OutputFile[]): Promise<Published> {
  const byPath = new Map(files.map(({ path, text }) => [`/${path}`, text]));
  const server = createServer(({ url = '/' }, response) => {
    const text = byPath.get(url);
    response.writeHead(text === undefined ? 404 : 200, {
      'content-type': TYPES[extname(url)] ?? 'text/plain',
    });
    response.end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: addressOf(server), unpublish: () => stop(server) };
}

function addressOf(server: Server): string {
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}

export async function writeSite(files: readonly OutputFile[]): Promise<Published> {
  const folder = await mkdtemp(join(tmpdir(), 'kiln-site-'));
  for (const { path, text } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return {
    address: pathToFileURL(folder).href,
    unpublish: () => rm(folder, { recursive: true }),
  };
}
