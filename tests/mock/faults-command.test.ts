import { expect, test } from 'vitest';
import { nodeIo, type Io } from '../../scripts/cli/io.ts';
import { run } from '../../scripts/cli/main.ts';
import { OPERATORS } from '../../scripts/faults/operators.ts';

const PETS = 'tests/mock/cases/pets/openapi.yaml';

/** Runs the command on free ports; while it listens, the callback may use it. */
async function mockCommand(
  argv: readonly string[],
  whileListening: (out: string) => Promise<void> = () => Promise.resolve(),
) {
  let [out, err] = ['', ''];
  const io: Io = {
    ...nodeIo,
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    interrupted: () => whileListening(out),
  };
  return { exitCode: await run(['mock', PETS, '--port', '0', ...argv], io), out, err };
}

test('serves with the faults it was asked for, and says so', async () => {
  const faults = ['--fault', 'teapot@readPublic', '--fault', 'null-etag@readPublic'];
  const { out } = await mockCommand([...faults, '--latency', '1..2'], async (shown) => {
    const answer = await fetch(`${/http:\S+\/pets\/v1/.exec(shown)?.[0]}/public`);
    expect([answer.status, answer.headers.get('etag')]).toEqual([418, '"kiln"']);
    expect(await answer.json()).toEqual({ open: true });
  });
  expect(out).toContain(
    'faulty on purpose: teapot@readPublic, null-etag@readPublic, every answer late by 1 to 2 ms\n',
  );
});

test('lists the faults and stops', async () => {
  const { exitCode, out } = await mockCommand(['--list-faults']);
  expect(exitCode).toBe(0);
  for (const { id } of OPERATORS) expect(out).toContain(`  ${id} `);
});

test.each([
  [['--fault', 'teapod'], 'There is no fault "teapod"', 'Did you mean teapot?'],
  [['--fault', 'teapot@readPublik'], 'There is no operation', 'Did you mean readPublic?'],
  [['--latency', '400..50'], 'A latency is milliseconds', ''],
  [['--latency', 'slow'], 'A latency is milliseconds', ''],
])('refuses %j with a reason', async (options, reason, hint) => {
  const { exitCode, err } = await mockCommand(options);
  expect([exitCode, err]).toEqual([2, expect.stringContaining(reason)]);
  expect(err).toContain(hint);
});
