import { execFileSync } from 'node:child_process';
import { availableParallelism, cpus } from 'node:os';

/** The machine and how much of it was there at the start; a process that is pinned later is told of one core only. */
export const MACHINE = `${availableParallelism()} of ${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${process.platform}`;

/** Keeps this process and those it starts on the last core, where the system has a way to. */
export function pin(): boolean {
  try {
    const core = String(availableParallelism() - 1);
    execFileSync('taskset', ['-pc', core, String(process.pid)], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
