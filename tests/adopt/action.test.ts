import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { ACTION, runAsRunner } from './run-action.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const SHELF = resolve(ROOT, 'tests/library/shelf.yaml');

/** Runs the step as a runner does, in an empty folder where this Kiln, or another program, is installed. */
function runStep(inputs: Readonly<Record<string, string>>, program?: string) {
  const folder = mkdtempSync(join(tmpdir(), 'kiln-action-'));
  const bin = join(folder, 'node_modules/.bin');
  mkdirSync(bin, { recursive: true });
  const own = `exec "${process.execPath}" "${ROOT}/scripts/cli/kiln.mjs" "$@"`;
  writeFileSync(join(bin, 'kiln'), `#!/usr/bin/env bash\n${program ?? own}\n`);
  chmodSync(join(bin, 'kiln'), 0o755);
  cpSync(SHELF, join(folder, 'openapi.yaml'));
  const [step] = ACTION.runs.steps;
  if (!step) throw new Error('the action has no step');
  return { folder, ...runAsRunner(step, inputs, { cwd: folder, env: process.env }) };
}

const REPORTS = ['--report', 'html', 'junit', 'json', 'sarif', 'markdown', 'github'];
const MORE = ['--seed', '1', '--bail', '3'];
const START = ['--start', 'node server.mjs --port 1', '--wait', '30s'];
const TELL = 'printf "%s\\n" "$@"';

test.for<[what: string, inputs: Readonly<Record<string, string>>, argv: readonly string[]]>([
  ['lint of all', { command: 'lint' }, ['lint', '--format', 'github']],
  [
    'a test of two, with more arguments',
    { description: 'a.yaml b.yaml', target: 'http://127.0.0.1:1', args: '--seed 1 --bail 3' },
    ['test', 'a.yaml', 'b.yaml', '--target', 'http://127.0.0.1:1', ...REPORTS, ...MORE],
  ],
  [
    'a server that is started',
    { description: 'a.yaml', target: 'http://127.0.0.1:1', start: 'node server.mjs --port 1' },
    ['test', 'a.yaml', '--target', 'http://127.0.0.1:1', ...START, ...REPORTS],
  ],
  [
    'what a shell would carry out',
    { command: 'check', description: '$(touch,bad)', args: '`touch,bad` ;touch,bad' },
    ['check', '$(touch,bad)', '`touch,bad`', ';touch,bad'],
  ],
])('the action hands over %s', ([, inputs, argv]) => {
  const { status, text, outputs, folder } = runStep(inputs, TELL);
  expect(text.trimEnd().split('\n')).toEqual(argv);
  expect(status).toBe(0);
  expect(outputs).toBe('exit-code=0\n');
  expect(existsSync(join(folder, 'bad'))).toBe(false);
});

test('the action fails as the command does, and says how', () => {
  const { status, outputs } = runStep({ command: 'lint' }, 'exit 2');
  expect(status).toBe(2);
  expect(outputs).toBe('exit-code=2\n');
});

test('the action annotates the handwritten lines', { timeout: 120_000 }, () => {
  const { status, text } = runStep({
    command: 'lint',
    description: 'openapi.yaml',
    args: '--profile kiln',
  });
  expect(text).toMatch(/^::error file=openapi\.yaml,line=\d+/m);
  expect(status).toBe(1);
});

test('pre-commit and GitLab are told commands that there are', () => {
  const [hook] = parse(readFileSync(join(ROOT, '.pre-commit-hooks.yaml'), 'utf8')) as readonly {
    readonly entry: string;
  }[];
  expect(hook?.entry).toBe('kiln lint --staged');
  const template = parse(readFileSync(join(ROOT, '.ci/templates/gitlab.yml'), 'utf8')) as Readonly<
    Record<string, { readonly script: readonly string[] }>
  >;
  expect(template['.kiln']?.script.join('\n')).toContain('kiln');
});
