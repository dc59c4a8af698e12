import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { createServer as createHttpServer } from 'node:http';
import { cpSync, existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { nodeIo } from '../../scripts/cli/io.ts';
import type { ContractRun } from '../../scripts/result/contract-run.ts';
import { serveParcels } from '../contract/parcels-server.ts';
import { runKiln } from './run-kiln.ts';

// A process that starts Vitest takes seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

/** The parcels under a name of their own: other files test them at the same time. */
const CASE = join(mkdtempSync(join(tmpdir(), 'kiln-')), 'postings');
const FILE = join(CASE, 'openapi.yaml');
const FOLDER = 'reports/postings';
const LESS = ['--grep', 'conformance|auth\\.missing', '--runs', '4', '--seed', '5'];

cpSync('tests/contract/cases/parcels', CASE, { recursive: true });
afterAll(async () => {
  await rm(FOLDER, { recursive: true, force: true });
  await rm(dirname(CASE), { recursive: true, force: true });
});

async function kiln(...argv: string[]) {
  return await nodeIo.node('scripts/cli/kiln.mjs', argv);
}

function readRun(): ContractRun {
  const dated = readFileSync(`${FOLDER}/run.json`, 'utf8');
  const text = dated.replaceAll(/\w{3}, \d\d \w{3} \d{4} [\d:]{8} GMT/g, 'NOW');
  // How long it took, and how it stands beside what was run before, is another matter each time.
  const { results, latencies: _, before: __, ...run } = JSON.parse(text) as ContractRun;
  const timeless = results.map((result) => ({ ...result, milliseconds: 0 }));
  return { ...run, started: '', milliseconds: 0, results: timeless };
}

test('two shards and a merge report what one run reports', async () => {
  const { target, close } = await serveParcels('drops-property');
  const whole = await kiln('test', FILE, '--target', target, ...LESS);
  const run = readRun();
  for (const shard of ['1/2', '2/2']) {
    await kiln('test', FILE, '--target', target, ...LESS, '--shard', shard);
  }
  close();
  const merged = await kiln('merge', `${FOLDER}/shards/1-of-2`, `${FOLDER}/shards/2-of-2/`);
  expect([whole.exitCode, merged.exitCode]).toEqual([1, 1]);
  expect(withoutCounts(readRun())).toEqual(withoutCounts(run));
});

/** A part of a run asks again for what succeeded in it, and the whole for what succeeded anywhere: it asks more. */
function withoutCounts(run: object): unknown {
  const counts = ['requests', 'seen', 'dropped', 'answers'];
  return JSON.parse(JSON.stringify(run), (name, value: unknown) =>
    counts.includes(name) ? undefined : value,
  );
}

test('an interrupted run writes what it found, says so, and exits as the shell has it', async () => {
  let isTold = false;
  const server = createHttpServer((request, response) => {
    // Whoever asks for a parcel waits: the run is in the middle of it.
    if (request.url === '/') response.end();
    else if (!isTold) isTold = child.kill('SIGINT');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const target = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const argv = ['scripts/cli/kiln.mjs', 'test', FILE, '--target', target, ...LESS];
  const child = spawn(process.execPath, argv, { stdio: ['ignore', 'ignore', 'pipe'] });
  const said: string[] = [];
  child.stderr.on('data', (text: Buffer) => said.push(text.toString()));
  const [exitCode] = (await once(child, 'close')) as [number];
  server.closeAllConnections();
  server.close();
  expect(said.join('')).toMatch(/stopped early: it was interrupted \(SIGINT\); \d+ of \d+ checks/);
  expect(exitCode).toBe(130);
  expect(readRun().interrupted).toEqual({ reason: 'it was interrupted (SIGINT)', isLimit: false });
  const events = readFileSync(`${FOLDER}/events.ndjson`, 'utf8').trimEnd().split('\n');
  expect(events.map((line) => (JSON.parse(line) as { event: string }).event)).toEqual(
    expect.arrayContaining(['run-started', 'run-finished']),
  );
});

test('--bail ends a run that has found enough: it says so, keeps what it found, and exits 1', async () => {
  const { target, close } = await serveParcels('ignores-key');
  const few = ['--runs', '2', '--seed', '5', '--concurrency', '1', '--bail', '1'];
  const { exitCode, stdout, stderr } = await kiln('test', FILE, '--target', target, ...few);
  close();
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(
    /postings: stopped early: --bail 1 is reached; \d+ of \d+ checks not tried/,
  );
  expect(stdout).toMatch(
    /\npostings: the contract is broken: \d+ findings?( \(\d+ violations\))?\n$/,
  );
  const { interrupted, results } = readRun();
  expect(interrupted).toEqual({ reason: '--bail 1 is reached', isLimit: true });
  expect(results.map(({ outcome }) => outcome)).toEqual(expect.arrayContaining(['failed']));
});

test('--budget ends a run whose server keeps it waiting: nothing was found out, so it exits 2', async () => {
  const server = createHttpServer((request, response) => {
    if (request.url === '/') response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const target = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const patient = ['--timeout', '90s', '--budget', '1s'];
  const { exitCode, stdout, stderr } = await kiln('test', FILE, '--target', target, ...patient);
  server.closeAllConnections();
  server.close();
  expect(exitCode).toBe(2);
  expect(stderr).toContain('postings: stopped early: the time of --budget is over; ');
  expect(stdout).toMatch(/\npostings: nothing was tried\n$/);
  expect(readRun().interrupted).toEqual({ reason: 'the time of --budget is over', isLimit: true });
});

test('what is left of --budget when all is done goes into more requests, and ends nothing early', async () => {
  const server = await serveParcels();
  const requests = async (...budget: string[]) => {
    const argv = [
      'test',
      FILE,
      '--target',
      server.target,
      '--grep',
      'getParcel (conformance|input)',
    ];
    await kiln(...argv, '--runs', '1', ...budget);
    const { results, interrupted } = readRun();
    return { sent: results.reduce((all, it) => all + it.requests, 0), interrupted };
  };
  const [plain, more] = [await requests(), await requests('--budget', '4s')];
  server.close();
  expect(more.sent).toBeGreaterThan(plain.sent);
  expect(more.interrupted).toBe(undefined);
});

test('a port that speaks no HTTP is one clear error, and earlier reports stay', async () => {
  const before = existsSync(`${FOLDER}/run.json`);
  const server = createServer((socket) => void socket.end('220 mail.example.test ready\r\n'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const target = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const seen = await runKiln(['test', FILE, '--target', target]);
  server.close();
  expect(seen.exitCode).toBe(2);
  expect(seen.err).toContain(`error: No HTTP server answers as it should at ${target}: an answer`);
  expect(existsSync(`${FOLDER}/run.json`)).toBe(before);
});

test('a server whose first page cannot be read is tried all the same', async () => {
  const front = createHttpServer((request, response) => {
    if (request.url !== '/') return void response.writeHead(404).end();
    response.writeHead(200, { 'content-encoding': 'gzip' }).end('not gzip');
  });
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
  const target = `http://127.0.0.1:${(front.address() as AddressInfo).port}`;
  const { exitCode, err } = await runKiln(['test', FILE, '--target', target, '--runs', '1']);
  front.close();
  expect(err).not.toContain('No HTTP server answers');
  // All the rest is a 404, so that it is taken for another server than the described one.
  expect(err).toContain('Is --target right?');
  expect(exitCode).toBe(2);
});
