import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

// Processes that start processes take seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const KILN = resolve('scripts/cli/kiln.mjs');
const NODE = resolve('node_modules/node/bin/node');

const DESCRIPTION = {
  openapi: '3.1.0',
  info: { title: 'Clock', version: '1' },
  paths: {
    '/now': {
      get: {
        operationId: 'getNow',
        responses: {
          200: {
            description: 'The time.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['at'],
                  properties: { at: { type: 'integer' } },
                },
              },
            },
          },
        },
      },
    },
  },
};

/** A server that serves its description, as frameworks do, without `servers`. */
const SERVER = `import { createServer } from 'node:http';
createServer((request, response) => {
  const { pathname } = new URL(request.url, 'http://clock');
  const body = pathname === '/openapi.json' ? ${JSON.stringify(JSON.stringify(DESCRIPTION))}
    : pathname === '/now' ? '{"at": 5}' : undefined;
  if (!body) return response.writeHead(404).end();
  if (!['GET', 'HEAD'].includes(request.method)) return response.writeHead(405, { allow: 'GET, HEAD' }).end();
  response.writeHead(200, { 'content-type': 'application/json' }).end(request.method === 'HEAD' ? '' : body);
}).listen(Number(process.argv[2]), '127.0.0.1');
`;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kiln-own-'));
  writeFileSync(join(folder, 'clock.mjs'), SERVER);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function kiln(...argv: readonly string[]) {
  return new Promise<{ exitCode: number; text: string }>((done) => {
    execFile(NODE, [KILN, ...argv, '--seed', '1'], { cwd: folder }, (error, out, err) => {
      done({ exitCode: typeof error?.code === 'number' ? error.code : 0, text: out + err });
    });
  });
}

async function withServer(listener: RequestListener, use: (origin: string) => Promise<void>) {
  const server = createServer(listener);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  try {
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

async function freePort(): Promise<number> {
  let port = 0;
  await withServer(
    () => undefined,
    (origin) => Promise.resolve(void (port = Number(new URL(origin).port))),
  );
  return port;
}

test('a server that serves its own description is started before that is read, and is the target', async () => {
  const port = await freePort();
  const start = `'${NODE}' clock.mjs ${port}`;
  const ran = await kiln('test', `http://127.0.0.1:${port}/openapi.json`, '--start', start);
  expect([ran.exitCode, ran.text]).toEqual([
    0,
    expect.stringContaining(`testing http://127.0.0.1:${port}, where the description says`),
  ]);
  expect(ran.text).toContain('the contract holds');
});

test('kiln init writes down the server that a description comes from', async () => {
  await withServer(
    (_, response) =>
      response.setHeader('content-type', 'application/json').end(JSON.stringify(DESCRIPTION)),
    async (origin) => {
      const ran = await new Promise<string>((done) => {
        execFile(NODE, [KILN, 'init', `${origin}/openapi.json`], { cwd: folder }, () => {
          execFile('cat', ['kiln.config.yaml'], { cwd: folder }, (_, text) => done(text));
        });
      });
      expect(ran).toContain(
        `  clock:\n    description: ${origin}/openapi.json\n    target: ${origin}\n`,
      );
    },
  );
});

test('a server on another machine is named, and not asked', async () => {
  const servers = [{ url: 'https://clock.test/v1' }];
  writeFileSync(join(folder, 'clock.json'), JSON.stringify({ ...DESCRIPTION, servers }));
  const ran = await kiln('test', 'clock.json');
  expect(ran.exitCode).toBe(2);
  expect(ran.text).toContain(
    'kiln test clock.json --target https://clock.test/v1, which the description names, if it may be asked',
  );
});

test('where there is no such file, that is told first', async () => {
  const ran = await kiln('test', 'cloc.json');
  expect([ran.exitCode, ran.text]).toEqual([2, expect.stringContaining('Cannot read cloc.json')]);
});

test.for<[what: string, listener: RequestListener]>([
  ['no path of the description', (_, response) => response.writeHead(404).end('{}')],
  [
    'a web page everywhere',
    (_, response) => response.setHeader('content-type', 'text/html').end('<h1>Clock</h1>'),
  ],
])('a target that knows %s is no broken contract but exit 2', async ([, listener]) => {
  writeFileSync(join(folder, 'clock.json'), JSON.stringify(DESCRIPTION));
  await withServer(listener, async (origin) => {
    const ran = await kiln('test', 'clock.json', '--target', origin);
    expect([ran.exitCode, ran.text]).toEqual([2, expect.stringContaining('Is --target right?')]);
    expect(ran.text).toContain('another server than the described one seems to answer');
    expect(ran.text).not.toContain('the contract is broken');
  });
});
