#!/usr/bin/env node
// The one JavaScript file: it finds a Node that runs TypeScript as it stands, whatever the system has, and
// has it do the work in a process of its own: this one has nothing to do but to hear signals, always.
import { spawn } from 'node:child_process';
import * as module from 'node:module';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

const NOT_INSTALLED = `error: Kiln's packages are not installed (not-installed)
hint: Run npm ci in Kiln's folder.
`;
/** Said to the process that does the work. */
const AT_WORK = '--at-work';
/** Milliseconds in which a signal must have been heard: whoever is too busy to hear it is ended. */
const PATIENCE = 600;

if (process.argv[2] === AT_WORK) await work(process.argv.slice(3));
else supervise(process.features.typescript ? process.execPath : findPinnedNode());

async function work(argv) {
  // Without the other process nobody could end this one.
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel?.unref();
  for (const stream of [process.stdout, process.stderr]) stream.on('error', explainOutput);
  module.enableCompileCache();
  try {
    const main = await import(new URL('./main.ts', import.meta.url).href);
    const { nodeIo } = await import(new URL('./io.ts', import.meta.url).href);
    process.exitCode = await main.run(argv, nodeIo);
  } catch (error) {
    explainLoading(error);
  }
  // What still runs by then has nothing more to say, or cannot be reached: a check that never ends.
  await Promise.all([process.stdout, process.stderr].map(flush));
  process.exit();
}

function flush(stream) {
  return new Promise((resolve) => void stream.write('', resolve));
}

function supervise(node) {
  if (node === undefined) return;
  const flags = process.features.typescript ? process.execArgv : [];
  const script = fileURLToPath(import.meta.url);
  const child = spawn(node, [...flags, script, AT_WORK, ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    // A group of its own is told of each signal once, by this process, and ends as a whole.
    detached: process.platform !== 'win32',
  });
  const tell = (signal) => {
    try {
      process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
    } catch {
      // There is nobody left.
    }
  };
  let told;
  let timer;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      told = signal;
      timer ??= setTimeout(() => tell('SIGKILL'), PATIENCE);
      tell(signal);
    });
  }
  if (process.platform !== 'win32') {
    process.on('SIGTSTP', () => {
      tell('SIGSTOP');
      process.kill(process.pid, 'SIGSTOP');
    });
    process.on('SIGCONT', () => tell('SIGCONT'));
  }
  child.on('message', () => {
    clearTimeout(timer);
    timer = undefined;
  });
  child.on('error', (error) => {
    process.stderr.write(`error: ${node} cannot be started: ${error.message} (no-node)\n`);
    process.exitCode = 2;
  });
  child.on('exit', (code, signal) => {
    clearTimeout(timer);
    process.exitCode = code ?? 128 + constants.signals[told ?? signal];
    // Programs that it ran do not outlive it.
    if (code === null) tell('SIGKILL');
  });
}

function findPinnedNode() {
  try {
    return module.createRequire(import.meta.url).resolve('node/bin/node');
  } catch (error) {
    explainLoading(error);
    return undefined;
  }
}

// Who reads only the beginning, as `head` does, wants no more: the work is done all the same.
function explainOutput(error) {
  if (error.code === 'EPIPE') return;
  process.stderr.write(`error: Cannot write the output: ${error.message} (output-not-writable)\n`);
  process.exit(2);
}

// A package that is missing is for the user to install; a file of ours that is missing is a bug, and keeps its stack.
function explainLoading(error) {
  const missingPackage =
    error.code === 'MODULE_NOT_FOUND' ||
    (error.code === 'ERR_MODULE_NOT_FOUND' && error.message.startsWith('Cannot find package'));
  process.stderr.write(
    missingPackage ? NOT_INSTALLED : `bug in kiln, please report it:\n${error.stack}\n`,
  );
  process.exitCode = missingPackage ? 2 : 3;
}
