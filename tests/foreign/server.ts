import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** Where toolchains put what they download and build; nothing of it is committed. */
export const CACHE = fileURLToPath(new URL('../../node_modules/.cache/foreign/', import.meta.url));
export const SERVERS = fileURLToPath(new URL('servers/', import.meta.url));

/** Milliseconds in which a server must answer. */
const PATIENCE = 60_000;

/** A program of other people's making, as it is started once it is installed. */
export interface ForeignProgram {
  readonly name: string;
  readonly file: string;
  readonly argv: readonly string[];
  /** There once the program is installed. */
  readonly built: string;
}

export const PYTHON: ForeignProgram = {
  name: 'Python',
  file: `${CACHE}python/bin/python`,
  argv: [`${SERVERS}python/judge.py`],
  built: `${CACHE}python/installed`,
};
export const GO: ForeignProgram = {
  name: 'Go',
  file: `${CACHE}go/judge`,
  argv: [],
  built: `${CACHE}go/installed`,
};
export const JAVA: ForeignProgram = {
  name: 'Java',
  file: 'java',
  argv: ['-Xmx256m', '-XX:TieredStopAtLevel=1', '-jar', `${CACHE}java/spring-judge-1.jar`],
  built: `${CACHE}java/installed`,
};

export function isInstalled({ built }: ForeignProgram): boolean {
  return existsSync(built);
}

export interface RunningServer {
  readonly address: string;
  readonly stop: () => Promise<void>;
}

/** Starts a program's server on a free port of this machine, and waits until it takes connections. */
export async function startServer(program: ForeignProgram): Promise<RunningServer> {
  const port = await findPort();
  const child = spawn(program.file, [...program.argv, 'serve', String(port)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  endWithUs(child);
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  const address = `http://127.0.0.1:${port}`;
  const stop = () => end(child);
  const deadline = Date.now() + PATIENCE;
  while (!(await answers(address))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      await stop();
      throw new Error(`${program.name} does not serve: ${complaint.trim()}`);
    }
    await pause(50);
  }
  return { address, stop };
}

/** Runs a program's client to its end: it sends a request for each line that it is given. */
export async function runClient(
  program: ForeignProgram,
  address: string,
  lines: string,
): Promise<void> {
  const child = spawn(program.file, [...program.argv, 'send', address], {
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  endWithUs(child);
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  const timer = setTimeout(() => void end(child), PATIENCE);
  child.stdin.end(lines);
  await once(child, 'close');
  clearTimeout(timer);
  if (child.exitCode !== 0) throw new Error(`${program.name} does not send: ${complaint.trim()}`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, 'exit');
  child.kill('SIGKILL');
  await closed;
}

/** No program outlives this process, however that ends. */
function endWithUs(child: ChildProcess): void {
  const kill = () => void child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => void process.removeListener('exit', kill));
}

async function answers(address: string): Promise<boolean> {
  try {
    await fetch(address, { signal: AbortSignal.timeout(2000) });
    return true;
  } catch {
    return false;
  }
}

async function findPort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // An address of a listening TCP server is never a path.
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
