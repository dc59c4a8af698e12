import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** How a process ended. */
interface Ended {
  readonly exitCode: number | null;
  readonly out: string;
  readonly err: string;
  readonly milliseconds: number;
  /** The most that it and all it started held in memory, in MiB; 0 where the system does not tell. */
  readonly peak: number;
}

export interface Watched {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** What it and all it started are called by the system, at any time until now. */
  readonly family: () => readonly number[];
  readonly output: () => { readonly out: string; readonly err: string };
  /** Resolves once its output holds a text, or it has ended. */
  readonly says: (text: string) => Promise<void>;
}

const LOOK_AGAIN = 50;
const KILN = new URL('../../scripts/cli/kiln.mjs', import.meta.url).pathname;

/** Runs `kiln` as a user does; ends it, and all it started, after so many milliseconds. */
export function watchKiln(argv: readonly string[], cwd: string, deadline: number): Watched {
  const began = performance.now();
  const child = spawn(process.execPath, [KILN, ...argv], { cwd });
  const texts = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (texts.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (texts.err += text));
  const family = new Set<number>();
  let peak = 0;
  const look = () => {
    const alive = child.pid === undefined ? [] : familyOf(child.pid);
    for (const pid of alive) family.add(pid);
    peak = Math.max(
      peak,
      alive.reduce((sum, pid) => sum + residentOf(pid), 0),
    );
  };
  const looking = setInterval(look, LOOK_AGAIN);
  const timer = setTimeout(() => {
    look();
    for (const pid of family) end(pid);
  }, deadline);
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (exitCode) => {
      clearInterval(looking);
      clearTimeout(timer);
      const milliseconds = performance.now() - began;
      resolve({ exitCode, ...texts, milliseconds, peak: peak / 1024 });
    });
  });
  const says = (text: string) =>
    new Promise<void>((resolve) => {
      const check = () => {
        if (texts.out.includes(text)) resolve();
      };
      child.stdout.on('data', check);
      child.on('close', () => resolve());
      check();
    });
  return { child, ended, says, output: () => texts, family: () => [...family] };
}

/** Whether a process is still there, and not only its name. */
export function isAlive(pid: number): boolean {
  const state = statusOf(pid)?.match(/^State:\s+(\w)/m)?.[1];
  return state !== undefined && state !== 'Z';
}

function familyOf(pid: number): number[] {
  const children = textOf(`/proc/${pid}/task/${pid}/children`)?.trim() ?? '';
  const own = children === '' ? [] : children.split(' ').map(Number);
  return [pid, ...own.flatMap(familyOf)];
}

/** KiB that a process holds. */
function residentOf(pid: number): number {
  return Number(statusOf(pid)?.match(/^VmRSS:\s+(\d+)/m)?.[1] ?? 0);
}

function statusOf(pid: number): string | undefined {
  return textOf(`/proc/${pid}/status`);
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
