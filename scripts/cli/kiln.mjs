#!/usr/bin/env node
// The one JavaScript file: it finds a Node that runs TypeScript as it stands, whatever the system has.
import { spawn } from 'node:child_process';
import * as module from 'node:module';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

if (process.features.typescript) {
  module.enableCompileCache();
  const { run } = await import(new URL('./main.ts', import.meta.url).href);
  const { nodeIo } = await import(new URL('./io.ts', import.meta.url).href);
  process.exitCode = await run(process.argv.slice(2), nodeIo);
} else {
  const pinned = module.createRequire(import.meta.url).resolve('node/bin/node');
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
