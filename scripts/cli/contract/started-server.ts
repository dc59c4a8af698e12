import { setTimeout as sleep } from 'node:timers/promises';
import { UserError } from '../../base/user-error.ts';
import type { FinishCode } from '../command.ts';
import type { Interruption, Io } from '../io.ts';
import type { StartedProgram } from '../start-program.ts';
import { answers } from './probe.ts';
import { tellingLines } from './telling-lines.ts';

/** What starts a server, and where it has to answer. */
export interface ServerStart {
  readonly command: string;
  /** Addresses, each of which has to answer. */
  readonly targets: readonly string[];
  /** Milliseconds that it may take. */
  readonly wait: number;
  /** File that takes what it prints. */
  readonly log: string;
}

/** Milliseconds after which it is asked again, and in which it must have answered. */
const AGAIN = 100;
const ONCE = 2000;

/**
 * Starts a server, waits until it answers, does something, and ends it with its children, whatever comes of that.
 * Throws a UserError where something else answers there already, and where the server ends or does not answer in time.
 */
export async function withServer(
  io: Io,
  start: ServerStart | undefined,
  use: () => Promise<FinishCode>,
): Promise<FinishCode> {
  if (!start) return await use();
  const { command, targets, log } = start;
  const [taken] = await whichAnswer(targets);
  if (taken !== undefined) {
    throw new UserError(
      'target-taken',
      `Something answers at ${taken} before "${command}" is started`,
      {
        hint: 'Stop it, or test it as it is: without --start, or without "start" in the configuration.',
      },
    );
  }
  io.err(`starting ${command}\n`);
  const program = io.start(command, log);
  let interruption: Interruption | undefined;
  const withdraw = io.onInterrupt((signal) => void (interruption = signal));
  try {
    await untilAnswered(io, start, program, () => interruption !== undefined);
    withdraw();
    if (interruption) return interruption === 'SIGINT' ? 130 : 143;
    const exitCode = await use();
    if (exitCode !== 0) io.err(`what the server printed: ${log}\n`);
    return exitCode;
  } finally {
    withdraw();
    await program.stop();
  }
}

async function untilAnswered(
  io: Io,
  { command, targets, wait, log }: ServerStart,
  { ended }: StartedProgram,
  isInterrupted: () => boolean,
): Promise<void> {
  const latest = io.now() + wait;
  let code: number | undefined;
  void ended.then((it) => (code = it));
  for (;;) {
    const answering = await whichAnswer(targets);
    if (isInterrupted() || answering.length === targets.length) return;
    const silent = targets.find((it) => !answering.includes(it));
    if (code !== undefined && code !== 0) {
      throw new UserError(
        'start-ended',
        `"${command}" ended with exit code ${code} before ${silent} answered`,
        {
          hint: await lastLines(io, log),
        },
      );
    }
    if (io.now() > latest) {
      throw new UserError(
        'start-silent',
        `Nothing answers at ${silent} ${wait / 1000} seconds after "${command}" was started`,
        {
          hint: `Correct --target, or give it longer with --wait. ${await lastLines(io, log)}`,
        },
      );
    }
    await sleep(AGAIN);
  }
}

async function whichAnswer(targets: readonly string[]): Promise<string[]> {
  const seen = await Promise.all(targets.map((target) => answers(target, ONCE)));
  return targets.filter((_, index) => seen[index]);
}

async function lastLines(io: Io, log: string): Promise<string> {
  const lines = tellingLines(await io.readText(log)).join('\n');
  return lines === '' ? `It printed nothing to ${log}.` : `${log} says:\n${lines}`;
}
