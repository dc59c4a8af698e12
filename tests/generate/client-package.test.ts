import { describe, expect, test } from 'vitest';
import { run } from '../../scripts/cli/main.ts';
import { fakeIo, type FakeIo } from './fake-io.ts';
import { PETS_YAML } from './pets.ts';

const PETS = { 'specs/pets/openapi.yaml': PETS_YAML };
const CATS = { 'specs/cats/openapi.yaml': PETS_YAML };

function written(io: FakeIo): string[] {
  return [...io.files.keys()].filter((it) => it.startsWith('packages/clients/'));
}

describe('generate --out', () => {
  const OUT = ['generate', '--out', './packages/clients/', '--name', '@acme/clients'];

  test('writes a package of clients and nothing else', async () => {
    const io = fakeIo({ ...PETS, ...CATS });
    expect(await run(OUT, io)).toBe(0);
    const others = [...io.files.keys()].filter((it) => !it.startsWith('packages/clients/'));
    expect(others.toSorted()).toEqual(['specs/cats/openapi.yaml', 'specs/pets/openapi.yaml']);
    expect(written(io)).not.toContain('packages/clients/extensions.schema.json');
    expect(io.files.get('packages/clients/LICENSE')).toContain('Apache License');
    const made = JSON.parse(io.files.get('packages/clients/package.json') ?? '') as object;
    expect(made).toMatchObject({
      name: '@acme/clients',
      license: 'Apache-2.0',
      sideEffects: false,
    });
    expect(made).not.toHaveProperty('private');
    expect(await run([...OUT, '--check'], io)).toBe(0);
  });

  test('leaves the descriptions out on demand', async () => {
    const io = fakeIo(PETS);
    expect(await run([...OUT, '--no-descriptions'], io)).toBe(0);
    expect(written(io).filter((it) => it.includes('openapi.'))).toEqual([]);
    expect(io.files.get('packages/clients/package.json')).not.toContain('openapi.json');
    expect(io.files.get('packages/clients/README.md')).not.toContain('/openapi.json');
  });

  test('types long integers as bigints where that is said', async () => {
    const long = PETS_YAML.replace(
      'weight: { type: number',
      'weight: { type: integer, format: int64',
    );
    const io = fakeIo({ 'specs/pets/openapi.yaml': long });
    expect(await run([...OUT, '--bigint'], io)).toBe(0);
    expect(io.files.get('packages/clients/pets/types.d.ts')).toContain('number | bigint');
    expect(await run([...OUT, '--check'], io)).toBe(1);
  });

  test('keeps what others have put beside its files, and removes its own', async () => {
    const io = fakeIo({ ...PETS, ...CATS });
    await run(OUT, io);
    io.files.set('packages/clients/CHANGELOG.md', 'mine');
    io.files.delete('specs/cats/openapi.yaml');
    expect(await run(OUT, io)).toBe(0);
    expect(written(io)).toContain('packages/clients/CHANGELOG.md');
    expect(written(io).filter((it) => it.includes('/cats/'))).toEqual([]);
  });

  test('touches no folder that holds what it has not made', async () => {
    const io = fakeIo({ ...PETS, 'packages/clients/mine.ts': 'mine' });
    expect(await run(OUT, io)).toBe(2);
    expect(written(io)).toEqual(['packages/clients/mine.ts']);
  });

  test('takes the place of no other description there, and of any elsewhere', async () => {
    const other = 'other/pets/openapi.yaml';
    const io = fakeIo({ [other]: PETS_YAML, ...PETS });
    expect(await run(['generate', 'specs/pets/openapi.yaml'], io)).toBe(0);
    expect(await run(['generate', other], io)).toBe(2);
    expect(await run([...OUT, other], io)).toBe(0);
    expect(await run([...OUT, 'specs/pets/openapi.yaml'], io)).toBe(2);
  });

  test('is said once in the configuration', async () => {
    const config = 'client: {name: "@acme/pets", out: packages/clients, descriptions: false}\n';
    const io = fakeIo({ ...PETS, 'kiln.config.yaml': config });
    expect(await run(['generate'], io)).toBe(0);
    expect(written(io)).toContain('packages/clients/pets/client.js');
    expect(written(io)).not.toContain('packages/clients/pets/openapi.json');
    expect(await run(['generate', '--check'], io)).toBe(0);
  });

  test.for([
    ['no name of a package', 'generate', '--name', 'Not A Name'],
    ['a folder within that of reports', 'generate'],
  ])('refuses %s', async ([what, ...argv]) => {
    const config = what?.startsWith('a folder') ? 'client: {out: .kiln/reports/clients}\n' : '{}\n';
    const io = fakeIo({ ...PETS, 'kiln.config.yaml': config });
    expect(await run(argv, io)).toBe(2);
  });
});
