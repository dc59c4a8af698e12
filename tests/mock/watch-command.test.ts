import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

// Real processes take seconds to start on a busy machine, and Redocly bundles in one of its own.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const FOLDER = mkdtempSync(join(tmpdir(), 'kiln-watch-'));
afterAll(() => rm(FOLDER, { recursive: true, force: true }));

interface Watching {
  readonly child: ChildProcess;
  readonly origin: string;
  readonly control: string;
  /** Everything printed since the last time, once it holds a text. */
  readonly said: (text: string) => Promise<string>;
}

async function watch(file: string, ...argv: readonly string[]): Promise<Watching> {
  const child = spawn(
    process.execPath,
    ['scripts/cli/kiln.mjs', 'mock', file, '--port', '0', '--watch', ...argv],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let printed = '';
  let read = 0;
  child.stdout.on('data', (text: Buffer) => (printed += text.toString()));
  child.stderr.on('data', (text: Buffer) => (printed += text.toString()));
  const said = async (text: string): Promise<string> => {
    await vi.waitFor(() => expect(printed.slice(read)).toContain(text), {
      timeout: 30_000,
      interval: 20,
    });
    const since = printed.slice(read);
    read = printed.length;
    return since;
  };
  const start = await said('Ctrl-C stops');
  const [, control = ''] = /control plane on (\S+):/.exec(start) ?? [];
  const [, origin = ''] = /listening on (\S+) /.exec(start) ?? [];
  return { child, origin, control, said };
}

/** A description of one path, which answers with a word. */
function describing(word: string, more = ''): string {
  return `openapi: 3.1.0
info: {title: Words, version: '1'}
servers: [{url: /}]
paths:
  /word:
    get:
      responses: {'200': {description: Ok., content: {application/json: {schema: {type: string}, example: ${word}}}}}
${more}`;
}

const SECURED = `    post:
      security: [{key: []}]
      responses: {'204': {description: Ok.}}
components: {securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}}
`;

/** Ways in which editors save. */
const SAVES: Readonly<Record<string, (path: string, text: string) => Promise<void>>> = {
  'writes over it': (path, text) => writeFile(path, text),
  async 'writes another file and renames it'(path, text) {
    await writeFile(`${path}.tmp`, text);
    await rename(`${path}.tmp`, path);
  },
  async 'moves the old one away first'(path, text) {
    await rename(path, `${path}~`);
    await writeFile(path, text);
  },
  async 'empties it and then writes'(path, text) {
    await writeFile(path, '');
    await new Promise((resolve) => void setTimeout(resolve, 150));
    await writeFile(path, text);
  },
  async 'writes in pieces'(path, text) {
    await writeFile(path, text.slice(0, 40));
    await writeFile(path, text.slice(0, 90));
    await writeFile(path, text);
  },
};

describe('one file', () => {
  const file = join(FOLDER, 'words.yaml');
  let mock: Watching;
  beforeAll(async () => {
    await writeFile(file, describing('first'));
    mock = await watch(file);
  });
  afterAll(() => mock.child.kill());

  const word = async () => {
    const response = await fetch(`${mock.origin}/words/word`);
    return response.json();
  };

  test.each(Object.keys(SAVES))('is served anew when an editor %s', async (how) => {
    await SAVES[how]?.(file, describing(`'by ${how}'`));
    const said = await mock.said('reloaded');
    expect(said.trim().split('\n')).toEqual([
      `reloaded after ${file} changed: words has 1 operation; state and counters are kept`,
    ]);
    expect(await word()).toBe(`by ${how}`);
  });

  test('that is bad is told with its line, and the one of before is served', async () => {
    await writeFile(file, describing('good'));
    await mock.said('reloaded');
    await writeFile(file, `${describing('bad')}\n  - not: yaml`);
    const said = await mock.said('not reloaded');
    expect(said).toContain(`${file}:`);
    expect(await word()).toBe('good');
    await writeFile(file, describing('mended'));
    await mock.said('reloaded');
    expect(await word()).toBe('mended');
  });

  test('that is removed changes nothing until it is back', async () => {
    await rm(file);
    expect(await mock.said('not reloaded')).toContain('Cannot read');
    expect(await word()).toBe('mended');
    await writeFile(file, describing('back'));
    await mock.said('reloaded');
    expect(await word()).toBe('back');
  });

  test('takes with it what is put beside it later', async () => {
    await writeFile(file, describing('kept', SECURED));
    await mock.said('reloaded');
    const send = () =>
      fetch(`${mock.origin}/words/word`, { method: 'POST', headers: { 'x-key': 'own-secret' } });
    expect((await send()).status).toBe(401);
    const fixtures = 'credentials: [{id: own, scheme: key, value: own-secret}]\n';
    await writeFile(join(FOLDER, 'mock.yaml'), fixtures);
    expect(await mock.said('reloaded')).toContain('mock.yaml changed: words has 2 operations');
    expect((await send()).status).toBe(204);
    const ready = await fetch(`${mock.control}/ready`);
    expect(await ready.json()).toMatchObject({ apis: [{ operations: 2, credentials: ['own'] }] });
  });
});

/** A path of an answer. */
const part = (word: string) =>
  `get: {responses: {'200': {description: Ok., content: {application/json: {example: ${word}}}}}}\n`;
/** A description of paths that stand in files. */
const root = (...names: readonly string[]) => `openapi: 3.1.0
info: {title: Many, version: '1'}
servers: [{url: /}]
paths:
${names.map((name) => `  /${name}: {$ref: './${name}.yaml'}`).join('\n')}
`;

describe('many files', () => {
  const folder = join(FOLDER, 'many');
  let mock: Watching;
  beforeAll(async () => {
    await mkdir(folder);
    await writeFile(join(folder, 'a.yaml'), part('one'));
    await writeFile(join(folder, 'openapi.yaml'), root('a'));
    mock = await watch(join(folder, 'openapi.yaml'));
  });
  afterAll(() => mock.child.kill());

  test('are followed, also those that come later, and a change of several is one', async () => {
    await writeFile(join(folder, 'a.yaml'), part('two'));
    expect(await mock.said('reloaded')).toContain('a.yaml changed: many has 1 operation;');
    await writeFile(join(folder, 'openapi.yaml'), root('a', 'b'));
    expect(await mock.said('reloaded')).toContain('1 left aside, first at ');
    await writeFile(join(folder, 'b.yaml'), part('three'));
    expect(await mock.said('reloaded')).toContain('b.yaml changed: many has 2 operations');
    await Promise.all(
      ['a', 'b'].map((name) => writeFile(join(folder, `${name}.yaml`), part('four'))),
    );
    const said = await mock.said('reloaded');
    expect(said.trim().split('\n')).toEqual([expect.stringContaining('and 1 more changed')]);
    const response = await fetch(`${mock.origin}/many/b`);
    expect(await response.json()).toBe('four');
  });
});
