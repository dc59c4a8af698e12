#!/usr/bin/env node
// The one JavaScript file: it finds a Node that runs TypeScript as it stands, whatever the system has.
import { spawn } from 'node:child_process';
import * as module from 'node:module';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

const NOT_INSTALLED = `error: Kiln's packages are not installed (not-installed)
hint: Run npm ci in Kiln's folder.
`;

if (process.features.typescript) await runHere();
else runOnPinnedNode();

async function runHere() {
  module.enableCompileCache();
  try {
    const main = await import(new URL('./main.ts', import.meta.url).href);
    const { nodeIo } = await import(new URL('./io.ts', import.meta.url).href);
    process.exitCode = await main.run(process.argv.slice(2), nodeIo);
  } catch (error) {
    explainLoading(error);
  }
}

function runOnPinnedNode() {
  const pinned = findPinnedNode();
  if (pinned === undefined) return;
  const script = fileURLToPath(import.meta.url);
  const child = spawn(pinned, [script, ...process.argv.slice(2)], { stdio: 'inherit' });
  // A terminal tells the child of Ctrl-C itself: told twice, it would end at once and in the middle.
  for (const signal of process.stdin.isTTY ? ['SIGTERM'] : ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => child.kill(signal));
  }
  if (process.stdin.isTTY) process.on('SIGINT', () => undefined);
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + constants.signals[signal];
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
