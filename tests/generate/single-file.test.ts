import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../scripts/cli/main.ts';
import { joinModules } from '../../scripts/generate/join-modules.ts';
import { hashOf } from '../../scripts/generate/manifest.ts';
import { renderSingleFile } from '../../scripts/generate/single-file.ts';
import { loadApi } from '../../scripts/load/load-api.ts';
import { fakeIo, type FakeIo } from './fake-io.ts';
import { packageSources } from './package-sources.ts';
import { loadPets, PETS_YAML } from './pets.ts';
import { problemsOf } from './type-problems.ts';

const PLAIN = { hasBigints: false, hasDates: false };
const ROOT = resolve(import.meta.dirname, '../..');

describe('a client in one file', () => {
  test('sends what the client of the package sends, and reads the answer', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kiln-single-'));
    const { runtime, floors } = packageSources();
    writeFileSync(
      join(folder, 'pets.ts'),
      renderSingleFile(await loadPets(), runtime, floors, PLAIN),
    );
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    const { createPetsClient } = (await import(join(folder, 'pets.ts'))) as {
      readonly createPetsClient: (options: object) => Record<string, (input: object) => unknown>;
    };
    const sent: string[] = [];
    const fetch = (request: Request) => {
      sent.push(`${request.method} ${request.url} ${request.headers.get('authorization')}`);
      return Promise.resolve(Response.json([{ name: 'Rex' }]));
    };
    const client = createPetsClient({ auth: { token: 'k' }, fetch });
    expect(await client['listPets']?.({})).toMatchObject({ status: 200, body: [{ name: 'Rex' }] });
    expect(sent).toEqual([expect.stringMatching(/^GET https:.*\/pets .*k$/)]);
    rmSync(folder, { recursive: true });
  });

  test('has the types of the client', { timeout: 120_000 }, async () => {
    const { runtime, floors } = packageSources();
    const place = join(ROOT, 'generated/written-by-a-test');
    const use = `import { createPetsClient, type Pet, type paths, type Result } from './pets.js';
const client = createPetsClient();
export const added: Result<paths['/pets']['post']> = await client.addPet({ body: { name: 'Rex' } });
export const another: Pet = { name: 'Rex' };
// @ts-expect-error: it has to have a name
export const nameless: Pet = {};
// @ts-expect-error: it has to have a name
await client.addPet({ body: {} });
`;
    const files = new Map([
      [`${place}/pets.ts`, renderSingleFile(await loadPets(), runtime, floors, PLAIN)],
      [`${place}/use.ts`, use],
    ]);
    expect(problemsOf(files, place)).toEqual([]);
  });

  test(
    'names its models as the client does, whatever else they mean',
    { timeout: 120_000 },
    async () => {
      const { runtime, floors } = packageSources();
      const api = await loadApi('stays.yaml', {
        readText: () => Promise.resolve(STAYS),
        exists: () => Promise.resolve(false),
        bundle: () => Promise.reject(new Error('it is one file')),
      });
      const place = join(ROOT, 'generated/written-by-a-test');
      const use = `import { createStaysClient, type Stay, type Response as Answer, type Record as Entry, type Result, type ResultModel } from './stays.js';
const client = createStaysClient();
const { response } = await client.http.GET('/stays');
// It is that of the Fetch API, and no schema.
export const status: number = response.status;
export const stays: Result<import('./stays.js').paths['/stays']['get']> = await client.listStays();
export const stay: Stay = { id: 1 };
export const all: [Answer, Entry, ResultModel] = [{ answer: 'a' }, { entry: 'b' }, { won: true }];
`;
      const files = new Map([
        [`${place}/stays.ts`, renderSingleFile(api, runtime, floors, PLAIN)],
        [`${place}/use.ts`, use],
      ]);
      expect(problemsOf(files, place)).toEqual([]);
    },
  );
});

