import { beforeAll, describe, expect, test } from 'vitest';
import type { ApiModel } from '../../scripts/model/api-model.ts';
import { withConstraintTags } from '../../scripts/generate/constraint-tags.ts';
import { callNamesOf } from '../../scripts/generate/call-names.ts';
import { generateClients } from '../../scripts/generate/generate.ts';
import { parseManifest } from '../../scripts/generate/manifest.ts';
import { quote, toEnvironmentName, toTypeName } from '../../scripts/generate/names.ts';
import { toContract } from '../../scripts/generate/to-contract.ts';
import { loadPets } from './pets.ts';

let api: ApiModel;
let files: ReadonlyMap<string, string>;

beforeAll(async () => {
  api = await loadPets();
  const parts = {
    runtime: [],
    floors: [],
    bundles: [],
    recorded: parseManifest(undefined),
    bundler: 'none',
  };
  files = new Map((await generateClients([api], parts)).map(({ path, text }) => [path, text]));
});

describe('the client', () => {
  test.for([
    ['takes the schemes that operations use', /PetsCredentials \{[^}]*token\?: Secret;/],
    ['asks for a user and a password', 'readonly staff?: BasicCredential;'],
    ['has a method for each operation', "readonly listPets: FreeCall<paths['/pets']['get']>;"],
    ['asks for input where something is required', "addPet: Call<paths['/pets']['post']>;"],
    ['quotes a name that is no identifier', "readonly 'read-greeting': FreeCall<"],
    ['names an operation without an id by its route', "readonly 'get /health': FreeCall<"],
    [
      'can be made without options when a public operation is there',
      '(options?: PetsClientOptions)',
    ],
    ['says what an operation does', '* List pets.\n'],
    ['closes no comment early', 'The pets *\\/ of the shop.'],
    ['says how often', 'Requests per 60 s (`reading`): free 10, large by agreement.'],
    ['says why', 'Evidence: pets-listed.'],
    ['marks what is deprecated', '@deprecated'],
  ] as const)('%s', ([, text]) => {
    expect(files.get('pets/client.d.ts')).toMatch(text);
  });

  test('leaves out a scheme that no operation uses', () => {
    expect(files.get('pets/client.d.ts')).not.toContain('unused');
  });
});

