import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answers } from '../../../scripts/cli/contract/probe.ts';
import { SHOP } from './fake-project.ts';

// Processes that start processes take seconds on a busy machine.
vi.setConfig({ testTimeout: 180_000 });

const KILN = resolve('scripts/cli/kiln.mjs');
const NODE = resolve('node_modules/node/bin/node');

/** Another process listens, so that what it has started must be ended as well. */
const STARTER = `import { spawn } from 'node:child_process';
console.log('starting the shop');
spawn(process.execPath, ['shop.mjs'], { stdio: 'inherit' });
setInterval(() => undefined, 1000);
`;
const SERVER = `import { createServer } from 'node:http';
createServer((request, response) => {
  const { pathname } = new URL(request.url, 'http://shop');
  const isOpen = pathname === '/v1/health';
  const isKnown = isOpen || pathname === '/v1/things';
  const isGet = ['GET', 'HEAD'].includes(request.method);
  const isIn = request.headers.authorization === 'Bearer good-secret-1';
  if (!isKnown) response.writeHead(404);
  else if (!isGet) response.writeHead(405, { allow: 'GET, HEAD' });
  else if (!isIn && !isOpen) response.writeHead(401, { 'www-authenticate': 'Bearer' });
  response.end();
}).listen(Number(process.env.PORT), '127.0.0.1');
`;
const LATE = 'setTimeout(() => response.end(), 200)';

let folder = '';
let port = 0;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kiln-'));
  port = await freePort();
  writeFileSync(join(folder, 'shop.yaml'), SHOP);
  writeFileSync(join(folder, 'starter.mjs'), STARTER);
  writeFileSync(join(folder, 'shop.mjs'), SERVER);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function kiln(argv: readonly string[], more: Readonly<Record<string, string>> = {}) {
  return new Promise<{ exitCode: number; text: string }>((done) => {
    const { KILN_BEARER_AUTH: _, ...rest } = process.env;
    const env = { ...rest, PORT: String(port), ...more };
    execFile(NODE, [KILN, ...argv], { cwd: folder, env }, (error, out, err) => {
      done({ exitCode: typeof error?.code === 'number' ? error.code : 0, text: out + err });
    });
  });
}

const target = () => `http://127.0.0.1:${port}/v1`;
const run = () => ['--target', target(), '--runs', '2', '--start', `'${NODE}' starter.mjs`];

test('a forgotten or a wrong credential is exit 2, and says what mends it; the server ends each time', async () => {
  const none = await kiln(['test', 'shop.yaml', ...run()]);
  expect([none.exitCode, none.text]).toEqual([2, expect.stringContaining('set KILN_BEARER_AUTH')]);
  expect(none.text).toContain('what the server printed: .kiln/reports/shop.server.log');
  const log = readFileSync(join(folder, '.kiln/reports/shop.server.log'), 'utf8');
  expect(log).toContain('starting the shop');
  expect(await answers(target(), 500)).toBe(false);

  const wrong = await kiln(['test', 'shop.yaml', ...run()], { KILN_BEARER_AUTH: 'another-one' });
  expect([wrong.exitCode, wrong.text]).toEqual([
    2,
    expect.stringContaining('The server wants another credential than it was sent.'),
  ]);
  expect(wrong.text).not.toContain('the contract is broken');
  const report = readFileSync(join(folder, '.kiln/reports/shop/report.md'), 'utf8');
  expect(report).toContain('othing is proven: the credential was refused');
  // What everybody may ask succeeds, and proves nothing of the rest.
  const health = SHOP.replace(
    'components:',
    "  /health: {get: {operationId: getHealth, security: [], responses: {'200': {description: ok}}}}\ncomponents:",
  );
  writeFileSync(join(folder, 'open.yaml'), health);
  const open = await kiln(['test', 'open.yaml', ...run()], { KILN_BEARER_AUTH: 'another-one' });
  expect([open.exitCode, open.text]).toEqual([
    2,
    expect.stringContaining('no operation that asks for a credential succeeded'),
  ]);
  expect(open.text).toMatch(/^open: nothing is proven: the credential was refused .*$/m);
  const allowed = await kiln(['test', 'shop.yaml', ...run(), '--allow-empty']);
  expect(allowed.exitCode).toBe(0);

  const right = { KILN_BEARER_AUTH: 'good-secret-1' };
  const annotated = ['--report', 'github'];
  const summary = { ...right, GITHUB_STEP_SUMMARY: join(folder, 'summary.md') };
  const held = await kiln(['test', 'shop.yaml', ...run(), ...annotated], summary);
  expect([held.exitCode, held.text]).toEqual([0, expect.stringContaining('the contract holds')]);
  expect(readFileSync(join(folder, 'summary.md'), 'utf8')).toContain('## Shop: the contract holds');
  // What replays a finding is written whatever is asked for.
  expect(readFileSync(join(folder, '.kiln/reports/shop/run.json'), 'utf8')).toContain(
    '"shop.yaml"',
  );
  expect(await answers(target(), 500)).toBe(false);
});

