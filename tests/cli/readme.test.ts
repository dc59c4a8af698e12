import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { runKiln } from './run-kiln.ts';

const README = readFileSync('README.md', 'utf8');

test('the README and --help know the same commands', async () => {
  const { out } = await runKiln(['--help']);
  const commands = new Set(out.matchAll(/^ {2}(\w+)(?: \[| <)/gm).map(([, name]) => name));
  commands.delete('help');
  const documented = new Set(README.matchAll(/`npx kiln (\w+)/g).map(([, name]) => name));
  expect(documented).toEqual(commands);
});

test('every flag in the README is one of its command', async () => {
  const lines = [...README.matchAll(/`npx kiln (\w+)([^`]*)`/g)];
  for (const [, command = '', rest = ''] of lines) {
    const { out } = await runKiln([command, '--help']);
    for (const [flag] of rest.matchAll(/--[a-z-]+/g)) expect(out).toContain(flag);
  }
  const all = await Promise.all(
    [...new Set(lines.map(([, command = '']) => command))].map((it) => runKiln([it, '--help'])),
  );
  const help = all.map(({ out }) => out).join('');
  const mentioned = [...README.matchAll(/`(--[a-z-]+)/g)].map(([, flag = '']) => flag);
  expect(mentioned.filter((flag) => flag !== '--help' && !help.includes(flag))).toEqual([]);
});

test('the workflow to copy is one, and its command has the flags that it gives', async () => {
  const [, block = ''] = /```yaml\n(# \.github\/workflows\/[^]*?)```/.exec(README) ?? [];
  const { jobs } = parse(block) as {
    readonly jobs: { readonly contract: { readonly steps: readonly { readonly run?: string }[] } };
  };
  const command = jobs.contract.steps.find(({ run }) => run?.startsWith('npx kiln ') === true)?.run;
  const { out } = await runKiln(['test', '--help']);
  const flags = [...(command ?? '').matchAll(/--[a-z-]+/g)].map(([flag]) => flag);
  expect(flags).toContain('--seed');
  expect(flags.filter((flag) => !out.includes(flag))).toEqual([]);
});

test('every file that the README links to is there', () => {
  for (const [, path = ''] of README.matchAll(/\]\(([^)#:]+)\)/g)) {
    expect({ path, isThere: existsSync(path) }).toEqual({ path, isThere: true });
  }
});
