import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  exampleDrafts,
  validDraft,
  withOptional,
} from '../../../scripts/contract/generation/draft.ts';
import { encodeRequest } from '../../../scripts/contract/wire/encode.ts';
import { loadText } from '../../load/load-files.ts';

const api = await loadText(`openapi: 3.1.0
info: {title: Pets, version: '1'}
paths:
  /pets:
    post:
      operationId: addPet
      parameters:
        - {name: Content-Length, in: header, schema: {type: integer}}
        - {name: Content-Encoding, in: header, schema: {enum: [gzip]}}
        - {name: Host, in: header, required: true, schema: {type: string}}
        - {name: x-key, in: header, required: true, schema: {type: string}}
        - {name: kinds, in: query, required: true, schema: {type: array, minItems: 1, items: {const: cat}}, example: cat}
        - {name: size, in: query, required: true, schema: {enum: [1, 2]}, example: 2}
      security: [{key: []}]
      requestBody: {content: {application/json: {schema: {type: object}}}}
      responses: {'200': {description: OK}}
components: {securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}}
`);
const [operation] = api.operations;
if (!operation) throw new Error('no operation');
const drafts = [
  ...exampleDrafts(api, operation),
  ...fc.sample(validDraft(api, operation), { seed: 1, numRuns: 20 }),
];

test('what HTTP writes itself is not made up', () => {
  for (const { parameters } of drafts) {
    const headers = parameters.filter(({ parameter }) => parameter.in === 'header');
    expect(headers.map(({ parameter }) => parameter.name)).toEqual(['x-key']);
  }
});

test('a credential that is documented as a parameter too is sent once', () => {
  const credential = { headers: [['X-Key', 'secret']], query: [], cookies: [] } as const;
  for (const draft of drafts) {
    const { headers } = encodeRequest(api, '', operation, draft, credential);
    const keys = headers.filter(([name]) => name.toLowerCase() === 'x-key');
    expect(keys).toEqual([['X-Key', 'secret']]);
  }
});

test('an example counts where it is one of what is described', () => {
  for (const { parameters } of drafts) {
    const kinds = parameters.find(({ parameter }) => parameter.name === 'kinds');
    expect(kinds?.value).toContain('cat');
    expect(kinds?.value).toBeInstanceOf(Array);
  }
  const [first] = exampleDrafts(api, operation);
  expect(first?.parameters.find(({ parameter }) => parameter.name === 'size')?.value).toBe(2);
});

test('a request of hundreds of parameters has a head that servers take', async () => {
  const many = Array.from(
    { length: 300 },
    (_, i) => `{name: filter_number_${i}, in: query, schema: {type: string, minLength: 30}}`,
  );
  const wide = await loadText(`openapi: 3.1.0
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      parameters: [{name: kind, in: query, required: true, schema: {type: string, minLength: 2000}}, ${many.join(', ')}]
      responses: {'200': {description: OK}}
`);
  const [list] = wide.operations;
  if (!list) throw new Error('no operation');
  const made = [
    ...exampleDrafts(wide, list).map((draft) => withOptional(wide, list, draft)),
    ...fc.sample(validDraft(wide, list), { seed: 1, numRuns: 5 }),
  ];
  const credential = { headers: [], query: [], cookies: [] };
  for (const draft of made) {
    expect(encodeRequest(wide, '', list, draft, credential).url.length).toBeLessThan(8000);
    expect(draft.parameters.map(({ parameter }) => parameter.name)).toContain('kind');
    expect(draft.parameters.length).toBeGreaterThan(10);
  }
});

test('a plain request says nothing optional that the description does not show', async () => {
  const pets = await loadText(`openapi: 3.1.0
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      parameters:
        - {name: kind, in: query, required: true, schema: {type: string}}
        - {name: size, in: query, schema: {type: integer}, example: 2}
        - {name: X-Version, in: header, schema: {type: string}}
      responses: {'200': {description: OK}}
`);
  const [list] = pets.operations;
  if (!list) throw new Error('no operation');
  const [plain] = exampleDrafts(pets, list);
  const names = (draft: typeof plain) => draft?.parameters.map(({ parameter }) => parameter.name);
  expect(names(plain)).toEqual(['kind', 'size']);
  const full = plain && withOptional(pets, list, plain);
  expect(names(full)).toEqual(['kind', 'size', 'X-Version']);
});

test('an id that examples show as a number is the text of a path', async () => {
  const lists = await loadText(`openapi: 3.1.0
info: {title: Lists, version: '1'}
paths:
  /lists:
    post:
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/List'}}}}
      responses: {'201': {description: Made., content: {application/json: {schema: {$ref: '#/components/schemas/List'}, example: {id: 7, name: a}}}}}
  /lists/{list}:
    get:
      parameters: [{name: list, in: path, required: true, schema: {type: string}}]
      responses: {'200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/List'}}}}}
components: {schemas: {List: {type: object, properties: {id: {type: integer}, name: {type: string}}}}}
`);
  const read = lists.operations.find(({ method }) => method === 'get');
  if (!read) throw new Error('no operation');
  expect(exampleDrafts(lists, read)[0]?.parameters.map(({ value }) => value)).toEqual(['7']);
});
