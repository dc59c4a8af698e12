import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const KILN = resolve('scripts/cli/kiln.mjs');
const NODE = resolve('node_modules/node/bin/node');
const TEXT = `openapi: 3.1.0
info: {title: Pets, version: '1'}
paths: {/a: {get: {responses: {'200': {description: ok}}}}}
`;

/** What is around the folder in which Kiln works. */
let around = '';
let folder = '';
beforeEach(() => {
  around = mkdtempSync(join(tmpdir(), 'kiln-'));
  folder = join(around, 'work');
  mkdirSync(join(folder, 'specs/pets'), { recursive: true });
  writeFileSync(join(folder, 'specs/pets/openapi.yaml'), TEXT);
});
afterEach(() => rm(around, { recursive: true, force: true }));

/** Runs it as a process, in the folder. */
async function kiln(...argv: readonly string[]) {
  return await new Promise<{ exitCode: number; text: string }>((done) => {
    execFile(NODE, [KILN, ...argv], { cwd: folder }, (error, out, err) => {
      done({ exitCode: typeof error?.code === 'number' ? error.code : 0, text: out + err });
    });
  });
}

test.for(['generate', 'bundle'])(
  'kiln %s with names that lead elsewhere writes to .kiln/generated/ only',
  { timeout: 60_000 },
  async (command) => {
    writeFileSync(join(around, 'openapi.yaml'), TEXT);
    writeFileSync(join(folder, 'README.md'), 'mine');
    const names = [
      '...yaml',
      '.yaml',
      '..openapi.yaml',
      'CON.yaml',
      'runtime.yaml',
      '<img src=x>.yaml',
    ];
    for (const name of names) writeFileSync(join(folder, name), TEXT);
    const before = readdirSync(folder);
    const files = ['../openapi.yaml', ...names.filter((it) => !/^\.+(openapi\.)?yaml$/.test(it))];
    expect(await kiln(command, ...files)).toMatchObject({ exitCode: 0 });
    for (const name of ['...yaml', '.yaml', '..openapi.yaml']) {
      const { exitCode, text } = await kiln(command, name);
      // All three would be called the same.
      const isTaken = name !== '...yaml';
      expect(exitCode).toBe(isTaken ? 2 : 0);
      expect(text.includes(`${name} are both called `)).toBe(isTaken);
    }
    expect(readdirSync(folder)).toEqual([...before, '.kiln'].toSorted());
    expect(readdirSync(around).toSorted()).toEqual(['openapi.yaml', 'work']);
    for (const name of readdirSync(join(folder, '.kiln/generated'))) {
      expect(name).toMatch(
        /^([\p{L}\p{N}][\p{L}\p{N}.-]*-api|api|openapi|img-src-x|runtime|(?:MANIFEST|package|\w+\.schema)\.json|README\.md|LICENSE)$/u,
      );
    }
  },
);

test('what a link in generated/ leads to is left as it is', async () => {
  mkdirSync(join(around, 'data'));
  mkdirSync(join(folder, '.kiln/generated'), { recursive: true });
  writeFileSync(join(around, 'data/gold.txt'), 'gold');
  symlinkSync('../../../data', join(folder, '.kiln/generated/data'));
  symlinkSync('.', join(folder, '.kiln/generated/here'));
  symlinkSync('..', join(folder, '.kiln/generated/there'));
  expect(await kiln('generate')).toMatchObject({ exitCode: 0 });
  expect(readdirSync(join(around, 'data'))).toEqual(['gold.txt']);
  expect(existsSync(join(folder, 'specs/pets/openapi.yaml'))).toBe(true);
}, 60_000);

test.for(['generate', 'bundle', 'docs'])(
  'kiln %s writes nothing through a link in generated/',
  { timeout: 60_000 },
  async (command) => {
    mkdirSync(join(around, 'data'));
    mkdirSync(join(folder, '.kiln/generated'), { recursive: true });
    const name = command === 'docs' ? 'site' : 'pets';
    symlinkSync('../../../data', join(folder, '.kiln/generated', name));
    const { exitCode, text } = await kiln(command);
    expect(readdirSync(join(around, 'data'))).toEqual([]);
    if (command === 'docs') return;
    expect(text).toContain(`error: .kiln/generated/${name} is a link that leads to `);
    expect(exitCode).toBe(2);
  },
);

test.for([
  ['a b.yaml', 'a:b.yaml', 'a-b'],
  ['Pets.yaml', 'pets.yaml', 'pets'],
])('%s and %s are not written over each other', async ([one = '', other = '', name]) => {
  for (const it of [one, other]) writeFileSync(join(folder, it), TEXT);
  const { exitCode, text } = await kiln('bundle', one, other);
  expect(text).toContain(`error: ${one} and ${other} are both called ${name}`);
  expect(exitCode).toBe(2);
  expect(existsSync(join(folder, '.kiln/generated'))).toBe(false);
});
