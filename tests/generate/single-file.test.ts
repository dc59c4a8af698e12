import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../scripts/cli/main.ts';
import { joinModules } from '../../scripts/generate/join-modules.ts';
import { hashOf } from '../../scripts/generate/manifest.ts';
import { renderSingleFile } from '../../scripts/generate/single-file.ts';
import { fakeIo, type FakeIo } from './fake-io.ts';
import { packageSources } from './package-sources.ts';
import { loadPets, PETS_YAML } from './pets.ts';
import { problemsOf } from './type-problems.ts';

const ROOT = resolve(import.meta.dirname, '../..');

describe('a client in one file', () => {
  test('sends what the client of the package sends, and reads the answer', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kiln-single-'));
    const { runtime, floors } = packageSources();
    writeFileSync(join(folder, 'pets.ts'), renderSingleFile(await loadPets(), runtime, floors));
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
    const use = `import { createPetsClient, type paths, type Result } from './pets.js';
const client = createPetsClient();
export const added: Result<paths['/pets']['post']> = await client.addPet({ body: { name: 'Rex' } });
// @ts-expect-error: it has to have a name
await client.addPet({ body: {} });
`;
    const files = new Map([
      [`${place}/pets.ts`, renderSingleFile(await loadPets(), runtime, floors)],
      [`${place}/use.ts`, use],
    ]);
    expect(problemsOf(files, place)).toEqual([]);
  });
});

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