describe('the operations one by one', () => {
  test.for([
    [
      'have the types of the client',
      "declare const listPets: OperationOf<PetsClient['listPets']>;",
    ],
    ['are told as in the client', /\n \* Requests per 60 s \(`reading`\): free 10/],
    ['are spelt as names', "declare const getHealth: OperationOf<PetsClient['get /health']>;"],
    ['are spelt as names with a dash too', 'declare const readGreeting: '],
  ] as const)('%s', ([, text]) => {
    expect(files.get('pets/calls.d.ts')).toMatch(text);
  });

  test('are marked as what a bundler may leave out', () => {
    const all = files.get('pets/calls.js')?.match(/^export const .* = .*$/gm) ?? [];
    const made = all.filter((it) => !it.startsWith('export const pacing = /* @__PURE__ */ '));
    expect(made).toHaveLength(api.operations.length);
    for (const it of made) expect(it).toMatch(/ = \/\* @__PURE__ \*\/ (operation|extended)\('/);
  });
});

test('no operation has the name of something else in its module', () => {
  for (const path of ['pets/calls.js', 'pets/calls.d.ts']) {
    const text = files.get(path) ?? '';
    const lists = [...text.matchAll(/^(?:im|ex)port (?:type )?\{ ([^}]*) \}/gm)];
    const names = lists.flatMap(([, list = '']) => list.split(/, | as |(?<=^|, )type /));
    expect(names.length).toBeGreaterThan(5);
    const clash = names.map((id) => ({ ...api.operations[0], id }) as (typeof api.operations)[0]);
    for (const [id, name] of callNamesOf(clash)) expect(name).not.toBe(id);
  }
});

test('named schemas are types by their names', () => {
  expect(files.get('pets/models.d.ts')).toContain(
    "export type Pet = components['schemas']['Pet'];\n",
  );
});

describe('the types', () => {
  test.for([
    [
      'say what they cannot express',
      /@minLength 1\n\s+\*\s+@maxLength 40\n\s+\*\/\n\s+name: string;/,
    ],
    ['leave a property with a default optional', 'weight?: number;'],
    ['take a file as a Blob', 'photo?: Blob;'],
  ] as const)('%s', ([, text]) => {
    expect(files.get('pets/types.d.ts')).toMatch(text);
  });

  test('get their constraints from schemas, not from examples', () => {
    const tagged = withConstraintTags({
      paths: { example: { pattern: 'x' }, schema: { type: 'string', pattern: 'y' } },
      components: { schemas: { A: { properties: { default: { maxLength: 2 } } } } },
    });
    expect(tagged).toEqual({
      paths: {
        example: { pattern: 'x' },
        schema: { type: 'string', pattern: 'y', description: '@pattern y' },
      },
      components: {
        schemas: { A: { properties: { default: { maxLength: 2, description: '@maxLength 2' } } } },
      },
    });
  });
});

test('the first call is filled in by the description', () => {
  expect(files.get('pets/README.md'))
    .toContain(`import { createPetsClient } from 'kiln-clients/pets';

const pets = createPetsClient({ auth: { token: process.env['PETS_TOKEN'] } });
const result = await pets.listPets();
if (result.status === 200) console.log(result.body);
else throw new Error(\`refused with \${result.status}\`);
`);
});

test('the first call passes over what is deprecated, and quotes what needs it', async () => {
  const operations = api.operations.filter(({ id }) => id === 'removePet' || id === 'addPet');
  const parts = {
    runtime: [],
    floors: [],
    bundles: [],
    recorded: parseManifest(undefined),
    bundler: 'none',
  };
  const made = await generateClients([{ ...api, operations }], parts);
  const readme = made.find(({ path }) => path === 'pets/README.md')?.text;
  expect(readme).toContain(`pets.addPet({ body: { name: 'it\\'s Rex' } });`);
});

test('the package has an entry point for each API and no other', () => {
  expect(JSON.parse(files.get('package.json') ?? '')).toMatchObject({
    type: 'module',
    sideEffects: false,
    exports: {
      './pets': { types: './pets/client.d.ts', default: './pets/client.js' },
      './pets/operations': { types: './pets/calls.d.ts', default: './pets/calls.js' },
      './pets/models': { types: './pets/models.d.ts', default: './pets/models.js' },
      './pets/types': { types: './pets/types.d.ts', default: './pets/types.js' },
      './package.json': './package.json',
    },
    dependencies: { 'openapi-fetch': expect.stringMatching(/^\d+\.\d+\.\d+$/) },
  });
});

test('the manifest lists each file but itself, and no time', () => {
  const { files: hashes } = parseManifest(files.get('MANIFEST.json'));
  const others = [...files.keys()].filter((path) => path !== 'MANIFEST.json').toSorted();
  expect(Object.keys(hashes)).toEqual(others);
});

test('every text ends its lines with a line feed alone', () => {
  for (const text of files.values()) expect(text).not.toContain('\r');
});

test.for([
  ['http basic', { type: 'http', scheme: 'basic' }, { kind: 'basic' }],
  [
    'http of another name',
    { type: 'http', scheme: 'hoba' },
    { name: 'Authorization', prefix: 'Hoba' },
  ],
  ['OAuth 2', { type: 'oauth2', flows: [] }, { name: 'Authorization', prefix: 'Bearer' }],
  ['OpenID Connect', { type: 'openIdConnect', url: '' }, { prefix: 'Bearer' }],
  ['mutual TLS', { type: 'mutualTLS' }, { kind: 'transport' }],
] as const)('a scheme of %s becomes what is sent', ([, scheme, want]) => {
  const securitySchemes = new Map([['token', { ...scheme, pointer: '#/x' } as const]]);
  expect(toContract({ ...api, securitySchemes }).schemes['token']).toMatchObject(want);
});

test('a contract says of a parameter what is not the default', () => {
  const { parameters } = toContract(api).operations['listPets'] ?? {};
  expect(parameters).toEqual([
    { name: 'ids', in: 'query', explode: false },
    { name: 'tags', in: 'query' },
    { name: 'size', in: 'query', style: 'deepObject', explode: true },
    { name: 'filter', in: 'query', mediaType: 'application/json' },
    { name: 'raw', in: 'query', allowReserved: true },
    { name: 'X-Trace', in: 'header' },
    { name: 'theme', in: 'cookie' },
  ]);
});

test('names are made of what is there', () => {
  expect(['clay-base', 'acts-v2', '3d', 'a.b'].map(toTypeName)).toEqual([
    'ClayBase',
    'ActsV2',
    'Api3d',
    'AB',
  ]);
  expect(toEnvironmentName('clay-base', 'bearerAuth')).toBe('CLAY_BASE_BEARER_AUTH');
  expect(quote(`it's\n"so"`)).toBe(String.raw`'it\'s\n"so"'`);
});

test('a parameter may be called as anything', async () => {
  const [operation] = api.operations;
  const [parameter] = operation?.parameters ?? [];
  if (operation === undefined || parameter === undefined) throw new Error('no parameter');
  const odd = { ...operation, id: '__proto__', parameters: [{ ...parameter, name: '__proto__' }] };
  const parts = {
    runtime: [],
    floors: [],
    bundles: [],
    recorded: parseManifest(undefined),
    bundler: 'none',
  };
  const made = await generateClients([{ ...api, operations: [odd] }], parts);
  const code = made.find(({ path }) => path === 'pets/operations.js')?.text ?? '';
  const module = `data:text/javascript,${encodeURIComponent(code)}`;
  const { operations } = (await import(module)) as { readonly operations: object };
  expect(Object.keys(operations)).toEqual(['__proto__']);
});
