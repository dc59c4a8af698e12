import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { loadDescription } from '../../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../../scripts/cli/io.ts';
import { generateClient } from '../../../scripts/library/generate-client.ts';
import { startMock } from '../../../scripts/library/start-mock.ts';
import { callEveryMethod, missedCalls, type ClientModules } from './call-every-method.ts';

/**
 * `node tests/packages/calls/documents.ts FILE…`: makes a client of each document, and calls every method once on a
 * mock of it. It exits 1 where one does not reach its operation.
 */
const ROOT = resolve(import.meta.dirname, '../../..');
let isMissed = false;
for (const file of process.argv.slice(2)) {
  const folder = mkdtempSync(join(tmpdir(), 'kiln-clients-'));
  try {
    const began = performance.now();
    for (const { path, text } of await generateClient(file)) {
      await nodeIo.writeText(join(folder, path), text);
    }
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    const made = performance.now() - began;
    const api = await loadDescription(nodeIo, file);
    await using mock = await startMock(file, { auth: 'any', limits: false });
    const modules = {
      client: (await import(join(folder, api.name, 'client.js'))) as ClientModules['client'],
      calls: (await import(join(folder, api.name, 'calls.js'))) as ClientModules['calls'],
    };
    const calls = await callEveryMethod(api, modules, mock);
    const missed = missedCalls(calls);
    isMissed ||= missed.length > 0;
    const reached = `${calls.length - missed.length} of ${calls.length} calls reached theirs`;
    const told = `${api.operations.length} operations, made in ${(made / 1000).toFixed(1)} s, ${reached}`;
    process.stdout.write(
      [`${file}: ${told}`, ...missed.slice(0, 20), ''].join('\n  ').trimEnd() + '\n',
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
process.exitCode = isMissed ? 1 : 0;