/** Schemas that are called as types of the platform are, and as what the client exports. */
const STAYS = `openapi: 3.1.0
info: { title: Stays, version: '1' }
servers: [{ url: 'https://stays.example.com' }]
paths:
  /stays:
    get:
      operationId: listStays
      responses:
        '200':
          description: All.
          content: { application/json: { schema: { $ref: '#/components/schemas/Stay' } } }
components:
  schemas:
    Stay: { type: object, required: [id], properties: { id: { type: integer } } }
    Response: { type: object, required: [answer], properties: { answer: { type: string } } }
    Record: { type: object, required: [entry], properties: { entry: { type: string } } }
    Result: { type: object, required: [won], properties: { won: { type: boolean } } }
`;

function made(size: number): object {
  return { size, b: { size: 3 } };
}

test('names that two modules have are told apart, members and shorthands as they were', async () => {
  const joined = joinModules(
    'main.ts',
    [
      {
        path: 'a.ts',
        text: "import { b as other } from './b.ts';\nconst size = 1;\nexport const a = { size, other, b: 2 };\n",
      },
      {
        path: 'b.ts',
        text: 'const size = 3;\nexport function b({ size: s = size } = {}) { return { size: s, b: { size } }; }\n',
      },
      {
        path: 'main.ts',
        text: "import { a } from './a.ts';\nimport { b } from './b.ts';\nexport const main = [a.size, a.b, a.other(), b({ size: 4 })];\n",
      },
    ],
    new Set(),
  );
  const { main } = (await import(`data:text/javascript,${encodeURIComponent(joined)}`)) as {
    readonly main: unknown;
  };
  expect(main).toEqual([1, 2, made(3), made(4)]);
  expect(joined.match(/^export /gm)).toHaveLength(1);
});

/** All of the runtime, where other commands make do with two modules. */
function whole(files: Readonly<Record<string, string>>): FakeIo {
  return fakeIo(files, { isWhole: true });
}

describe('generate --single-file', () => {
  const PETS = { 'specs/pets/openapi.yaml': PETS_YAML };
  const ONE = ['generate', 'pets', '--single-file', 'src/pets.ts'];

  test('writes one file, and then that there is nothing to do', async () => {
    const world = whole(PETS);
    expect(await run(ONE, world)).toBe(0);
    expect(await run([...ONE, '--check'], world)).toBe(0);
    expect(world.printed).toEqual(['wrote src/pets.ts\n', 'src/pets.ts is up to date\n']);
    expect([...world.files.keys()].toSorted()).toEqual(['specs/pets/openapi.yaml', 'src/pets.ts']);
  });

  test.for([
    ['edited by hand', (text: string) => `${text}// mine\n`, PETS_YAML],
    [
      'description changed',
      (text: string) => text,
      PETS_YAML.replace('maxLength: 40', 'maxLength: 41'),
    ],
    [
      'generator changed',
      (text: string) => {
        const [head = '', ...rest] = `${text}// of before\n`.split('\n');
        return [head.replace(/"text":"\w+"/, `"text":"${hashOf(rest.join('\n'))}"`), ...rest].join(
          '\n',
        );
      },
      PETS_YAML,
    ],
  ] as const)('tells a file: %s', async ([state, change, yaml]) => {
    const world = whole(PETS);
    await run(ONE, world);
    world.files.set('src/pets.ts', change(world.files.get('src/pets.ts') ?? ''));
    world.files.set('specs/pets/openapi.yaml', yaml);
    world.printed.length = 0;
    expect(await run([...ONE, '--check'], world)).toBe(1);
    expect(world.printed).toEqual([
      `src/pets.ts: ${state}\n`,
      expect.stringMatching(/^hint: .*"kiln generate pets --single-file src\/pets\.ts"/),
    ]);
  });

  test.for([
    ['a file that it has not made', { ...PETS, 'src/pets.ts': 'mine' }, ONE],
    [
      'several APIs',
      { ...PETS, 'specs/cats/openapi.yaml': PETS_YAML },
      ['generate', ...ONE.slice(2)],
    ],
    ['a name of no module', PETS, ['generate', 'pets', '--single-file', 'src/pets']],
  ] as const)('refuses %s', async ([, files, argv]) => {
    const world = whole(files);
    expect(await run([...argv], world)).toBe(2);
    expect(world.files.get('src/pets.ts')).toBe('src/pets.ts' in files ? 'mine' : undefined);
  });
});
