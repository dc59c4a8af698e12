import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { rm, writeFile } from 'node:fs/promises';
import { afterAll, expect, test, vi } from 'vitest';
import { nodeIo } from '../../scripts/cli/io.ts';
import { mockCommand } from '../mock/mock-command.ts';

// A process that starts Vitest takes seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const SHOP = 'tests/cli/cases/shop.yaml';
const SECRETS = 'reports/first-contact.yaml';

afterAll(async () => {
  await rm('reports/shop', { recursive: true, force: true });
  await rm(SECRETS, { force: true });
});

/** A process of its own: `kiln test` starts Vitest, which cannot run inside of itself. */
function kilnTest(...argv: readonly string[]) {
  return nodeIo.node('scripts/cli/kiln.mjs', ['test', SHOP, '--runs', '1', ...argv]);
}

const SEEDS = [
  ['1', []],
  ['77', ['--plan', 'large']],
] as const;

test.each(SEEDS)(
  'a mock with the seed %s and %j is sent its own credentials',
  async (seed, more) => {
    await mockCommand([SHOP, '--seed', seed, ...more], async (out) => {
      const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(out)?.[0] ?? '';
      const { exitCode, stdout, stderr } = await kilnTest('--mock', origin, '--seed', '5');
      expect(exitCode).toBe(0);
      expect(stderr).not.toContain('for want of a credential');
      expect(stdout).toContain('0 violated');
      expect(stdout).toContain('statuses');
      // Every operation has answered with success.
      expect(stdout).not.toMatch(/never seen: .* 204/);
    });
  },
);

test('nothing tried is exit 2, and says why with counts and what to do', async () => {
  const server = createServer((_, response) => void response.writeHead(401).end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const target = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { exitCode, stdout, stderr } = await kilnTest('--target', target, '--seed', '5');
  server.close();
  expect(exitCode).toBe(2);
  expect(stdout).toMatch(
    /^shop: nothing was tried: 2 operations need a credential for oauth, 1 needs a credential for oauth or key, 1 needs .*$/m,
  );
  for (const line of [
    '2 for oauth, 1 for oauth or key, 1 for oauth and key, 1 for login, 1 for oidc, 1 for oauth and login, ',
    '  oauth (OAuth 2.0): write "oauth: TOKEN" or "oauth: {clientId: ID, clientSecret: SECRET}" into a YAML file and pass --credentials FILE, or set KILN_OAUTH.',
    '  login (user name and password (HTTP Basic)): write "login: USER:PASSWORD"',
    '  digest (HTTP authentication (digest)): Kiln cannot make such a credential.',
    '  tls (client certificate (mutual TLS)): Kiln cannot show one.',
    '  Where a "kiln mock" answers, pass --mock URL',
  ]) {
    expect(stderr).toContain(line);
  }
});

test('what is given is tried, and the rest is named', async () => {
  await writeFile(
    SECRETS,
    'login: kiln:kiln\nkey: kiln_key\noauth: { clientId: kiln, clientSecret: kiln }\n',
  );
  await mockCommand([SHOP], async (out) => {
    const target = /http:\S+\/shop\/v1/.exec(out)?.[0] ?? '';
    const argv = ['--target', target, '--credentials', SECRETS, '--seed', '5'];
    const { exitCode, stdout, stderr } = await kilnTest(...argv);
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining('0 violated') as string]);
    // Who knows nothing of digest and certificates lets strangers in there, and they are tried.
    expect(stderr).toContain(': 1 for oidc\n');
    expect(stderr).not.toMatch(/ for (oauth|login|key)/);
  });
});

test('another machine is sent nothing that was not given, and what it needs is named', async () => {
  const { exitCode, stderr } = await kilnTest('--target', 'http://shop.invalid/v1');
  expect(exitCode).toBe(2);
  expect(stderr).toContain('shop.invalid is not this machine, and no credentials are given');
  expect(stderr).toContain('oauth (OAuth 2.0): write "oauth: TOKEN"');
});
