import { expect, test } from 'vitest';
import { nodeIo } from '../../../scripts/cli/io.ts';
import { stagedRoots } from '../../../scripts/cli/staged-roots.ts';
import { runKiln } from '../run-kiln.ts';
import { fakeProject, SHOP } from './fake-project.ts';

test('kiln init writes down what it finds, asks nothing, and leaves what is there', async () => {
  const { files, io } = fakeProject({
    'api/openapi.yaml': SHOP.replace('http://shop.test/v1', 'http://127.0.0.1:4999/v1'),
    'd/api/openapi.yaml': SHOP,
    'api/part.yaml': 'type: object\n',
    'node_modules/x/openapi.yaml': SHOP,
    '.gitignore': 'dist',
  });
  const { exitCode, out } = await runKiln(['init'], io);
  expect([exitCode, out]).toEqual([0, expect.stringContaining('wrote kiln.config.yaml') as string]);
  const config = files.get('kiln.config.yaml') ?? '';
  expect(config).toContain(
    '  shop:\n    description: api/openapi.yaml\n    target: http://127.0.0.1:4999/v1\n',
  );
  expect(config).toContain('  d-api:\n    description: d/api/openapi.yaml\n    # target: ');
  expect(config).toContain('KILN_BEARER_AUTH');
  expect(config).not.toContain('node_modules');
  expect(files.get('.gitignore')).toBe('dist\n.kiln/\n');
  expect(files.has('.kiln/generated/config.schema.json')).toBe(true);

  const again = await runKiln(['init'], io);
  expect(again.out).toContain('kiln.config.yaml is there already, and stays as it is');
  expect([files.get('kiln.config.yaml'), files.get('.gitignore')]).toEqual([
    config,
    'dist\n.kiln/\n',
  ]);
});

test('kiln init calls an API by its title where its place says nothing, and knows the script that starts it', async () => {
  const { files, io } = fakeProject({
    'docs/api.yml': SHOP.replace('title: Shop', 'title: Invoices REST API'),
    'openapi.yaml': SHOP,
    'pets/openapi.yaml': SHOP,
    'v1/openapi.yaml': SHOP.replace('title: Shop', 'title: API'),
    'package.json': '{"scripts": {"start": "node index.js"}}',
  });
  expect((await runKiln(['init'], io)).exitCode).toBe(0);
  const config = files.get('kiln.config.yaml') ?? '';
  expect([...config.matchAll(/^ {2}([\w-]+):\n/gm)].map(([, name]) => name)).toEqual([
    'invoices',
    'shop',
    'pets',
    'v1',
  ]);
  expect(config).toContain('    # start: npm start ');
});

test('kiln init without a description says how to name one', async () => {
  const { exitCode, err } = await runKiln(['init'], fakeProject({ 'a.json': '{}' }).io);
  expect([exitCode, err]).toEqual([2, expect.stringContaining('kiln init PATH') as string]);
});

test('kiln doctor says what is missing, and how it is mended', async () => {
  const config = `apis:
  shop: {description: api/openapi.yaml, target: 'http://127.0.0.1:1/v1'}
  gone: {description: gone.yaml}
`;
  const { io } = fakeProject({ 'kiln.config.yaml': config, 'api/openapi.yaml': SHOP });
  const { exitCode, out } = await runKiln(['doctor'], io);
  expect(exitCode).toBe(1);
  expect(out).toContain('ok       kiln.config.yaml: 2 APIs\n');
  expect(out).toContain('missing  shop: no credential for bearerAuth');
  expect(out).toContain('set KILN_BEARER_AUTH');
  expect(out).toContain('missing  shop: nothing answers at http://127.0.0.1:1/v1');
  expect(out).toContain('missing  Cannot read gone.yaml');
  const set = {
    ...io,
    variable: (name: string) => (name === 'KILN_BEARER_AUTH' ? 'x' : undefined),
  };
  expect((await runKiln(['doctor', 'shop'], set)).out).toContain(
    'ok       shop: a credential for bearerAuth\n',
  );
});

test('kiln doctor misses no credential where no server is to be tested', async () => {
  const config = 'apis: {shop: {description: api/openapi.yaml}}\n';
  const { io } = fakeProject({ 'kiln.config.yaml': config, 'api/openapi.yaml': SHOP });
  const { exitCode, out } = await runKiln(['doctor'], io);
  expect(out).toContain('note     shop: no credential for bearerAuth');
  expect(out).not.toMatch(/^missing/m);
  expect(exitCode).toBe(0);
});

test('kiln lint --staged lints the description that a staged part belongs to', async () => {
  const files = {
    'kiln.config.yaml':
      'apis: {shop: {description: api/openapi.yaml}, other: {description: o.yaml}}\n',
    'api/openapi.yaml': SHOP.replace(
      "'200': {description: all of them}",
      "'200': {$ref: 'all.yaml'}",
    ),
    'api/all.yaml': 'description: all of them\n',
    'o.yaml': SHOP,
  };
  const staged = (...names: string[]) => ({
    ...fakeProject(files).io,
    execute: () => Promise.resolve({ exitCode: 0, stdout: `${names.join('\0')}\0`, stderr: '' }),
    node: () => Promise.resolve({ exitCode: 0, stdout: '', stderr: '' }),
  });
  expect(await stagedRoots({ ...nodeIo, ...staged('README.md') }, [])).toEqual([]);
  expect(await stagedRoots({ ...nodeIo, ...staged('o.yaml') }, [])).toEqual(['o.yaml']);
  expect(await stagedRoots({ ...nodeIo, ...staged() }, ['api/all.yaml'])).toContain(
    'api/openapi.yaml',
  );
  const { err, exitCode } = await runKiln(['lint', '--staged'], staged('README.md'));
  expect([exitCode, err]).toEqual([0, 'no description has a staged file\n']);
});
