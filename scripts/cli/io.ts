import { execFile } from 'node:child_process';
import { access, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UserError } from '../core/user-error.ts';

export interface Execution {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Everything the commands may touch of the world; tests hand in a fake. */
export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether progress may be drawn over itself on stderr. */
  readonly isTerminal: boolean;
  readonly isCi: boolean;
  readonly now: () => number;
  /** A variable of the environment that the user's own file names. */
  readonly variable: (name: string) => string | undefined;
  readonly readText: (path: string) => Promise<string>;
  /** Writes the whole file or nothing: to a neighbour first, which then takes the file's place. */
  readonly writeText: (path: string, text: string) => Promise<void>;
  readonly remove: (path: string) => Promise<void>;
  readonly exists: (path: string) => Promise<boolean>;
  /** Names in a folder; none where there is no folder. */
  readonly list: (folder: string) => Promise<readonly string[]>;
  /** Runs a JavaScript file with this Node. */
  readonly node: (script: string, argv: readonly string[]) => Promise<Execution>;
  /** Resolves when the user asks to stop (Ctrl-C, or a termination signal). */
  readonly interrupted: () => Promise<void>;
}

export const nodeIo: Io = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  isTerminal: process.stderr.isTTY,
  isCi: Boolean(process.env['CI']),
  now: () => Date.now(),
  variable: (name) => process.env[name],
  async readText(path) {
    try {
      return await readFile(path, 'utf8');
    } catch (cause) {
      const hint = 'Run from the project root, or pass the path of a file.';
      throw new UserError('file-not-found', `Cannot read ${path}`, { hint, cause });
    }
  },
  async writeText(path, text) {
    const partial = `${path}.${process.pid}.partial`;
    try {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(partial, text);
      await rename(partial, path);
    } catch (cause) {
      await rm(partial, { force: true });
      const hint = 'The folder must be writable, and the disk not full.';
      throw new UserError('file-not-writable', `Cannot write ${path}`, { hint, cause });
    }
  },
  remove: (path) => rm(path, { recursive: true, force: true }),
  exists: (path) =>
    access(path).then(
      () => true,
      () => false,
    ),
  list: (folder) => readdir(folder).catch(() => []),
  node: (script, argv) =>
    new Promise((resolve) => {
      const options = { env: { ...process.env, ...QUIET_TOOLS }, maxBuffer: 256 * 1024 * 1024 };
      execFile(process.execPath, [script, ...argv], options, (error, stdout, stderr) => {
        const exitCode = error ? (typeof error.code === 'number' ? error.code : 1) : 0;
        resolve({ exitCode, stdout, stderr });
      });
    }),
  interrupted: () =>
    new Promise((resolve) => {
      process.once('SIGINT', resolve);
      process.once('SIGTERM', resolve);
    }),
};

/** The tools we run call home unless told not to, and colour what we parse. */
const QUIET_TOOLS = {
  REDOCLY_TELEMETRY: 'off',
  REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
  NO_COLOR: '1',
};
