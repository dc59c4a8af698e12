#!/usr/bin/env node
// The one JavaScript file. It looks whether this Node is new enough (a clone of Kiln has a Node of its own for
// that) and has the work done in a process of its own: this one has nothing to do but to hear signals, always.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import * as module from 'node:module';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';

const SOURCE = new URL('./main.ts', import.meta.url);
const COMPILED = new URL('../../dist/cli/main.js', import.meta.url);
/** Whether this is the package, and not a clone, whose sources a Node has to run as they stand. */
const IS_PACKAGE = !existsSync(SOURCE) && existsSync(COMPILED);
const NOT_INSTALLED = `error: Kiln's packages are not installed (not-installed)
hint: Run ${IS_PACKAGE ? 'npm install' : "npm ci in Kiln's folder"}.
`;
/** Megabytes of what has just been made that each thread keeps: more is kept in memory, and hardly saves time. */
const YOUNG = 16;
/** How much more than what is in use the heap may become before it is swept, in percent: V8 takes up to 300. */
const GROWTH = 50;
/** Said to the process that does the work. */
const AT_WORK = '--at-work';
/** Milliseconds in which a signal must have been heard: whoever is too busy to hear it is ended. */
const PATIENCE = 600;
/** Milliseconds after which it is looked again whether npm is still there. */
const LOOK = 300;

if (process.argv[2] === AT_WORK) await work(process.argv.slice(3));
else supervise(findNode());

async function work(argv) {
  // Without the other process nobody could end this one.
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel?.unref();
  for (const stream of [process.stdout, process.stderr]) stream.on('error', explainOutput);
  module.enableCompileCache();
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
  try {
    const entry = IS_PACKAGE ? COMPILED : SOURCE;
    const main = await import(entry.href);
    const { nodeIo } = await import(new URL(IS_PACKAGE ? 'io.js' : 'io.ts', entry).href);
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
  // A Node that takes the place of this one may not know its flags.
  const flags = IS_PACKAGE || process.features.typescript ? process.execArgv : [];
  const script = fileURLToPath(import.meta.url);
  const isSaid = process.env.NODE_OPTIONS?.includes('semi-space') === true;
  const young = isSaid ? [] : [`--max-semi-space-size=${YOUNG}`];
  const child = spawn(node, [...young, ...flags, script, AT_WORK, ...process.argv.slice(2)], {
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
  endWithNpm(() => process.emit('SIGTERM', 'SIGTERM'));
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

// npm and npx hand a signal on to their shell only, which ends and tells nobody: whoever stops them means this as well.
function endWithNpm(end) {
  if (process.env.npm_command === undefined) return;
  const before = startersOf();
  // Begun in the background (`kiln mock &`), by a script that has ended since: that was meant.
  if (before[0] === 1) return;
  const timer = setInterval(() => {
    const now = startersOf();
    if (before.every((it, index) => it === now[index])) return;
    clearInterval(timer);
    end();
  }, LOOK);
  timer.unref();
}

/** Who started this process and, where that is a shell and the system tells, who started the shell. */
function startersOf() {
  const { ppid } = process;
  try {
    const [, name, more] = /\((.*)\) \S (\d+)/s.exec(readFileSync(`/proc/${ppid}/stat`, 'utf8'));
    return /^(?:[bd]?a)?sh$/.test(name) ? [ppid, more] : [ppid];
  } catch {
    return [ppid];
  }
}

function findNode() {
  const require = module.createRequire(import.meta.url);
  try {
    const oldest = require('../../package.json').engines.node.replace('>=', '');
    const isNewEnough = !isOlder(process.versions.node, oldest);
    if (isNewEnough && (IS_PACKAGE || process.features.typescript)) return process.execPath;
    if (!IS_PACKAGE) return require.resolve('node/bin/node');
    process.stderr
      .write(`error: Kiln needs Node ${oldest} or newer, and this is Node ${process.versions.node} (node-too-old)
hint: Install a newer Node from https://nodejs.org, or take one that is there: nvm use 24.
`);
    process.exitCode = 2;
    return undefined;
  } catch (error) {
    explainLoading(error);
    return undefined;
  }
}

/** Whether a version such as `22.22.0` is older than another; what follows a hyphen does not count. */
function isOlder(version, other) {
  const [own, wanted] = [version, other].map((it) => it.split('-')[0].split('.').map(Number));
  const at = own.findIndex((part, index) => part !== wanted[index]);
  return at >= 0 && own[at] < wanted[at];
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
