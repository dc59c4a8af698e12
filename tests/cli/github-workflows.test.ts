import { readdirSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { arrayOf, objectOf, stringOf } from '../../scripts/base/json.ts';
import { runKiln } from './run-kiln.ts';

const root = resolve(import.meta.dirname, '../..');
const folder = resolve(root, '.github/workflows');
const ci = readFileSync(resolve(root, '.ci/run'), 'utf8');

/** The commands of all steps of a workflow. */
function commandsOf(file: string): string[] {
  const workflow = objectOf(parse(readFileSync(resolve(folder, file), 'utf8')));
  return Object.values(objectOf(workflow['jobs']))
    .flatMap((job) => arrayOf(objectOf(job)['steps']))
    .flatMap((step) => stringOf(objectOf(step)['run']) ?? []);
}

describe.each(readdirSync(folder))('the workflow %s', (file) => {
  const commands = commandsOf(file);
  const ours = commands.flatMap((it) => /^npm run --silent kiln -- (.*)$/.exec(it)?.[1] ?? []);

  test('runs what continuous integration runs', () => {
    expect(commands.length).toBeGreaterThan(0);
    for (const command of commands.filter((it) => !it.includes(' kiln -- '))) {
      expect(command === '.ci/run' || ci.includes(command) ? '' : command).toBe('');
    }
  });

  test('uses options that there are', async () => {
    for (const command of ours) {
      const [name = '', ...rest] = command.split(' ');
      const { out, exitCode } = await runKiln([name, '--help']);
      expect(exitCode).toBe(0);
      for (const flag of rest.filter((it) => it.startsWith('--'))) expect(out).toContain(flag);
    }
  });
});

test('continuous integration can be started', () => {
  expect(statSync(resolve(root, '.ci/run')).mode & 0o111).not.toBe(0);
});
