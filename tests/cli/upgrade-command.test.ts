import { expect, test } from 'vitest';
import { runKiln, type Seen } from './run-kiln.ts';

const YAML = `# Ours.
swagger: '2.0'
info: {title: Pets, version: '1'}
paths: {}
definitions:
  Pet: {type: string, x-nullable: true, maxLength: 12345678901234567890}
`;
const MODERN = "# Ours.\nopenapi: 3.1.0\ninfo: {title: Pets, version: '1'}\npaths: {}\n";
const UPGRADED = `openapi: 3.1.1
info:
  title: Pets
  version: "1"
paths: {}
components:
  schemas:
    Pet:
      type:
        - string
        - "null"
      maxLength: 12345678901234567890
`;

async function upgrade(
  argv: readonly string[],
  files: Record<string, string>,
): Promise<Seen & { written: object }> {
  const written: Record<string, string> = {};
  const seen = await runKiln(['upgrade', ...argv], {
    readText: (path) => Promise.resolve(files[path] ?? ''),
    exists: (path) => Promise.resolve(path in files),
    writeText: (path, text) => Promise.resolve(void (written[path] = text)),
  });
  return { ...seen, written };
}

test('YAML stays YAML, in its order, every digit kept, and nothing is written', async () => {
  expect(await upgrade(['pets.yaml'], { 'pets.yaml': YAML })).toEqual({
    exitCode: 0,
    out: UPGRADED,
    err: 'pets.yaml is Swagger 2.0; Kiln reads it as OpenAPI 3.1.\n',
    written: {},
  });
});

test('JSON stays JSON', async () => {
  const text = JSON.stringify({ openapi: '3.0.3', info: { title: 'P', version: '1' }, paths: {} });
  const { out } = await upgrade(['pets.json'], { 'pets.json': text });
  expect(out).toBe(
    `${JSON.stringify({ openapi: '3.1.1', info: { title: 'P', version: '1' }, paths: {} }, undefined, 2)}\n`,
  );
});

test.for([
  { argv: ['pets.yaml', '--in-place'], want: { 'pets.yaml': UPGRADED } },
  { argv: ['pets.yaml', '--output', 'new.yml'], want: { 'new.yml': UPGRADED } },
])('$argv writes where it is told', async ({ argv, want }) => {
  const { written, out } = await upgrade(argv, { 'pets.yaml': YAML });
  expect([written, out]).toEqual([want, '']);
});

test('the name of the output says what it is', async () => {
  const { written } = await upgrade(['pets.yaml', '--output', 'new.json'], { 'pets.yaml': YAML });
  expect(JSON.stringify(written)).toContain(String.raw`{\n  \"openapi\": \"3.1.1\"`);
});

test('what needs no upgrade is left as it is, comments too', async () => {
  const { out, err } = await upgrade(['pets.yaml'], { 'pets.yaml': MODERN });
  expect([out, err]).toEqual([MODERN, 'pets.yaml needs no upgrade.\n']);
});

test('several files are not written over', async () => {
  const files = {
    'pets.yaml': YAML.replace('Pet:', "Dog: {$ref: 'dog.yaml'}\n  Pet:"),
    'dog.yaml': 'type: string\n',
  };
  const { exitCode, err, written } = await upgrade(['pets.yaml', '--in-place'], files);
  expect(err).toContain('pets.yaml is not one file on this machine (not-in-place)');
  expect([exitCode, written]).toEqual([2, {}]);
});

test('a file that is there is written over only where that is said', async () => {
  const files = { 'pets.yaml': YAML, 'new.yaml': 'mine' };
  const argv = ['pets.yaml', '--output', 'new.yaml'];
  const refused = await upgrade(argv, files);
  expect([refused.exitCode, refused.written]).toEqual([2, {}]);
  expect(refused.err).toContain('new.yaml is there already');
  expect((await upgrade([...argv, '--force'], files)).written).toEqual({ 'new.yaml': UPGRADED });
});
