import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** What a process and those that it started took, and what they said. */
export interface Measured {
  /** Undefined where it was ended: it took too long. */
  readonly exitCode: number | undefined;
  readonly seconds: number;
  /** Seconds on the processor, all processes together; what was ended is not in it. */
  readonly processor: number;
  /** The most memory that one of the processes held, in MB. */
  readonly memory: number;
  readonly stdout: string;
  readonly stderr: string;
}

interface ProcessOptions {
  readonly folder: string;
  /** Milliseconds after which it is ended. */
  readonly patience: number;
  readonly variables?: Readonly<Record<string, string>>;
}

const PROBE = resolve(import.meta.dirname, 'stages/usage-probe.ts');
const MOST_TEXT = 64 * 1024 * 1024;

/** Runs a script by this Node, to its end or to the end of patience. */
export async function measureProcess(
  argv: readonly string[],
  { folder, patience, variables = {} }: ProcessOptions,
): Promise<Measured> {
  const own = await mkdtemp(join(tmpdir(), 'kiln-usage-'));
  const usage = join(own, 'usage');
  const began = performance.now();
  const child = spawn(process.execPath, argv, {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    env: { ...process.env, ...variables, NODE_OPTIONS: `--import ${PROBE}`, KILN_USAGE: usage },
  });
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].on('data', (chunk: Buffer) => {
      if (said[name].length < MOST_TEXT) said[name] += chunk.toString();
    });
  }
  let isEnded = false;
  const timer = setTimeout(() => {
    isEnded = true;
    endGroup(child.pid);
  }, patience);
  const exitCode = await new Promise<number | null>((settle) => void child.on('close', settle));
  clearTimeout(timer);
  const seconds = (performance.now() - began) / 1000;
  const used = await readUsage(usage);
  await rm(own, { recursive: true });
  return {
    exitCode: isEnded ? undefined : (exitCode ?? 137),
    seconds,
    processor: used.reduce((sum, it) => sum + it.processor, 0),
    memory: Math.max(0, ...used.map((it) => it.memory)),
    ...said,
  };
}

/** Ends a process that leads a group, and all in it. */
function endGroup(pid: number | undefined, signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch {
    // There is nobody left.
  }
}

interface Usage {
  readonly processor: number;
  readonly memory: number;
}

async function readUsage(file: string): Promise<readonly Usage[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Usage);
}
