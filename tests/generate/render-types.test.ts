import { expect, test } from 'vitest';
import { renderTypes } from '../../scripts/generate/render-types.ts';
import { loadText } from '../mock/pets.ts';
import { problemsOf } from './type-problems.ts';

test.each(['constructor', 'toString'])('an object without its own %s fits', async (name) => {
  const schema = { type: 'object', properties: { [name]: { type: 'integer' } } };
  const document = {
    openapi: '3.1.0',
    info: { title: 'Named', version: '1' },
    paths: {},
    components: { schemas: { Thing: schema, [name]: { type: 'string' } } },
  };
  const types = renderTypes(await loadText(JSON.stringify(document)));
  expect(types).toContain(`${name}?: number | Object["${name}"];`);
  expect(types).toContain(`${name}: string;`);
});

test('integers of 64 bits are of any size on demand', async () => {
  const document = {
    openapi: '3.1.0',
    info: { title: 'Long', version: '1' },
    paths: {},
    components: {
      schemas: {
        Long: { type: 'integer', format: 'int64' },
        MayBe: { type: ['integer', 'null'], format: 'int64' },
        Short: { type: 'integer', format: 'int32' },
        Held: { type: 'object', properties: { at: { type: 'integer', format: 'uint64' } } },
      },
    },
  };
  const api = await loadText(JSON.stringify(document));
  const types = renderTypes(api, { hasBigints: true });
  expect(types).toMatch(/ Long: number \| bigint;/);
  expect(types).toMatch(/ MayBe: \(?number \| bigint\)? \| null;/);
  expect(types).toMatch(/ Short: number;/);
  expect(types).toMatch(/ at\?: number \| bigint;/);
  expect(renderTypes(api)).not.toContain('bigint');
});

test('a "$ref" within an example is data, and shown as it is written', async () => {
  const example = { $ref: '#/components/examples/thing/value' };
  const content = { 'application/json': { schema: { type: 'object' }, example } };
  const document = {
    openapi: '3.1.0',
    info: { title: 'Shown', version: '1' },
    paths: { '/things': { get: { responses: { 200: { description: 'Things', content } } } } },
    components: {
      examples: { thing: { value: { name: 'Rex' } } },
    },
  };
  const types = renderTypes(await loadText(JSON.stringify(document)));
  expect(types).toContain('"$ref": "#/components/examples/thing/value"');
});

function at(name: string): object {
  return { $ref: `#/components/schemas/${name}` };
}

test('schemas that hold themselves in lists, with no property between, are types', async () => {
  const document = {
    openapi: '3.1.0',
    info: { title: 'Lists', version: '1' },
    paths: {},
    components: {
      schemas: {
        List: { type: 'array', items: at('List') },
        'Any-Value': {
          oneOf: [
            { type: ['string', 'null'] },
            { type: 'array', items: at('Any-Value') },
            at('Map'),
          ],
        },
        Map: { type: 'object', additionalProperties: at('Map') },
        Odd: { type: 'array', items: at('Even') },
        Even: { type: 'array', prefixItems: [at('Odd'), { type: 'integer' }] },
        RecursiveList: { type: 'object', properties: { list: at('List') } },
      },
    },
  };
  const types = renderTypes(await loadText(JSON.stringify(document)));
  const use = `import type { components } from './types.ts';
type Schemas = components['schemas'];
export const list: Schemas['List'] = [[], [[]]];
export const value: Schemas['Any-Value'] = ['a', null, ['b', [{}]]];
export const odd: Schemas['Odd'] = [[[], 1]];
export const whole: Schemas['RecursiveList'] = { list: [[]] };
// @ts-expect-error: it holds lists only
export const wrong: Schemas['List'] = [1];
`;
  const files = new Map([
    ['/types/types.ts', types],
    ['/types/use.ts', use],
  ]);
  expect(problemsOf(files, '/types')).toEqual([]);
});

test('extensions beside paths, responses and callbacks are no parts of types', async () => {
  const responses = { 'x-note': 'warm', 200: { description: 'Done' } };
  const callbacks = { told: { 'x-note': 'warm', '{$request.body#/url}': { post: { responses } } } };
  const document = {
    openapi: '3.1.0',
    info: { title: 'Extended', version: '1' },
    paths: { 'x-note': 'warm', '/things': { 'x-note': 'warm', post: { responses, callbacks } } },
  };
  expect(renderTypes(await loadText(JSON.stringify(document)))).not.toContain('x-note');
});

function other(place: string): object {
  return { $ref: `#/paths/~1first/post/${place}` };
}

test('what an operation takes from another one is written out', async () => {
  const responses = { 200: { description: 'Done' } };
  const content = { 'application/json': { schema: { type: 'integer' } } };
  const parameters = [{ name: 'page', in: 'query', schema: { type: 'integer' } }];
  const operation = { parameters: [other('parameters/0')], responses };
  const document = {
    openapi: '3.1.0',
    info: { title: 'Borrowed', version: '1' },
    paths: {
      '/first': { post: { parameters, requestBody: { content }, responses } },
      '/second': { post: { ...operation, requestBody: other('requestBody') } },
      '/third': {
        get: { ...operation, parameters: [{ $ref: '#/paths/~1second/post/parameters/0' }] },
      },
    },
  };
  const types = renderTypes(await loadText(JSON.stringify(document)));
  expect(types.match(/page\?: number;/g)).toHaveLength(3);
  expect(types).not.toContain('paths["/');
});

test('what allOf requires of a schema that may be null, or one of several, is typed', async () => {
  const cat = {
    type: 'object',
    properties: { name: { type: 'string' }, lives: { type: 'integer' } },
  };
  const dog = {
    type: 'object',
    properties: { name: { type: 'string' }, weight: { type: 'number' } },
  };
  const held = { type: 'object', properties: { item: { type: 'string' } }, required: ['item'] };
  const document = {
    openapi: '3.1.0',
    info: { title: 'Required', version: '1' },
    paths: {},
    components: {
      schemas: {
        MayBe: { ...cat, type: ['object', 'null'] },
        Pet: { oneOf: [cat, dog] },
        Held: { allOf: [at('MayBe'), held], required: ['name'] },
        HeldPet: { allOf: [at('Pet'), { required: ['name', 'lives'] }] },
      },
    },
  };
  const types = renderTypes(await loadText(JSON.stringify(document)));
  const use = `import type { components } from './types.ts';
type Schemas = components['schemas'];
export const held: Schemas['Held'] = { item: 'a', name: 'b' };
export const pet: Schemas['HeldPet'] = { name: 'Tom', lives: 9 };
// @ts-expect-error: it has to have a name
export const wrong: Schemas['Held'] = { item: 'a' };
`;
  const files = new Map([
    ['/types/types.ts', types],
    ['/types/use.ts', use],
  ]);
  expect(problemsOf(files, '/types')).toEqual([]);
});
