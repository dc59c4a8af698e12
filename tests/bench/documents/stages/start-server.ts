import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** A mock of a description, in a process of its own. */
export interface StartedServer {
  readonly origin: string;
  /** Milliseconds from the start of its process until it listened. */
  readonly ready: number;
  /** The most memory that it has held so far, in MB; undefined where the system does not tell. */
  readonly memory: () => Promise<number | undefined>;
  readonly stop: () => Promise<void>;
}

const KILN = resolve(import.meta.dirname, '../../../../scripts/cli/kiln.mjs');
/** Milliseconds until it has to listen. */
const PATIENCE = 120_000;
const POLL = 20;

/** Starts our mock, or Prism by its script. */
export async function startServer(
  file: string,
  prism: string | undefined,
  flags: readonly string[] = [],
): Promise<StartedServer> {
  const port = await freePort();
  const own = [KILN, '--at-work', 'mock', file, '--port', String(port), '--no-control', ...flags];
  const theirs = [prism ?? '', 'mock', file, '--port', String(port), '--host', '127.0.0.1'];
  const began = performance.now();
  const child = spawn(process.execPath, prism === undefined ? own : theirs, {
    // Ours ends with the process that started it, whom it hears by a channel.
    stdio: ['ignore', 'pipe', 'pipe', ...(prism === undefined ? (['ipc'] as const) : [])],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => (said = `${said}${chunk.toString()}`.slice(-5000)));
  }
  while (!/listening/i.test(said)) {
    if (child.exitCode !== null || child.signalCode || performance.now() - began > PATIENCE) {
      child.kill('SIGKILL');
      throw new Error(`it does not start (exit ${child.exitCode}): ${said.slice(-1500)}`);
    }
    await setTimeout(POLL);
  }
  const ready = performance.now() - began;
  return {
    origin: `http://127.0.0.1:${port}`,
    ready,
    async memory() {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
      const [, peak] = /VmHWM:\s+(\d+) kB/.exec(status) ?? [];
      return peak === undefined ? undefined : Number(peak) / 1024;
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
