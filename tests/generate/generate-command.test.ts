import { mkdir, mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { nodeIo, type Io } from '../../scripts/cli/io.ts';
import { run } from '../../scripts/cli/main.ts';
import { hashOf } from '../../scripts/generate/manifest.ts';
import { toExtensionsSchema } from '../../scripts/load/extension-shapes.ts';
import { fakeIo, type FakeIo } from './fake-io.ts';
import { PETS_YAML } from './pets.ts';

const PETS = { 'specs/pets/openapi.yaml': PETS_YAML };
const CATS = { 'specs/cats/openapi.yaml': PETS_YAML.replace('Pets API', 'Cats API') };

const MANIFEST = '.kiln/generated/MANIFEST.json';

/** A file as somebody else wrote it, the manifest included. */
function rewrite(io: FakeIo, path: string, to: (text: string) => string): void {
  const before = io.files.get(path) ?? '';
  const after = to(before);
  io.files.set(path, after);
  const manifest = io.files.get(MANIFEST) ?? '';
  io.files.set(MANIFEST, manifest.replace(hashOf(before), hashOf(after)));
}

/** The project after `kiln generate`. */
let complete: ReadonlyMap<string, string>;

beforeAll(async () => {
  const io = fakeIo({ ...PETS, ...CATS, '.kiln/generated/site/index.html': 'site' });
  await run(['generate'], io);
  complete = io.files;
});

function generated(): FakeIo {
  return fakeIo(Object.fromEntries(complete));
}

describe('generate', () => {
  test('says what it wrote, and then that there is nothing to do', async () => {
    const io = fakeIo(PETS);
    expect(await run(['generate'], io)).toBe(0);
    expect(io.printed).toContain('wrote .kiln/generated/pets/: 13 files\n');
    expect(io.printed.at(-1)).toBe(
      "next: import { createPetsClient } from './.kiln/generated/pets/client.js'\n",
    );
    expect(io.printed).toHaveLength(4);
    io.printed.length = 0;
    expect(await run(['generate'], io)).toBe(0);
    expect(io.printed.join('')).toBe('.kiln/generated/ is up to date\n');
  });

  test('writes the schema of the extensions, which a check then holds', async () => {
    const io = generated();
    const path = '.kiln/generated/extensions.schema.json';
    expect(JSON.parse(io.files.get(path) ?? '')).toEqual(toExtensionsSchema());
    expect(io.files.get('.kiln/generated/MANIFEST.json')).toContain('"extensions.schema.json"');
    io.files.set(path, '{}');
    expect(await run(['generate', '--check'], io)).toBe(1);
    expect(io.printed[0]).toBe(`${path}: edited by hand\n`);
  });

  test('clears no folder that holds what it has not made', async () => {
    const config = { 'kiln.config.yaml': 'outputs: {generated: src}\n', 'src/mine.ts': 'mine' };
    const io = fakeIo({ ...PETS, ...config });
    expect(await run(['generate'], io)).toBe(2);
    expect(io.files.get('src/mine.ts')).toBe('mine');
  });

  test('writes the same whenever it runs', async () => {
    const io = fakeIo({ ...CATS, ...PETS, '.kiln/generated/site/index.html': 'site' });
    await run(['generate'], io);
    expect(Object.fromEntries(io.files)).toEqual(Object.fromEntries(complete));
  });

  test('removes what no longer belongs, and leaves the site alone', async () => {
    const io = generated();
    io.files.delete('specs/cats/openapi.yaml');
    expect(await run(['generate'], io)).toBe(0);
    expect(io.printed).toContain('removed .kiln/generated/cats/: 13 files\n');
    const paths = [...io.files.keys()];
    expect(paths.filter((path) => path.startsWith('.kiln/generated/cats/'))).toEqual([]);
    expect(paths).toContain('.kiln/generated/site/index.html');
    expect(io.files.get('.kiln/generated/package.json')).not.toContain('cats');
  });

  test('takes away the folders that it empties, and minds none that is empty', async () => {
    const root = await mkdtemp(join(tmpdir(), 'kiln-generated-'));
    const at = (path: string) => (isAbsolute(path) ? path : join(root, path));
    const disk: Io = {
      ...fakeIo(PETS),
      readText: (path) => (path in PETS ? Promise.resolve(PETS_YAML) : nodeIo.readText(at(path))),
      writeText: (path, text) => nodeIo.writeText(at(path), text),
      remove: (path) => nodeIo.remove(at(path)),
      list: (path) => (path === 'specs' ? Promise.resolve(['pets']) : nodeIo.list(at(path))),
    };
    await disk.writeText('.kiln/generated/MANIFEST.json', '{}');
    await disk.writeText('.kiln/generated/cats/deep/client.js', '');
    await mkdir(at('.kiln/generated/empty'));
    expect(await run(['generate'], disk)).toBe(0);
    expect(await readdir(at('.kiln/generated'))).not.toContain('cats');
    expect(await run(['generate', '--check'], disk)).toBe(0);
    await nodeIo.remove(root);
  });

  test('touches only the API it is given, and keeps the exports of the others', async () => {
    const io = generated();
    io.files.set('.kiln/generated/cats/client.js', 'edited');
    io.files.set('.kiln/generated/pets/client.js', 'edited');
    io.files.set('specs/cats/openapi.yaml', 'not a description');
    expect(await run(['generate', 'pets'], io)).toBe(0);
    expect(io.printed).toEqual(['wrote .kiln/generated/pets/client.js\n']);
    expect(io.files.get('.kiln/generated/package.json')).toBe(
      complete.get('.kiln/generated/package.json'),
    );
  });

  test('writes nothing when a description is unusable', async () => {
    const io = fakeIo({ ...PETS, 'specs/cats/openapi.yaml': 'openapi: 4.0.0' });
    expect(await run(['generate'], io)).toBe(2);
    expect([...io.files.keys()].filter((path) => path.startsWith('.kiln/generated/'))).toEqual([]);
  });

  test('gives an API that would take the place of a folder of the package another name', async () => {
    const io = fakeIo({ 'specs/runtime/openapi.yaml': PETS_YAML });
    expect(await run(['generate'], io)).toBe(0);
    expect(io.files.has('.kiln/generated/runtime/types.d.ts')).toBe(false);
  });

  test.for(['http', 'then'])('calls an operation "%s" otherwise', async (id) => {
    const text = PETS_YAML.replace('operationId: addPet', `operationId: ${id}`);
    const io = fakeIo({ 'specs/pets/openapi.yaml': text });
    expect(await run(['generate'], io)).toBe(0);
    expect(io.files.get('.kiln/generated/pets/client.d.ts')).toContain(`readonly ${id}_: Call<`);
  });

  test('leaves a second name aside, at its line, unless that is refused', async () => {
    const text = PETS_YAML.replace('operationId: addPet', 'operationId: listPets');
    const line = text.split('\n').findLastIndex((it) => it.endsWith('operationId: listPets')) + 1;
    const told = `specs/pets/openapi.yaml:${line}  operationId "listPets" of POST /pets: `;
    const files = { 'specs/pets/openapi.yaml': text };
    const [lenient, strict] = [fakeIo(files), fakeIo(files)];
    expect(await run(['generate'], lenient)).toBe(0);
    expect(lenient.printed.join('')).toContain(`1 thing was left aside:\n  ${told}`);
    expect(await run(['generate', '--strict'], strict)).toBe(2);
    expect(strict.printed.join('')).toContain(told);
    expect([...strict.files.keys()].filter((path) => path.startsWith('.kiln/generated/'))).toEqual(
      [],
    );
  });
});

describe('generate --check', () => {
  test('holds after generate', async () => {
    expect(await run(['generate', '--check'], generated())).toBe(0);
  });

  test.for([
    {
      state: 'missing',
      change: (io: FakeIo) => io.files.delete('.kiln/generated/pets/types.d.ts'),
    },
    {
      state: 'edited by hand',
      change: (io: FakeIo) => io.files.set('.kiln/generated/pets/types.d.ts', 'mine'),
    },
    {
      state: 'left over',
      path: '.kiln/generated/pets/old.js',
      change: (io: FakeIo) => io.files.set('.kiln/generated/pets/old.js', ''),
    },
  ])(
    'names a file that is $state',
    async ({ state, change, path = '.kiln/generated/pets/types.d.ts' }) => {
      const io = generated();
      change(io);
      const before = new Map(io.files);
      expect(await run(['generate', '--check'], io)).toBe(1);
      expect(io.printed).toEqual([
        `${path}: ${state}\n`,
        expect.stringContaining('"kiln generate"'),
      ]);
      expect(io.files).toEqual(before);
    },
  );

  test('says that nothing is generated yet, as in a clone that leaves it out of Git', async () => {
    const schema = complete.get('.kiln/generated/config.schema.json') ?? '';
    const io = fakeIo({ ...PETS, '.kiln/generated/config.schema.json': schema });
    expect(await run(['generate', '--check'], io)).toBe(2);
    const text = io.printed.join('');
    expect(text).toContain('There is nothing generated in .kiln/generated/ to check');
    expect(text).toContain('hint: Run "kiln generate" first. ".kiln/" is left out of Git');
    io.printed.length = 0;
    const argv = ['generate', '--check', '--out', 'clients', '--name', '@acme/clients'];
    expect(await run(argv, io)).toBe(2);
    expect(io.printed.join('')).toContain(
      'hint: Run "kiln generate --out clients --name @acme/clients" first. Commit what it writes',
    );
  });

  test('tells what a changed description makes of it, the bundle included', async () => {
    const io = generated();
    io.files.set('specs/pets/openapi.yaml', PETS_YAML.replace('maxLength: 40', 'maxLength: 41'));
    expect(await run(['generate', '--check', 'pets'], io)).toBe(1);
    expect(io.printed).toEqual([
      '.kiln/generated/pets/openapi.json: description changed\n',
      '.kiln/generated/pets/openapi.yaml: description changed\n',
      '.kiln/generated/pets/types.d.ts: description changed\n',
      '.kiln/generated/MANIFEST.json: stale\n',
      'hint: A description has changed since: run "kiln generate pets" and commit what it writes with that change.\n',
    ]);
  });

  test('tells what another version of a tool makes of it', async () => {
    const io = generated();
    rewrite(io, '.kiln/generated/pets/client.js', (text) => `${text}// of before\n`);
    rewrite(io, '.kiln/generated/runtime/errors.js', (text) => `${text}// of before\n`);
    rewrite(io, MANIFEST, (text) => text.replace(/"kiln": "[^"]+"/, '"kiln": "0.0.1"'));
    expect(await run(['generate', '--check'], io)).toBe(1);
    expect(io.printed).toEqual([
      '.kiln/generated/pets/client.js: generator changed\n',
      '.kiln/generated/runtime/errors.js: generator changed\n',
      '.kiln/generated/MANIFEST.json: stale\n',
      'hint: Another version of Kiln or of its tools made this: run "kiln generate" and commit what it writes apart from changes of yours.\n',
    ]);
  });

  test('tells a package of another name, and what somebody wrote into it', async () => {
    const io = generated();
    io.files.set('.kiln/generated/pets/client.js', 'mine');
    expect(await run(['generate', '--check', '--name', '@acme/pets'], io)).toBe(1);
    expect(io.printed).toContain('.kiln/generated/package.json: package changed\n');
    expect(io.printed).toContain('.kiln/generated/pets/client.js: edited by hand\n');
    const hints = io.printed.filter((it) => it.startsWith('hint: '));
    expect(hints).toEqual([
      expect.stringMatching(
        /^hint: A file was edited by hand, and "kiln generate --name @acme\/pets"/,
      ),
      expect.stringMatching(/^hint: The package has other APIs, another name/),
    ]);
  });

  test('does not trip over a broken manifest', async () => {
    const io = generated();
    io.files.set('.kiln/generated/MANIFEST.json', '{"files": 7');
    expect(await run(['generate', '--check'], io)).toBe(1);
    expect(io.printed[0]).toBe('.kiln/generated/MANIFEST.json: stale\n');
  });
});
