import { setTimeout as sleep } from 'node:timers/promises';
import type { Watched } from './watch-process.ts';

/** Milliseconds of work after which a signal comes: most commands are in the middle of theirs. */
const AT_WORK = 2000;
/** Milliseconds in which it must have ended a process. */
const GONE = 1000;
/** On a busy machine, milliseconds that its two threads have worked since. */
const WORKED = 2 * GONE;
const LOOK_AGAIN = 20;
/** As a shell has it: 128 and the number of SIGINT. */
const INTERRUPTED = 130;

/** Ends a command by Ctrl-C in the middle of its work: what came of it in a few words. */
export async function interrupt({ child, ended, work }: Watched): Promise<string> {
  const isAlive = () => child.exitCode === null && child.signalCode === null;
  while (isAlive() && work() < AT_WORK) await Promise.race([sleep(LOOK_AGAIN), ended]);
  if (!isAlive()) return 'done before Ctrl-C';
  const [began, before] = [performance.now(), work()];
  child.kill('SIGINT');
  const { exitCode, work: all } = await ended;
  const [gone, worked] = [performance.now() - began, all - before];
  const isBad = exitCode !== INTERRUPTED || (gone > GONE && worked > WORKED);
  const figures = `gone after ${gone.toFixed(0)} ms (${worked.toFixed(0)} ms of work)`;
  return `${isBad ? 'FAILED ' : ''}Ctrl-C: exit ${exitCode}, ${figures}`;
}