test('a server that ends, or never answers, is exit 2 with what it printed', async () => {
  writeFileSync(join(folder, 'broken.mjs'), "console.log('no database'); process.exit(3);");
  const argv = ['test', 'shop.yaml', '--target', target(), '--start'];
  const ended = await kiln([...argv, `'${NODE}' broken.mjs`]);
  expect(ended.exitCode).toBe(2);
  expect(ended.text).toContain('ended with exit code 3 before');
  expect(ended.text).toContain('no database');
  const silent = await kiln([...argv, 'sleep 60', '--wait', '1s']);
  expect([silent.exitCode, silent.text]).toEqual([2, expect.stringContaining('1 seconds after')]);
});

test.for([
  { when: 'before it answers', command: 'sleep 60' },
  { when: 'while it is tested', command: 'starter.mjs' },
])('Ctrl-C ends the server that was started, $when', async ({ command }) => {
  // A run that would go on for long: the server takes its time for each answer.
  writeFileSync(join(folder, 'shop.mjs'), SERVER.replace('response.end()', LATE));
  const start = command === 'starter.mjs' ? `'${NODE}' starter.mjs` : command;
  const env = { ...process.env, PORT: String(port), KILN_BEARER_AUTH: 'good-secret-1' };
  const argv = [KILN, 'test', 'shop.yaml', '--target', target(), '--start', start];
  const child = spawn(NODE, argv, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => void (text += chunk.toString()));
  }
  const ended = once(child, 'exit');
  const isUnderWay = async (): Promise<boolean> =>
    command === 'sleep 60' ? text.includes('starting sleep') : await answers(target(), 500);
  await vi.waitFor(async () => expect(await isUnderWay()).toBe(true), { timeout: 60_000 });
  // It has begun to send by then.
  await new Promise((done) => setTimeout(done, 500));
  child.kill('SIGINT');
  expect(await ended).toEqual([130, null]);
  expect(await answers(target(), 500)).toBe(false);
});

test('the line that replays a finding works as it stands, whatever the run was told', async () => {
  // It lets everybody in, and fails without a header that only the command line knows.
  const open = SERVER.replace("=== 'Bearer good-secret-1'", "!== 'nobody'");
  const isAsked = 'if (request.headers["x-shop"] !== "it\'s 1") response.writeHead(500);\n  else ';
  writeFileSync(
    join(folder, 'shop.mjs'),
    open.replace('if (!isKnown) response', `${isAsked}if (!isKnown) response`),
  );
  writeFileSync(join(folder, 'my secrets.yaml'), 'bearerAuth: ${SHOP_TOKEN}\n');
  const secrets = { SHOP_TOKEN: 'good-secret-1', KILN_HEADER_X_SHOP: "it's 1" };
  const options = [
    '--credentials',
    'my secrets.yaml',
    '--header',
    "X-Shop: it's 1",
    '--allow-writes',
  ];
  const found = await kiln(['test', 'shop.yaml', ...run(), ...options], secrets);
  const [line = ''] = found.text.match(/(?<=^ {2}replay {2}).*$/m) ?? [];
  expect(found.text).toMatch(/^shop: the contract is broken/m);
  // As in a project that has Kiln installed: only npx finds it.
  mkdirSync(join(folder, 'node_modules/.bin'), { recursive: true });
  const program = join(folder, 'node_modules/.bin/kiln');
  writeFileSync(program, `#!/bin/sh\nexec '${NODE}' '${KILN}' "$@"\n`);
  chmodSync(program, 0o755);
  const again = await new Promise<{ code: unknown; text: string }>((done) => {
    const env = { ...process.env, PORT: String(port), ...secrets };
    execFile('sh', ['-c', line], { cwd: folder, env }, (error, out, err) =>
      done({ code: error?.code ?? 0, text: out + err }),
    );
  });
  expect([again.code, again.text]).toEqual([1, expect.stringContaining('still')]);
  expect(await answers(target(), 500)).toBe(false);
});
