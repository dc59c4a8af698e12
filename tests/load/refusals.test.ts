import { expect, test } from 'vitest';
import { loadApi } from '../../scripts/load/load-api.ts';
import { parseYaml } from '../../scripts/load/yaml-source.ts';
import { asideOf, HEAD, loadFiles, loadText, refusalOf } from './load-files.ts';

const ROOT = 'pets/openapi.yaml';
const LEDGER = 'pets/evidence.yaml';

test.each([
  {
    name: 'a repeated key',
    text: 'openapi: 3.1.0\ninfo: {}\nopenapi: 3.1.0\n',
    want: `${ROOT}:3: The key openapi is given twice (not-yaml)`,
  },
  { name: 'broken YAML', text: 'openapi: 3.1.0\ninfo: {title: x\n', want: `${ROOT}:3: Flow map` },
  { name: 'tabs', text: 'openapi: 3.1.0\n\tinfo: 1\n', want: `${ROOT}:2: Tabs are not allowed` },
  {
    name: 'an alias without an anchor',
    text: 'openapi: *none\n',
    want: `${ROOT}:1: Unresolved alias`,
  },
  { name: 'an empty file', text: '', want: `${ROOT}:1: The file is empty (empty-description)` },
  { name: 'blanks', text: ' \n\n', want: `${ROOT}:1: The file is empty (empty-description)` },
  { name: 'comments', text: '# soon\n', want: `${ROOT}:1: The file holds no value, only comments` },
  { name: 'plain text', text: 'hello', want: `${ROOT}:1: This is no OpenAPI description` },
  {
    name: 'a second document',
    text: 'openapi: 3.1.0\ninfo: {}\n---\nopenapi: 3.1.0\n',
    want: `${ROOT}:3: A second document begins here (not-yaml) Keep one description in each file.`,
  },
  {
    name: 'UTF-16 that was read as UTF-8',
    text: '\uFFFD\uFFFD{\0"\0',
    want: `${ROOT}:1: It is not text in UTF-8 (not-text) Save it as UTF-8`,
  },
  {
    name: 'a version that is yet to come',
    text: 'info: {}\nopenapi: 4.0.0\n',
    want: `${ROOT}:2: There is no "openapi: 4.0.0" that Kiln reads (unknown-version) Kiln reads OpenAPI 3.0`,
  },
  {
    name: 'Swagger 1.2',
    text: 'swagger: "1.2"\n',
    want: `${ROOT}:1: There is no "swagger: 1.2" that Kiln reads`,
  },
])('$name is refused at its line', async ({ text, want }) => {
  expect(await refusalOf(loadText(text))).toContain(want);
});

test.each([
  {
    name: 'a reference to a file that is not there',
    text: `${HEAD}components:\n  schemas:\n    Pet:\n      $ref: Pet.yaml\n`,
    want: `${ROOT}:8: schema Pet/$ref: $ref leads to Pet.yaml, but the file pets/Pet.yaml is not there or cannot be read`,
  },
  {
    name: 'a dangling reference',
    text: `${HEAD}components:\n  schemas:\n    Pet: {$ref: '#/components/schemas/Pte'}\n`,
    want: `${ROOT}:7: schema Pet/$ref: $ref leads to #/components/schemas/Pte, but there is no such node; did you mean #/components/schemas/Pet?`,
  },
  {
    name: 'a reference below a property named value',
    text: `${HEAD}components:\n  schemas:\n    Pet:\n      properties:\n        value: {$ref: '#/nothing'}\n`,
    want: `${ROOT}:9: schema Pet/value/$ref: $ref leads to #/nothing, but there is no such node`,
  },
  {
    name: 'a remote reference',
    text: `${HEAD}components:\n  schemas:\n    Pet: {$ref: 'https://pets.example/Pet.yaml'}\n`,
    want: `${ROOT}:7: schema Pet/$ref: $ref leads to another host, and Kiln reads local files only: https://pets.example/Pet.yaml`,
  },
  {
    name: 'an anchor that nobody has',
    text: `${HEAD}components:\n  schemas:\n    Pet: {$ref: '#pet'}\n`,
    want: `${ROOT}:7: schema Pet/$ref: $ref leads to #pet, but there is no such node`,
  },
  {
    name: 'a lacking key in an extension',
    text: `${HEAD}x-errors:\n  invalid:\n    status: 400\n    reponse: X\n`,
    want: `${ROOT}:6: extension x-errors: x-errors.invalid must have required property 'response'`,
  },
  {
    name: 'an unknown kind of error',
    text: `${HEAD}x-errors:\n  unauthentcated: {status: 401, response: X}\n`,
    want: `${ROOT}:6: extension x-errors: x-errors has an unknown key "unauthentcated". Did you mean unauthenticated?`,
  },
  {
    name: 'a misspelt key of an extension',
    text: `${HEAD}x-errors:\n  invalid:\n    status: 400\n    response: X\n    exmaple: y\n`,
    want: `${ROOT}:9: extension x-errors: x-errors.invalid has an unknown key "exmaple". Did you mean example? It may have: status, response`,
  },
  {
    name: 'a wrong word in an extension',
    text: `${HEAD}x-rate-limits:\n  partition: key\n  window: 60\n  headers: {resetUnit: unix-seconds}\n  quotas: {a: {b: 1}}\n`,
    want: `${ROOT}:6: extension x-rate-limits: x-rate-limits.partition must be equal to one of the allowed values. It may be: credential, address.`,
  },
  {
    name: 'evidence of a keyword that is no list',
    text: `${HEAD}x-evidence:\n  info: A-1\n`,
    want: `${ROOT}:6: extension x-evidence: x-evidence.info must be array`,
  },
])('$name is left aside with its line', async ({ text, want }) => {
  expect((await asideOf(loadText(text))).join('\n')).toContain(want);
});

