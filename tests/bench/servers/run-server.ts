import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { ListedServer, Place } from './listed-server.ts';
import { environment, filesOf } from './provide-server.ts';

const execute = promisify(execFile);

/** A server that runs, with nothing in its store. */
export interface RunningServer {
  readonly origin: string;
  readonly port: number;
  /** Milliseconds until it answered. */
  readonly ready: number;
  /** Whether its process is still there. */
  readonly isAlive: () => boolean;
  /** Ends it, and removes what it stored. */
  readonly stop: () => Promise<void>;
}

/** Milliseconds until a server must answer. */
const PATIENCE = 180_000;
/** Milliseconds that a server gets to end. */
const GRACE = 5_000;

/** Starts a server in a new folder; throws with its last words where it does not come up. */
export async function runServer(
  server: ListedServer,
  installed: string,
  port: number,
): Promise<RunningServer> {
  const folder = await mkdtemp(join(tmpdir(), `kiln-${server.id}-`));
  const place: Place = { installed, folder, port };
  const files = filesOf(server);
  if (files !== undefined) await cp(files, folder, { recursive: true });
  const variables = environment(server.variables?.(place));
  for (const [program, ...argv] of server.prepare?.(place) ?? []) {
    await execute(program, argv, { cwd: folder, env: variables });
  }
  const log = join(folder, 'server.log');
  const output = openSync(log, 'w');
  const [program, ...argv] = server.start(place);
  const began = performance.now();
  const child = spawn(program, argv, {
    cwd: folder,
    env: variables,
    stdio: ['ignore', output, output],
    detached: true,
  });
  closeSync(output);
  let isGone = false;
  const isAlive = () => !isGone;
  child.on('exit', () => (isGone = true));
  child.on('error', () => (isGone = true));
  const origin = `http://127.0.0.1:${port}`;
  const stop = async () => {
    await end(child, isAlive);
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  while (performance.now() - began < PATIENCE && isAlive()) {
    if (await answers(`${origin}${server.ready}`, server.headers)) {
      return { origin, port, ready: performance.now() - began, isAlive, stop };
    }
    await wait(100);
  }
  const said = await readFile(log, 'utf8').catch(() => '');
  await stop();
  throw new Error(`${server.id} does not start: ${said.slice(-2000)}`);
}

async function answers(url: string, headers: Readonly<Record<string, string>> = {}) {
  try {
    const { ok } = await fetch(url, { headers, signal: AbortSignal.timeout(10_000) });
    return ok;
  } catch {
    return false;
  }
}

async function end(child: ChildProcess, isAlive: () => boolean): Promise<void> {
  signal(child, 'SIGTERM');
  const until = performance.now() + GRACE;
  while (isAlive() && performance.now() < until) await wait(50);
  signal(child, 'SIGKILL');
}

/** To the whole group: servers start others. */
function signal({ pid }: ChildProcess, name: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, name);
  } catch {
    // There is nobody left.
  }
}
