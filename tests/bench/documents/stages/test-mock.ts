import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { startServer } from './start-server.ts';

// `test-mock.ts FILE ARGUMENT…`: `kiln test FILE ARGUMENT… --mock` on a mock of its own.
const [, , file = '', ...flags] = process.argv;
const KILN = resolve(import.meta.dirname, '../../../../scripts/cli/kiln.mjs');
const server = await startServer(file, undefined);
const argv = [KILN, 'test', file, '--mock', server.origin, ...flags];
const tester = spawn(process.execPath, argv, { stdio: 'inherit' });
tester.on('exit', (code) => {
  process.exitCode = code ?? 137;
  void server.stop();
});
