import { expect, test } from 'vitest';
import { outputsOf, settingsOf } from '../../../scripts/cli/settings.ts';
import { loadApis } from '../../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../../scripts/cli/io.ts';
import { fakeProject, SHOP } from './fake-project.ts';

function projectOf(files: Readonly<Record<string, string>>) {
  return { ...nodeIo, ...fakeProject(files).io };
}

test.for([
  [
    'a key that is mistyped',
    'apis:\n  shop:\n    description: a.yaml\n    targt: http://127.0.0.1:1\n',
    'kiln.config.yaml:4: kiln.config.yaml.apis.shop has an unknown key "targt"',
    'Did you mean target?',
  ],
  [
    'a level that there is not',
    'lint:\n  rules:\n    no-nullable: of\n',
    'kiln.config.yaml:3: ',
    'It may be: off, warn, error.',
  ],
  ['an output that is the project', 'outputs: {generated: .}\n', 'kiln.config.yaml:1: ', ''],
  ['an output that lies above', 'outputs: {reports: ../x}\n', 'kiln.config.yaml:1: ', ''],
  [
    'outputs in each other',
    'outputs: {reports: out/a, generated: out}\n',
    'out/a and out lie in each other',
    'Name two folders',
  ],
  [
    'names that are one on some systems',
    'apis: {Shop: {description: a.yaml}, shop: {description: b.yaml}}\n',
    'Shop and shop are one name on some systems',
    'another name',
  ],
  [
    'a name that is no folder',
    'apis: {a/b: {description: a.yaml}}\n',
    '"a/b" cannot be the name of an API',
    'would do',
  ],
  [
    'one description twice',
    'apis: {a: {description: ./a.yaml}, b: {description: a.yaml}}\n',
    'a and b are both a.yaml',
    'Keep one',
  ],
])('%s is refused at its line', async ([, text = '', message = '', hint = '']) => {
  const seen = settingsOf(projectOf({ 'kiln.config.yaml': text }));
  await expect(seen).rejects.toMatchObject({
    message: expect.stringContaining(message) as string,
    hint: expect.stringContaining(hint) as string,
  });
});

test('without a configuration everything is written under .kiln/', async () => {
  const outputs = { reports: '.kiln/reports', generated: '.kiln/generated' };
  expect(await outputsOf(projectOf({}))).toEqual(outputs);
  expect(await outputsOf(projectOf({ 'package.json': '{"name": "kiln"}' }))).toEqual(outputs);
});

test('package.json says the same under its key, and both at once are refused', async () => {
  const text = '{"kiln": {"outputs": {"reports": "./out/"}}}';
  const { reports } = await outputsOf(projectOf({ 'package.json': text }));
  expect(reports).toBe('out');
  const both = settingsOf(projectOf({ 'package.json': text, 'kiln.config.yaml': 'apis: {}\n' }));
  await expect(both).rejects.toMatchObject({ code: 'config-twice' });
});

test('two descriptions in folders of one name are refused, or called as the user says', async () => {
  const files = { 'api/openapi.yaml': SHOP, 'd/api/openapi.yaml': SHOP };
  const paths = Object.keys(files);
  await expect(loadApis(projectOf(files), paths)).rejects.toMatchObject({ code: 'name-repeated' });
  const [, other] = paths;
  const called = await loadApis(projectOf(files), ['api/openapi.yaml', `other=${other}`]);
  expect(called.map(({ name, argument }) => [name, argument])).toEqual([
    ['api', 'api/openapi.yaml'],
    ['other', 'other=d/api/openapi.yaml'],
  ]);
  const config =
    'apis:\n  one: {description: api/openapi.yaml}\n  two: {description: d/api/openapi.yaml}\n';
  const configured = projectOf({ ...files, 'kiln.config.yaml': config });
  for (const names of [[], ['one', 'two'], paths]) {
    const apis = await loadApis(configured, names);
    expect(apis.map(({ name, argument }) => `${name} ${argument}`)).toEqual(['one one', 'two two']);
  }
});
