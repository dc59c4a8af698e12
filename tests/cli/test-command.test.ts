import { readFile, rm } from 'node:fs/promises';
import { afterAll, expect, test, vi } from 'vitest';
import { nodeIo } from '../../scripts/cli/io.ts';
import { serveParcels, type Fault } from '../contract/parcels-server.ts';

// A process that starts Vitest takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const file = 'tests/contract/cases/parcels/openapi.yaml';

afterAll(() => rm('reports/parcels', { recursive: true, force: true }));

/** A process of its own: `kiln test` starts Vitest, which cannot run inside of itself. */
async function kilnTest(fault: Fault | undefined) {
  const { target, close } = await serveParcels(fault);
  const argv = ['test', file, '--target', target, '--seed', '5', '--runs', '5'];
  const { exitCode, stdout } = await nodeIo.node('scripts/cli/kiln.mjs', argv);
  close();
  return { exitCode, stdout: stdout.replaceAll(target, 'TARGET') };
}

test('exits 0 against a server that keeps the contract, and says so in one line', async () => {
  const { exitCode, stdout } = await kilnTest(undefined);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(
    /^parcels: \d+ held, 0 violated, \d+ not applicable; \d+ requests .*seed 5\ncoverage: .*\nreport: reports\/parcels\/report.html\nparcels: the contract holds\n$/,
  );
});

test.for<{ fault: Fault; says: RegExp }>([
  {
    fault: 'drops-property',
    says: /^createParcel {2}conformance .*\n {2}clause {2}.*yaml:107 {2}required/m,
  },
  {
    fault: 'ignores-key',
    says: /^createParcel {2}auth\.missing .*answered 200, not 401\n {2}clause [^]*?\n {2}same .*getParcel/m,
  },
  {
    fault: 'accepts-21',
    says: /^createParcels {2}limits\.items .*\n {2}clause .*yaml:59 {2}maxItems: 20/m,
  },
])('exits 1 when the server $fault, with proof and a curl line', async ({ fault, says }) => {
  const { exitCode, stdout } = await kilnTest(fault);
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(says);
  expect(stdout).toMatch(/ {2}again {3}curl -i -X (GET|POST) 'TARGET/);
  expect(await readFile('reports/parcels/junit.xml', 'utf8')).toContain('<failure type=');
});
