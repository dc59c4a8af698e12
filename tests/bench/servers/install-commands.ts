import { join } from 'node:path';
import type { CommandLine, Place } from './listed-server.ts';

/** What is never imported need not be compiled. */
const INSTALL = ['install', '--quiet', '--no-compile'];

/** A virtual environment of its own in the server's folder. */
export function pip(...packages: readonly string[]): (folder: string) => readonly CommandLine[] {
  return (folder) => [
    ['python3', '-m', 'venv', '--without-pip', join(folder, '.venv')],
    ['python3', '-m', 'pip', '--python', pythonProgram(folder, 'python'), ...INSTALL, ...packages],
  ];
}

/** A program of the environment that `pip` makes. */
export function pythonProgram(folder: string, name: string): string {
  return join(folder, '.venv/bin', name);
}

/** What the folder's package.json names. */
export function npm(...scripts: readonly string[]): () => readonly CommandLine[] {
  return () => [
    ['npm', 'install', '--no-audit', '--no-fund', '--silent'],
    ...scripts.map((it): CommandLine => ['npm', 'run', '--silent', it]),
  ];
}

/** Builds the folder's Go module as `server`. */
export function goBuild(...before: readonly CommandLine[]): () => readonly CommandLine[] {
  return () => [...before, ['go', 'build', '-o', 'server', '.']];
}

export function maven(): () => readonly CommandLine[] {
  return () => [['mvn', '--quiet', '--batch-mode', 'package']];
}

export function cargo(): () => readonly CommandLine[] {
  return () => [['cargo', 'build', '--release', '--quiet']];
}

/** An ASGI application in the folder's `app.py`. */
export function uvicorn({ installed, port }: Place, application = 'app:app'): CommandLine {
  const where = ['--host', '127.0.0.1', '--port', String(port)];
  const program = pythonProgram(installed, 'uvicorn');
  return [program, application, ...where, '--log-level', 'warning', '--app-dir', installed];
}

/** A WSGI application in the folder's `app.py`, in one process. */
export function gunicorn({ installed, port }: Place): CommandLine {
  const program = pythonProgram(installed, 'gunicorn');
  const where = ['-b', `127.0.0.1:${port}`, '--threads', '4', '--chdir', installed];
  return [program, 'app:app', ...where, '--log-level', 'warning'];
}

/** A program that gets no more than so many kilobytes of memory. */
export function within(kilobytes: number, command: CommandLine): CommandLine {
  return ['sh', '-c', `ulimit -v ${kilobytes} && exec "$@"`, 'sh', ...command];
}
