import type { Executed } from './processes.ts';

/** Runs the installed Kiln, whatever exit code it has. */
export type Kiln = (...argv: string[]) => Promise<Executed>;

let last = performance.now();

/** Tells what was done, how it ended, and how long that took since the line before. */
export function said(what: string, how: string): void {
  const now = performance.now();
  process.stdout.write(`${what}: ${how} (${((now - last) / 1000).toFixed(1)} s)\n`);
  last = now;
}
