// A process of its own that has a program run, and sees to it that it ends: it is told by the end of the channel.
import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';

const [command = '', log = ''] = process.argv.slice(2);
const file = openSync(log, 'a');
/** Milliseconds that the program has to end by itself. */
const PATIENCE = 3000;
/** Milliseconds that what it has started has, once it has ended. */
const AFTERWARDS = 200;
const isWindows = process.platform === 'win32';

const { KILN_NODE_OPTIONS: options = '', NODE_OPTIONS: _own, ...env } = process.env;
const child = spawn(command, {
  shell: true,
  stdio: ['ignore', file, file],
  env: { ...env, ...(options !== '' && { NODE_OPTIONS: options }) },
});
let isEnding = false;

// The signal is for all in this group but the guard.
process.on('SIGTERM', () => undefined);
process.on('disconnect', end);
child.on('error', () => leave(127));
child.on('exit', (code, signal) => {
  if (isEnding) {
    setTimeout(endAll, AFTERWARDS);
    return;
  }
  // What ends well may have left a server behind that it was to start.
  if (code === 0) return void process.send?.(0);
  leave(code ?? (signal ? 128 : 1));
});

function leave(code: number): void {
  process.send?.(code, () => endAll());
}

function end(): void {
  if (isEnding) return;
  isEnding = true;
  if (isWindows || child.exitCode !== null) return endAll();
  process.kill(-process.pid, 'SIGTERM');
  setTimeout(endAll, PATIENCE);
}

function endAll(): void {
  if (!isWindows) process.kill(-process.pid, 'SIGKILL');
  if (child.pid === undefined) return process.exit();
  const killer = spawn('taskkill', ['/pid', String(child.pid), '/t', '/f']);
  killer.on('exit', () => process.exit());
  killer.on('error', () => process.exit());
}
