import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** How a process ended. */
interface Ended {
  readonly exitCode: number | null;
  readonly out: string;
  readonly err: string;
  readonly milliseconds: number;
  /** Milliseconds that it and all it started had the processor; 0 where the system does not tell. */
  readonly work: number;
  /** The most that it and all it started held in memory, in MiB; 0 where the system does not tell. */
  readonly peak: number;
}

export interface Watched {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** What it and all it started are called by the system, at any time until now. */
  readonly family: () => readonly number[];
  /** Milliseconds that it and all it started have had the processor so far. */
  readonly work: () => number;
  readonly output: () => { readonly out: string; readonly err: string };
  /** Resolves once its output holds a text, or it has ended. */
  readonly says: (text: string) => Promise<void>;
}

const LOOK_AGAIN = 50;
/** How many times as long as it works a process may take on a machine that has other work as well. */
const SLOWEST = 10;
/** Milliseconds of a tick, by which Linux counts a process's time. */
const TICK = 10;
const KILN = new URL('../../scripts/cli/kiln.mjs', import.meta.url).pathname;

/** Runs `kiln` as a user does; ends it, and all it started, when they have worked for so many milliseconds. */
export function watchKiln(argv: readonly string[], cwd: string, deadline: number): Watched {
  const began = performance.now();
  const child = spawn(process.execPath, [KILN, ...argv], { cwd });
  const texts = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (texts.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (texts.err += text));
  const family = new Set<number>();
  const times = new Map<number, number>();
  const work = () => times.values().reduce((sum, time) => sum + time, 0);
  let peak = 0;
  const look = () => {
    const alive = child.pid === undefined ? [] : familyOf(child.pid);
    for (const pid of alive) {
      family.add(pid);
      times.set(pid, Math.max(times.get(pid) ?? 0, timeOf(pid)));
    }
    peak = Math.max(
      peak,
      alive.reduce((sum, pid) => sum + residentOf(pid), 0),
    );
    const isOver = work() > deadline || performance.now() - began > deadline * SLOWEST;
    if (isOver) for (const pid of family) end(pid);
  };
  const looking = setInterval(look, LOOK_AGAIN);
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (exitCode) => {
      clearInterval(looking);
      const milliseconds = performance.now() - began;
      resolve({ exitCode, ...texts, milliseconds, work: work(), peak: peak / 1024 });
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
  const workSoFar = () => {
    look();
    return work();
  };
  return { child, ended, says, work: workSoFar, output: () => texts, family: () => [...family] };
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

/** Milliseconds that a process has had the processor, in its own code and in the system's. */
function timeOf(pid: number): number {
  const text = textOf(`/proc/${pid}/stat`) ?? '';
  // Its name stands first, in parentheses, and may hold anything.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * TICK;
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
