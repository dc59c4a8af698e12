import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { peerPath, ROOT } from './peers.ts';
import type { Usage } from './processes/probe.ts';

/** Servers that are measured side by side. */
export const SUBJECTS = [
  'kiln',
  'bare Fastify',
  'Prism CLI',
  'Prism CLI, silent',
  'Scalar',
] as const;
export type Subject = (typeof SUBJECTS)[number];

/** A server in a process of its own. */
export interface Running {
  readonly port: number;
  /** Milliseconds from the start of the process until it had answered a request. */
  readonly ready: number;
  readonly usage: (collect?: boolean) => Promise<Usage>;
  readonly stop: () => Promise<void>;
}

const PROBE = resolve(import.meta.dirname, 'processes/probe.ts');
const KILN = resolve(ROOT, 'scripts/cli/kiln.mjs');
/** Servers that take longer than this do not start. */
const PATIENCE = 300_000;
/** Milliseconds between two looks. */
const POLL = 5;

/** `kiln mock` as users run it, but for the quotas, which a benchmark would use up at once. */
export function startKiln(
  descriptions: readonly string[],
  how: StartOptions = {},
): Promise<Running> {
  const argvFor = (port: number) => [
    KILN,
    // The process that a user starts only passes signals on: it is not its time that is measured.
    ...(how.isUnprobed ? [] : ['--at-work']),
    'mock',
    ...descriptions,
    '--no-limits',
    '--port',
    String(port),
    '--control-port',
    '0',
  ];
  return start(argvFor, how);
}

/** Prism's own command line, as users run it, or without the log that it spends much of its time on. */
export function startPrism(document: string, isSilent = false): Promise<Running> {
  const script = peerPath('@stoplight/prism-cli', 'dist/index.js');
  const flags = isSilent ? ['-v', 'silent'] : [];
  return start((port) => [script, 'mock', document, '-p', String(port), ...flags], { isSilent });
}

export function startScalar(document: string): Promise<Running> {
  return startOwn('scalar.ts', document);
}

export function startBareFastify(routes: string): Promise<Running> {
  return startOwn('bare-fastify.ts', routes);
}

function startOwn(script: string, file: string): Promise<Running> {
  const path = resolve(import.meta.dirname, 'processes', script);
  return start((port) => [path, file, String(port)]);
}

interface StartOptions {
  /** A server that does not say when it listens is asked. */
  readonly isSilent?: boolean;
  /** Without a probe nothing but the time of the start can be measured, and nothing adds to it. */
  readonly isUnprobed?: boolean;
}

async function start(
  argvFor: (port: number) => readonly string[],
  { isSilent = false, isUnprobed = false }: StartOptions = {},
): Promise<Running> {
  const port = await freePort();
  const preload = isUnprobed ? [] : ['--import', PROBE];
  const began = performance.now();
  const child = spawn(process.execPath, [...preload, ...argvFor(port)], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => (said = `${said}${chunk.toString()}`.slice(-5000)));
  }
  const isReady = async () => /listening/i.test(said) || (isSilent && (await answers(port)));
  while (!(await isReady())) {
    if (child.exitCode !== null || performance.now() - began > PATIENCE) {
      child.kill();
      throw new Error(`a server did not start: ${said}`);
    }
    await setTimeout(POLL);
  }
  await answers(port);
  const ready = performance.now() - began;
  return {
    port,
    ready,
    usage: (collect = false) => ask(child, collect),
    async stop() {
      if (child.exitCode !== null) return;
      child.kill();
      await once(child, 'exit');
    },
  };
}

async function ask(child: ChildProcess, collect: boolean): Promise<Usage> {
  const answer = once(child, 'message') as Promise<[Usage]>;
  child.send({ collect });
  return (await answer)[0];
}

/** Whether something answers HTTP at a port. */
async function answers(port: number): Promise<boolean> {
  try {
    await (await fetch(`http://127.0.0.1:${port}/`)).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
