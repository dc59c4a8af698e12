import { expect, test } from 'vitest';
import { mockCommand } from './mock-command.ts';

const PETS = 'tests/mock/cases/pets/openapi.yaml';

const controlIn = (out: string) => /control plane on (\S+):/.exec(out)?.[1] ?? '';
const mockIn = (out: string) => /listening on (\S+) /.exec(out)?.[1] ?? '';

test('the command says where the control plane is, and it closes with the mock', async () => {
  let address = '';
  const { exitCode } = await mockCommand([PETS], async (out) => {
    address = controlIn(out);
    await fetch(`${mockIn(out)}/pets/v1/public`, { method: 'GET' });
    const listed = await fetch(`${address}/requests`);
    expect(await listed.json()).toMatchObject({ requests: [{ operation: 'readPublic' }] });
    const page = await fetch(address);
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(await page.text()).toContain(`<code>${mockIn(out)}/pets/v1</code>`);
    await fetch(`${address}/requests/stream`);
  });
  expect(exitCode).toBe(0);
  await expect(fetch(address)).rejects.toThrow('fetch failed');
});

test('without a control plane there is none', async () => {
  const { out } = await mockCommand([PETS, '--no-control']);
  expect(out).not.toContain('control plane');
});

test('bodies are shown only when the command is told to', async () => {
  for (const [argv, want] of [
    [[], null],
    [['--log-bodies'], '{"open":true}'],
  ] as const) {
    await mockCommand([PETS, ...argv], async (out) => {
      await fetch(`${mockIn(out)}/pets/v1/public`);
      const detail = await fetch(`${controlIn(out)}/requests/1`);
      const { response } = (await detail.json()) as { response: { body: string | null } };
      expect(response.body?.replaceAll(/\s/g, '') ?? null).toBe(want);
    });
  }
});

test('a control port in use is said clearly, and nothing stays open', async () => {
  await mockCommand([PETS], async (out) => {
    const { port } = new URL(controlIn(out));
    const second = await mockCommand([PETS, '--control-port', port]);
    expect([second.exitCode, second.out]).toEqual([2, '']);
    expect(second.err).toContain(`Port ${port} of 127.0.0.1 is in use (port-in-use)`);
    expect(second.err).toContain('choose another with --control-port');
  });
});

test.each([
  [['--control-port', 'x'], 'A port is a whole number from 0 to 65535.'],
  [['--control-host', '203.0.113.1'], 'with --control-host'],
])('refuses %j with a reason', async (argv, reason) => {
  const { exitCode, err } = await mockCommand([PETS, ...argv]);
  expect([exitCode, err]).toEqual([2, expect.stringContaining(reason)]);
});
