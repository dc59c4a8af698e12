import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadDescription } from '../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../scripts/cli/io.ts';
import { createMock } from '../../scripts/mock/mock.ts';
import { runKiln } from './run-kiln.ts';

/** A folder whose name has what addresses give a meaning. */
let folder = '';
/** Whom nobody may call. */
let origin = '';
let calls = 0;
const server = createServer((_, response) => {
  calls += 1;
  response.end('{type: object}');
});

beforeAll(async () => {
  folder = join(mkdtempSync(join(tmpdir(), 'kiln-')), 'a#b %20 c');
  mkdirSync(join(folder, 'pets'), { recursive: true });
  writeFileSync(join(folder, 'secret.yaml'), 'description: not for you\n');
  symlinkSync(join(folder, 'secret.yaml'), join(folder, 'pets', 'link.yaml'));
  for (const name of ['pet.yaml', 'a b.yaml', 'a#b.yaml']) {
    writeFileSync(join(folder, 'pets', name), 'type: object\n');
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.close();
  rmSync(join(folder, '..'), { recursive: true });
});

/** A description whose ninth line has the schema, and the tenth the examples. */
function describing(schema: string, examples = '{}', version = '3.1.0'): string {
  const file = join(folder, 'pets', 'openapi.yaml');
  const text = `openapi: ${version}
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      responses:
        '200':
          description: ok
          content: {application/json: {schema: ${schema},
            examples: ${examples}}}
`;
  writeFileSync(file, text);
  return file;
}

test.for([
  { schema: '{$ref: /etc/passwd}', line: 9, code: 'ref-outside' },
  { schema: '{$ref: ../secret.yaml}', line: 9, code: 'ref-outside' },
  { schema: '{$ref: ..%2Fsecret.yaml}', line: 9, code: 'ref-outside' },
  { schema: '{$ref: link.yaml}', line: 9, code: 'ref-outside' },
  {
    schema: '{oneOf: [{}], discriminator: {propertyName: k, mapping: {a: ../secret.yaml}}}',
    line: 9,
    code: 'ref-outside',
  },
  { schema: '{}', examples: '{a: {externalValue: /etc/passwd}}', line: 10, code: 'ref-outside' },
])('$schema $examples is refused at its line', async ({ schema, examples, line, code }) => {
  const file = describing(schema.replace('ORIGIN', origin), examples);
  const { exitCode, err } = await runKiln(['bundle', file], { writeText: refuse });
  expect(err).toContain(`${file}:${line}: `);
  expect(err).toContain(`(${code})`);
  expect([exitCode, calls]).toEqual([2, 0]);
});

test.for(['file:///etc/passwd', '//localhost/a.yaml', 'ORIGIN/a.yaml'])(
  '%s is left aside with its line, and not fetched',
  async (ref) => {
    const address = ref.replace('ORIGIN', origin);
    const { err, exitCode } = await bundle(describing(`{$ref: '${address}'}`), '--strict');
    expect(err).toContain('openapi.yaml:9  ');
    expect(err).toContain(
      `$ref leads to another host, and Kiln reads local files only: ${address}`,
    );
    expect([exitCode, calls]).toEqual([2, 0]);
  },
);

test('what lies within a folder that the user names is read', async () => {
  const file = describing('{$ref: ../secret.yaml}');
  const { exitCode, written } = await bundle(file, '--root', folder);
  expect(exitCode).toBe(0);
  expect(written).toContain('not for you');
});

test.for(['lint', 'bundle', 'generate', 'docs'])(
  '%s fetches nothing on its own',
  { timeout: 30_000 },
  async (command) => {
    const mapping = `{propertyName: k, mapping: {a: '${origin}/a.yaml', pet: pet.yaml}}`;
    const file = describing(
      `{oneOf: [{$ref: pet.yaml}], discriminator: ${mapping}}`,
      `{a: {externalValue: '${origin}/a.json'}, b: {value: {$ref: '${origin}/b.json'}}}`,
    );
    const { out, err } = await runKiln([command, file], {
      writeText: () => Promise.resolve(),
      remove: () => Promise.resolve(),
    });
    expect(`${out}${err}`).not.toMatch(/no-unresolved-refs|fetch failed|bug in kiln/);
    expect(calls).toBe(0);
  },
);

test('a mock fetches nothing on its own', async () => {
  const file = describing('{}', `{b: {value: {$ref: '${origin}/b.json'}}}`);
  const mock = await createMock([await loadDescription(nodeIo, file)], {
    clock: { now: () => 0 },
    limits: false,
  });
  const { statusCode } = await mock.inject({ method: 'GET', path: '/pets/pets' });
  await mock.close();
  expect([statusCode, calls]).toEqual([200, 0]);
});

test.for(['3.1.0', '3.0.3'])(
  'paths of odd letters are read, in OpenAPI %s too',
  async (version) => {
    const names = ['pet.yaml', 'a b.yaml', 'a%20b.yaml', 'a%23b.yaml'];
    const schemas = names.map((it) => `{$ref: '${it}'}`).join(', ');
    const file = describing(`{allOf: [${schemas}]}`, '{}', version);
    const { exitCode, written, err } = await bundle(file);
    expect({ exitCode, err: err.replace(/^.* is OpenAPI 3.0.3; .*\n/, '') }).toEqual({
      exitCode: 0,
      err: '',
    });
    expect(JSON.parse(written).components.schemas).toEqual({
      pet: { type: 'object' },
      a_b: { type: 'object' },
      'a_b-2': { type: 'object' },
    });
  },
);

test('what a description only seems to refer to is left as it is', async () => {
  const file = describing('{$ref: pet.yaml}', '{a: {value: {$ref: /etc/passwd}}}');
  const { written } = await bundle(file);
  expect(written).toContain('"$ref": "/etc/passwd"');
});

test('lint of a file in such a folder finds nothing at places that are not there', async () => {
  const { out } = await runKiln(['lint', describing("{$ref: 'a%20b.yaml'}"), '--format', 'json']);
  expect(out).not.toContain('no-unresolved-refs');
  expect(out).toContain(join(folder, 'pets', 'openapi.yaml'));
}, 30_000);

async function bundle(...argv: readonly string[]) {
  let written = '';
  const seen = await runKiln(['bundle', ...argv], {
    writeText: (path, text) => {
      if (path.endsWith('.json')) written = text;
      return Promise.resolve();
    },
  });
  return { ...seen, written };
}

function refuse(): Promise<void> {
  return Promise.reject(new Error('nothing may be written'));
}
