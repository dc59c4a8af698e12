import { execFile } from 'node:child_process';
import { appendFileSync, mkdirSync } from 'node:fs';
import { access, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import type { Screen } from '../report/terminal/screen.ts';
import { printable } from '../base/printable.ts';
import { readTextChunks } from './read-text-chunks.ts';
import { fileUnreadable, fileUnwritable } from './file-problem.ts';
import { openThread, type Thread } from './open-thread.ts';
import { realPath } from './real-path.ts';
import { startProgram, type StartedProgram } from './start-program.ts';
import { fetchText, type FetchedText, type FetchOptions } from './fetch-text.ts';
import type { FileListener, FileWatch } from './watch-files.ts';

export interface Execution {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export type Interruption = 'SIGINT' | 'SIGTERM';

interface ExecuteOptions {
  /** Added to its environment. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Milliseconds after which it is ended. */
  readonly timeout?: number;
}

/** Everything the commands may touch of the world; tests hand in a fake. */
export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether progress may be drawn over itself on stderr. */
  readonly isTerminal: boolean;
  /** Characters of a line of stderr, where that is a terminal. */
  readonly progressColumns?: number | undefined;
  /** What stdout is drawn on, where somebody reads it as it comes; left out for a file or a pipe. */
  readonly screen?: Screen | undefined;
  readonly isCi: boolean;
  /** Threads that this machine can run at once. */
  readonly cores: number;
  readonly now: () => number;
  /** A variable of the environment that the user's own file names. */
  readonly variable: (name: string) => string | undefined;
  readonly readText: (path: string) => Promise<string>;
  /** Reads a file piece by piece, for those that may be too long for a string. */
  readonly readChunks: (path: string) => AsyncIterable<string>;
  /** Writes the whole file or nothing: to a neighbour first, which then takes the file's place. */
  readonly writeText: (path: string, text: string) => Promise<void>;
  readonly remove: (path: string) => Promise<void>;
  /** Gives a file or a folder another name, at once. */
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly exists: (path: string) => Promise<boolean>;
  /** The absolute path of a file, links followed as far as there are any. */
  readonly realPath: (path: string) => Promise<string>;
  /** The text at an http or https address, and the address that had it in the end. */
  readonly fetchText: (address: string, options?: FetchOptions) => Promise<FetchedText>;
  /** The folder that descriptions may read from, where the user names one. */
  readonly root?: string | undefined;
  /** Names in a folder; none where there is no folder. */
  readonly list: (folder: string) => Promise<readonly string[]>;
  /** Runs a JavaScript file with this Node. Secrets go by variables: every user may see an argv. */
  readonly node: (
    script: string,
    argv: readonly string[],
    variables?: Readonly<Record<string, string>>,
  ) => Promise<Execution>;
  /** Begins to run a module in a thread of its own. */
  readonly openThread: (module: URL) => Thread;
  /** Adds to a file, at once: what a run has found must outlive it. The folder is made. */
  readonly appendText: (path: string, text: string) => void;
  /**
   * Calls back when the user asks to stop, once: whoever asks again ends the process. What it returns
   * takes it back.
   */
  readonly onInterrupt: (stop: (signal: Interruption) => void) => () => void;
  /** Runs another program; without one of that name, the exit code is that of a shell, 127. */
  readonly execute: (
    program: string,
    argv: readonly string[],
    options?: ExecuteOptions,
  ) => Promise<Execution>;
  /** Starts a command of a shell, which ends with this process; what it prints goes to a file. */
  readonly start: (command: string, log: string) => StartedProgram;
  /** Watches files, from the first time that it is told which. */
  readonly watchFiles: (listener: FileListener) => Promise<FileWatch>;
  readonly isWindows: boolean;
  /** Resolves when the user asks to stop (Ctrl-C, or a termination signal). */
  readonly interrupted: () => Promise<void>;
}

/** Characters of a line of a terminal that does not tell. */
const USUAL_COLUMNS = 80;

export const nodeIo: Io = {
  out: (text) => void process.stdout.write(harmless(text)),
  err: (text) => void process.stderr.write(harmless(text)),
  isTerminal: process.stderr.isTTY,
  // Asked anew each time: windows change their width.
  get progressColumns() {
    return process.stderr.isTTY ? process.stderr.columns || USUAL_COLUMNS : undefined;
  },
  get screen() {
    const { stdout } = process;
    if (!stdout.isTTY) return undefined;
    return { columns: stdout.columns || USUAL_COLUMNS, hasColour: stdout.hasColors() };
  },
  isCi: Boolean(process.env['CI']),
  cores: availableParallelism(),
  now: () => Date.now(),
  variable: (name) => process.env[name],
  async readText(path) {
    try {
      return await readFile(path, 'utf8');
    } catch (cause) {
      throw await fileUnreadable(path, cause);
    }
  },
  async *readChunks(path) {
    try {
      yield* readTextChunks(path);
    } catch (cause) {
      if (!isSystemError(cause)) throw cause;
      throw await fileUnreadable(path, cause);
    }
  },
  async writeText(path, text) {
    const partial = `${path}.${process.pid}.partial`;
    try {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(partial, text);
      await rename(partial, path);
    } catch (cause) {
      // Where nothing can be written there is nothing to remove either.
      await rm(partial, { force: true }).catch(() => undefined);
      throw fileUnwritable(path, cause);
    }
  },
  async remove(path) {
    await rm(path, { recursive: true, force: true }).catch((cause: unknown) => {
      throw fileUnwritable(path, cause, 'remove');
    });
  },
  rename: (from, to) =>
    rename(from, to).catch((cause: unknown) => {
      throw fileUnwritable(to, cause, `rename ${from} to`);
    }),
  exists: (path) =>
    access(path).then(
      () => true,
      () => false,
    ),
  realPath,
  fetchText,
  list: (folder) => readdir(folder).catch(() => []),
  node: (script, argv, variables) =>
    new Promise((resolve) => {
      const env = { ...process.env, ...QUIET_TOOLS, ...variables };
      const options = { env, maxBuffer: 256 * 1024 * 1024 };
      execFile(process.execPath, [script, ...argv], options, (error, stdout, stderr) => {
        const exitCode = error ? (typeof error.code === 'number' ? error.code : 1) : 0;
        resolve({ exitCode, stdout, stderr });
      });
    }),
  openThread,
  appendText(path, text) {
    try {
      mkdirSync(dirname(path), { recursive: true });
      appendFileSync(path, text);
    } catch (cause) {
      throw fileUnwritable(path, cause);
    }
  },
  onInterrupt(stop) {
    const withdraw = () => {
      process.off('SIGINT', tell);
      process.off('SIGTERM', tell);
    };
    const tell = (signal: NodeJS.Signals) => {
      withdraw();
      // The process that passes signals on ends whoever does not hear them.
      process.send?.('heard');
      stop(signal === 'SIGTERM' ? signal : 'SIGINT');
    };
    process.on('SIGINT', tell);
    process.on('SIGTERM', tell);
    return withdraw;
  },
  execute: (program, argv, { variables, timeout = 0 } = {}) =>
    new Promise((resolve) => {
      const env = { ...process.env, ...QUIET_TOOLS, ...variables };
      const options = { env, timeout, maxBuffer: 256 * 1024 * 1024 };
      execFile(program, [...argv], options, (error, stdout, stderr) => {
        const failed = error?.code === 'ENOENT' ? 127 : 1;
        const exitCode = error ? (typeof error.code === 'number' ? error.code : failed) : 0;
        resolve({ exitCode, stdout, stderr });
      });
    }),
  start: startProgram,
  watchFiles: async (listener) => (await import('./watch-files.ts')).watchFiles(listener),
  isWindows: process.platform === 'win32',
  interrupted: () => new Promise((resolve) => void nodeIo.onInterrupt(() => resolve())),
};

/** Names in a description may hold what steers a terminal: only our own styles and progress do. */
function harmless(text: string): string {
  const parts = text.split(OWN);
  return parts.map((part, index) => (index % 2 === 1 ? part : printable(part))).join('');
}

const OWN = new RegExp(String.raw`(\u001B\[\d{1,2}m|\r\u001B\[2K)`);

/** Whether the system refused, and not somebody who reads what it gave. */
function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

/** The tools we run call home unless told not to, and colour what we parse. */
const QUIET_TOOLS = {
  REDOCLY_TELEMETRY: 'off',
  REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
  NO_COLOR: '1',
};
