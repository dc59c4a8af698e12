import { mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { UserError } from '../../scripts/base/user-error.ts';
import { runKiln } from '../cli/run-kiln.ts';
import { loadText } from '../mock/pets.ts';
import { checksOf, lintOf, mockOf } from './abuse.ts';
import { ODD } from './odd.ts';
import { UNUSABLE } from './unusable.ts';

// Most take a moment: what is bounded here is that nothing takes for ever.
vi.setConfig({ testTimeout: 120_000 });

const FOLDER = mkdtempSync(join(tmpdir(), 'kiln-'));
const FILE = join(FOLDER, 'hostile.yaml');
const server = createServer((_, response) => void response.end());
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const target = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
afterAll(async () => {
  server.close();
  await rm(FOLDER, { recursive: true, force: true });
});

describe.for(UNUSABLE)('$what', ({ text }) => {
  test.for([['lint'], ['bundle'], ['mock', '--port', '0'], ['test', '--target', target]])(
    'is one error with its line: kiln %s',
    async ([command = '', ...options]) => {
      writeFileSync(FILE, text);
      const { exitCode, out, err } = await runKiln([command, FILE, ...options]);
      expect([exitCode, out]).toEqual([2, '']);
      expect(err.split('\n')[0]).toMatch(/^error: \S+hostile\.yaml:\d+: .+ \([a-z0-9.-]+\)$/);
      expect(err).toMatch(/^hint: .+/m);
    },
  );
});

describe.for(ODD)('$what', ({ text }) => {
  test('is linted to its end', async () => {
    const findings = await lintOf(await loadText(text));
    expect(findings.every(({ location }) => location.line >= 1)).toBe(true);
  });

  test('is mocked, or refused with its line', async () => {
    const api = await loadText(text);
    const mocked = await mockOf(api).catch((error: unknown) => error);
    const refusal = mocked instanceof UserError ? mocked.message : 'pets/openapi.yaml:1: none';
    expect(refusal).toMatch(/^pets\/openapi\.yaml:\d+: /);
    expect(Array.isArray(mocked) || mocked instanceof UserError).toBe(true);
  });

  test.for([
    { kind: 'short', body: '{"a":[1]}' },
    { kind: 'nested 100,000 deep', body: '['.repeat(100_000) + ']'.repeat(100_000) },
    { kind: 'a long text', body: JSON.stringify(`${'a'.repeat(60_000)}!`) },
  ])('is tested to its end where answers are $kind', async ({ body }) => {
    const results = await checksOf(await loadText(text), body);
    const unchecked = results.filter(({ outcome }) => outcome === 'unchecked');
    expect(unchecked.map(({ property, reason }) => `${property} ${reason}`)).toEqual([]);
  });
});