test.each([
  {
    name: 'a key nobody knows',
    text: 'sources: {}\nclaims: []\nnotes: 1\n',
    want: `${LEDGER}:3: evidence.yaml has an unknown key "notes"`,
  },
  {
    name: 'a status nobody knows',
    text: 'sources: {}\nclaims:\n  - {id: A, says: x, status: sure}\n',
    want: `${LEDGER}:3: evidence.yaml.claims.0.status must be`,
  },
  {
    name: 'a claim that stands there twice',
    text: 'sources: {}\nclaims:\n  - {id: A, says: x, status: unstated}\n  - id: A\n    says: y\n    status: unstated\n',
    want: `${LEDGER}:4: Claim A stands in the ledger twice (claim-repeated)`,
  },
  {
    name: 'a source without a date',
    text: 'sources:\n  S1: {title: x, address: y, retrieved: yesterday}\nclaims: []\n',
    want: `${LEDGER}:2: evidence.yaml.sources.S1.retrieved must match format "date"`,
  },
])('a ledger with $name is refused at its line', async ({ text, want }) => {
  expect(await refusalOf(loadFiles({ [ROOT]: HEAD, [LEDGER]: text }))).toContain(want);
});

test('fixtures with a misspelt key are refused at their line', async () => {
  const text = 'credentials:\n  - id: a\n    scheme: key\n    value: x\n    acess: read\n';
  expect(await refusalOf(loadFiles({ [ROOT]: HEAD, 'pets/mock.yaml': text }))).toBe(
    'pets/mock.yaml:5: mock.yaml.credentials.0 has an unknown key "acess" (shape) Did you mean access? It may have: id, scheme, value, plan, access, expires, scopes.',
  );
});

test('an error in another file is reported in that file', async () => {
  const files = {
    [ROOT]: `${HEAD}components: {schemas: {Pet: {$ref: schemas/Pet.yaml}}}\n`,
    'pets/schemas/Pet.yaml': 'type: object\nproperties:\n  tag: {$ref: ../Tag.yaml}\n',
  };
  expect(await asideOf(loadFiles(files))).toEqual([
    'pets/schemas/Pet.yaml:3: schema Pet/tag/$ref: $ref leads to ../Tag.yaml, but the file pets/Tag.yaml is not there or cannot be read',
  ]);
});

test('a malformed extension in another file is reported in that file', async () => {
  const files = {
    [ROOT]: HEAD.replace('paths: {}', 'paths: {/pets: {$ref: pets.yaml}}'),
    'pets/pets.yaml': 'get:\n  responses: {}\n  x-rate-limit:\n    - reading\n',
  };
  const bundle = {
    openapi: '3.1.0',
    paths: { '/pets': { get: { responses: {}, 'x-rate-limit': ['reading'] } } },
  };
  expect((await asideOf(loadFiles(files, bundle))).join()).toContain(
    'pets/pets.yaml:3: extension GET /pets x-rate-limit: x-rate-limit must be string',
  );
});

test.each([
  {
    name: 'a comma before the end of an object',
    text: '{"openapi": "3.1.0",\n "info": {"title": "a, }", "version": "1",},\n "paths": {}}',
    want: 'a.json:2: comma before }: JSON has none there, so that other programs refuse the file',
  },
  {
    name: 'a comma before the end of a list, on a line of its own',
    text: '{"openapi": "3.1.0", "info": {"title": "a", "version": "1"}, "paths": {},\n "tags": [{"name": "a"}\n  ,\n ]}',
    want: 'a.json:3: comma before ]: JSON has none there',
  },
  {
    name: 'quotes of JavaScript',
    text: "{'openapi': '3.1.0', 'info': {'title': 'a', 'version': '1'}, 'paths': {}}",
    want: 'a.json:1: syntax of JSON: Expected property name',
  },
])('JSON with $name is read, and told', async ({ text, want }) => {
  const api = loadApi('a.json', {
    readText: () => Promise.resolve(text),
    exists: () => Promise.resolve(false),
    bundle: () => Promise.reject(new Error('it is one file')),
  });
  const aside = await asideOf(api);
  expect(aside).toEqual([expect.stringContaining(want)]);
});

test('YAML may have what JSON may not, and JSON a byte order mark', () => {
  const yaml = parseYaml("{'a': 1, b: [2,],}", 'a.yaml');
  expect(yaml.value).toEqual({ a: 1, b: [2] });
  expect(yaml.looseness).toBeUndefined();
  const json = parseYaml('\uFEFF{"a": ",}"}', 'a.json');
  expect(json.value).toEqual({ a: ',}' });
  expect(json.looseness).toBeUndefined();
});
