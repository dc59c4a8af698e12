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

/**
 * Lets this process and those it starts finish what they are at before one that has just been woken gets
 * the processor (the policy SCHED_BATCH), where the system has a way to. On a core that is shared, a
 * server would else be interrupted by its client at most answers, and pay for it with cold caches.
 */
export function takeTurns(): boolean {
  try {
    execFileSync('chrt', ['--all-tasks', '--batch', '--pid', '0', String(process.pid)], {
      stdio: 'ignore',
    });
    return true;
  } catch {
    return false;
  }
}
