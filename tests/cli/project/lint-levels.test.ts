import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execFileSync, spawnSync } from 'node:child_process';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { OTHERS_RULES } from '../../../scripts/lint/others-rules.ts';
import { redoclyPath } from '../../../scripts/cli/redocly.ts';
import { SHOP } from './fake-project.ts';

// Each test starts Kiln, which starts Redocly.
vi.setConfig({ testTimeout: 120_000 });

const KILN = join(import.meta.dirname, '../../../scripts/cli/kiln.mjs');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kiln-'));
  // A parameter that no operation refers to, and operations without a summary.
  writeFileSync(
    join(folder, 'shop.yaml'),
    `${SHOP}  parameters: {Idle: {name: idle, in: query, schema: {type: string, nullable: true}}}\n`,
  );
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The rules that speak, with how they speak, and how lint ends. */
function lintWith(rules: Readonly<Record<string, string>>, redocly?: string) {
  const lines = Object.entries(rules).map(([id, level]) => `    ${id}: ${level}\n`);
  const config = `apis: {shop: {description: shop.yaml}}\nlint:\n  profile: recommended\n  rules:\n${lines.join('') || '    no-nullable: error\n'}`;
  writeFileSync(join(folder, 'kiln.config.yaml'), config);
  if (redocly !== undefined) writeFileSync(join(folder, 'redocly.yaml'), redocly);
  const { status, stdout, stderr } = spawnSync(process.execPath, [KILN, 'lint', 'shop'], {
    cwd: folder,
    encoding: 'utf8',
  });
  const said = stdout.matchAll(/^ +\d+:\d+ +(error|warn\w*) +.* {2}([\w.-]+)$/gm);
  const told = [...new Set([...said].map(([, level = '', id]) => `${id} ${level.slice(0, 4)}`))];
  return { status, told, stderr };
}

test('the project says how each rule speaks, whoever it is of: off, warn or error', () => {
  const before = lintWith({});
  expect([before.told, before.status]).toEqual([['no-nullable erro'], 1]);
  const softer = lintWith({ 'no-nullable': 'warn' });
  expect([softer.told, softer.status]).toEqual([['no-nullable warn'], 0]);
  // Where Kiln's own rule is silent, Redocly has something to say of the same line.
  const off = lintWith({ 'no-nullable': 'off', struct: 'off' });
  expect([off.told, off.status]).toEqual([[], 0]);
  // One of Kiln's that the profile leaves out, and two of Redocly's that are off in its configuration.
  const more = lintWith({
    'no-nullable': 'off',
    struct: 'off',
    'operation-summary': 'error',
    'no-unused-components': 'warn',
    'operation-id-verb': 'warn',
  });
  expect(more.told.toSorted()).toEqual(['no-unused-components warn', 'operation-summary erro']);
  expect(more.status).toBe(1);
  // What was written for Redocly is gone.
  expect(readdirSync(folder).toSorted()).toEqual(
    expect.arrayContaining(['kiln.config.yaml', 'shop.yaml']),
  );
});

test("rules are turned on beside a project's own configuration of Redocly, which keeps its values", () => {
  const own = 'extends: []\nrules:\n  info-contact: warn\n  operation-summary: off\n';
  const { told } = lintWith({ 'no-nullable': 'off', 'operation-summary': 'error' }, own);
  expect(told.toSorted()).toEqual(['info-contact warn', 'operation-summary erro']);
});

test('a rule that needs values, or that there is not, is refused with what to do', () => {
  const values = lintWith({ 'request-mime-type': 'error' });
  expect([values.status, values.stderr]).toEqual([2, expect.stringContaining('redocly.yaml')]);
  const mistyped = lintWith({ 'operation-sumary': 'error' });
  expect([mistyped.status, mistyped.stderr]).toEqual([
    2,
    expect.stringContaining('Did you mean operation-summary?'),
  ]);
});

test("Redocly knows every rule that is said to be others', and says nothing without values of two", () => {
  const ids = OTHERS_RULES.filter(
    (id) => !['swagger-parser', 'request-mime-type', 'response-mime-type'].includes(id),
  );
  const rules = Object.fromEntries(ids.map((id) => [id, 'warn']));
  writeFileSync(join(folder, 'all.yaml'), JSON.stringify({ rules }));
  const argv = [redoclyPath('bin/cli.js'), 'lint', 'shop.yaml', '--config', 'all.yaml'];
  const text = execFileSync(process.execPath, [...argv, '--format', 'json'], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, REDOCLY_TELEMETRY: 'off' },
  });
  const { problems } = JSON.parse(text) as { readonly problems: readonly { ruleId: string }[] };
  expect(problems.map(({ ruleId }) => ruleId)).toContain('operation-summary');
  expect(problems.map(({ ruleId }) => ruleId)).not.toContain('configuration struct');
});
