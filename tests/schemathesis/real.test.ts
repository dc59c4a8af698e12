import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { afterAll, expect, test, vi } from 'vitest';
import { serveParcels } from '../contract/parcels-server.ts';
import { runKiln } from '../cli/run-kiln.ts';
import { PARCELS } from './parcels.ts';

vi.setConfig({ testTimeout: 180_000 });

const isRequired = Boolean(process.env['CI']) || existsSync('.venv-schemathesis/kiln-requirements');

afterAll(async () => {
  for (const api of ['kennels', 'parcels']) {
    await rm(`reports/${api}`, { recursive: true, force: true });
  }
});

test.runIf(isRequired)('finds nothing unexplained on our mock', async () => {
  const argv = ['schemathesis', 'tests/mock/cases/kennels/openapi.yaml', '--budget', '8s'];
  const { exitCode, out } = await runKiln(argv);
  expect(out).toMatch(
    /^kennels: Schemathesis [\d.]+: nothing unexplained.*; [\d,]+ exchanges, 14 of 14 operations in [\d.]+ s, seed 1\nreport: reports\/kennels\/schemathesis\.md\n$/,
  );
  expect(exitCode).toBe(0);
});

test.runIf(isRequired)(
  'finds what a server does wrong, and shows it with its exchange',
  async () => {
    const { target, close } = await serveParcels('drops-property');
    const argv = ['schemathesis', PARCELS, '--target', target, '--budget', '6s'];
    const { exitCode, out } = await runKiln(argv);
    close();
    expect(exitCode).toBe(1);
    expect(out).toMatch(/^POST \/parcels {2}response_schema_conformance \(ST\d+\): /m);
    expect(await readFile('reports/parcels/schemathesis.md', 'utf8')).toContain('## Unexplained');
    expect(out).not.toContain('parcels_test_key');
  },
);
