import { moduleBeside } from '../base/beside.ts';
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fileUnwritable } from './file-problem.ts';

/** A program that runs beside Kiln. */
export interface StartedProgram {
  /** Resolves with its exit code, when it has ended by itself. */
  readonly ended: Promise<number>;
  /** Ends it with all that it has started, and resolves when it is gone. */
  readonly stop: () => Promise<void>;
}

const GUARD = moduleBeside('./guard-program.ts', import.meta.url);

/**
 * Starts a command of a shell in a group of its own, under a guard: whatever becomes of this process, the
 * program and its children end with it. The log is begun anew. Throws a UserError where it cannot be written.
 */
export function startProgram(command: string, log: string): StartedProgram {
  try {
    mkdirSync(dirname(log), { recursive: true });
    writeFileSync(log, '');
  } catch (cause) {
    throw fileUnwritable(log, cause);
  }
  const guard = spawn(process.execPath, [fileURLToPath(GUARD), command, log], {
    // Ctrl-C is for Kiln, which still has things to ask of the program.
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: { ...process.env, NODE_OPTIONS: '', KILN_NODE_OPTIONS: process.env['NODE_OPTIONS'] ?? '' },
  });
  const gone = new Promise<void>((resolve) => {
    guard.on('exit', () => resolve());
    guard.on('error', () => resolve());
  });
  const ended = new Promise<number>((resolve) => {
    guard.on('message', (code) => resolve(Number(code)));
    guard.on('error', () => resolve(127));
  });
  return {
    ended,
    async stop() {
      if (guard.connected) guard.disconnect();
      await gone;
    },
  };
}
