import { cpSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { openListener } from '../../scripts/cli/contract/webhook-listener.ts';
import { nodeIo } from '../../scripts/cli/io.ts';
import { serveDepot } from '../contract/depot-server.ts';

// A process that starts Vitest takes seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

/** The depot under a name of its own: other files test it at the same time. */
const CASE = join(mkdtempSync(join(tmpdir(), 'kiln-')), 'storehouse');
const FILE = join(CASE, 'openapi.yaml');

cpSync('tests/contract/cases/depot', CASE, { recursive: true });
afterAll(async () => {
  await rm('reports/storehouse', { recursive: true, force: true });
  await rm(dirname(CASE), { recursive: true, force: true });
});

/** A port that nobody listens on. */
async function freePort(): Promise<string> {
  const { origin, close } = await openListener([], 0);
  await close();
  return new URL(origin).port;
}

test.each([
  [undefined, 0],
  ['asks-in-vain', 1],
] as const)('a run listens for webhooks and refuses some: %s ends with %i', async (fault, code) => {
  const port = await freePort();
  const { target, close, hookTo } = await serveDepot(fault);
  hookTo?.(`http://127.0.0.1:${port}/noteAdded`);
  const which = ['--target', target, '--webhook-port', port, '--grep', 'createNote webhook'];
  const { exitCode, stdout } = await nodeIo.node('scripts/cli/kiln.mjs', ['test', FILE, ...which]);
  close();
  expect(stdout).toMatch(fault ? /createNote {2}webhook\.veto {2}a write/ : /3 held, 0 violated/);
  expect(exitCode).toBe(code);
});
