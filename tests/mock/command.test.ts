import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mockCommand } from './mock-command.ts';

const PETS = 'tests/mock/cases/pets/openapi.yaml';

test('says where it listens, whom it lets in and what to try', async () => {
  const { exitCode, out } = await mockCommand([PETS, '--seed', '7']);
  expect(exitCode).toBe(0);
  expect(out).toMatch(/http:\/\/127\.0\.0\.1:\d+\/pets\/v1 +for https:\/\/api\.pets\.example\/v1/);
  expect(out).toMatch(/free +Authorization: Bearer pets_free +\(free\)/);
  expect(out).toMatch(/short .*expires 2026-01-01T00:01:00Z/);
  expect(out).toContain("  curl -i 'http://127.0.0.1:");
  expect(out).toContain('with seed 7; Ctrl-C stops');
});

test('serves until it is interrupted', async () => {
  let url = '';
  await mockCommand([PETS, '--no-limits', '--plan', 'pro'], async (out) => {
    url = `${/http:\S+\/pets\/v1/.exec(out)?.[0]}/public`;
    const response = await fetch(url);
    expect([response.status, response.headers.get('x-ratelimit-limit')]).toEqual([200, '50']);
  });
  await expect(fetch(url)).rejects.toThrow('fetch failed');
});

test('says so where other machines can reach it', async () => {
  const open = await mockCommand([PETS, '--host', '0.0.0.0', '--control-host', '::']);
  const lines = open.out.split('\n').filter((line) => line.includes('(and every other address)'));
  expect(lines.map((line) => line.split(' on ')[0])).toEqual(['control plane', 'listening']);
  const { out } = await mockCommand([PETS]);
  expect(out).not.toContain('every other address');
});

test.each([
  [['--port', 'http'], 'A port is a whole number from 0 to 65535.'],
  [['--port', '65536'], 'A port is a whole number from 0 to 65535.'],
  [['--port', '-1'], 'A port is a whole number from 0 to 65535.'],
  [['--seed', 'x'], 'A seed is a whole number.'],
  [['--plan', 'gold'], 'There is no plan "gold"'],
  [['--host', '203.0.113.1'], 'Cannot listen on 203.0.113.1, port 0'],
])('refuses %j with a reason', async (options, reason) => {
  const { exitCode, err } = await mockCommand([PETS, ...options]);
  expect(exitCode).toBe(2);
  expect(err).toContain(reason);
});

test('says that a port is in use, and what to do', async () => {
  await mockCommand([PETS], async (out) => {
    const port = /127\.0\.0\.1:(\d+)/.exec(out)?.[1] ?? '';
    const second = await mockCommand([PETS, '--port', port]);
    expect(second.exitCode).toBe(2);
    expect(second.err).toContain(`Port ${port} of 127.0.0.1 is in use (port-in-use)`);
    expect(second.err).toContain('hint: ');
  });
});

test('says in a line each where servers are that mean the same, and where variables lead', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kiln-servers-'));
  const file = join(folder, 'many.yaml');
  await writeFile(
    file,
    `openapi: 3.1.0
info: {title: Many, version: '1'}
servers:
  - url: https://a.example/{stage}
    variables: {stage: {default: v1, enum: [v1, v2, v3, v4, v5, v6, v7]}}
  - url: https://a.example/v1/
  - url: https://b.example/t/{tenant}
    variables: {tenant: {default: acme}}
paths: {}
`,
  );
  const { out } = await mockCommand([file, '--no-control']);
  expect(
    out
      .split('\n')
      .slice(1, 4)
      .map((line) => line.replaceAll(/:\d+/g, '')),
  ).toEqual([
    '  http://127.0.0.1/many/v1      for https://a.example/v1, https://a.example/v1/',
    '  http://127.0.0.1/many/t/acme  for https://b.example/t/acme',
    '  also /many/v2, /many/v3, /many/v4, /many/v5 and 3 more',
  ]);
  await rm(folder, { recursive: true });
});
