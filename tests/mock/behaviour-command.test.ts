import { expect, test } from 'vitest';
import { toBehaviour, toInterval, toProgress } from '../../scripts/cli/mock-behaviour.ts';
import { nodeIo } from '../../scripts/cli/io.ts';
import { run } from '../../scripts/cli/main.ts';

async function refusalOf(...argv: string[]) {
  let err = '';
  const io = { ...nodeIo, out: () => {}, err: (text: string) => void (err += text) };
  const pets = 'tests/mock/cases/pets/openapi.yaml';
  const exitCode = await run(['mock', pets, '--port', '0', '--no-control', ...argv], io);
  return { exitCode, err };
}

test.each([
  [['--progress', 'soon'], 'It takes a time such as 2s, 3polls, at-once or by-hand.'],
  [['--fail-every', '0'], 'It takes a whole number from 1.'],
  [['--webhook', 'nowhere'], '"nowhere" is no address that a webhook can go to'],
  [['--webhook', 'https://hooks.example'], 'hooks.example is not this machine'],
  [['--webhook', 'petAdded=http://127.0.0.1:1'], 'There is no webhook "petAdded"'],
])('refuses %j with a reason', async (argv, reason) => {
  const { exitCode, err } = await refusalOf(...argv);
  expect(exitCode).toBe(2);
  expect(err).toContain(reason);
});

test('reads what is given, and leaves the rest to mock.yaml', () => {
  expect(toBehaviour({ webhook: [] })).toEqual({
    isStrict: false,
    isLenient: true,
    remembers: true,
    webhooks: [],
    isAnywhere: false,
  });
  expect(
    toBehaviour({
      progress: toProgress('3polls'),
      failEvery: toInterval('2'),
      strictState: true,
      memory: false,
      webhook: ['https://hooks.example/x'],
      webhookAnywhere: true,
    }),
  ).toEqual({
    progress: { kind: 'polls', polls: 3 },
    failEvery: 2,
    isStrict: true,
    remembers: false,
    webhooks: [{ name: undefined, url: 'https://hooks.example/x' }],
    isLenient: true,
    isAnywhere: true,
  });
});
