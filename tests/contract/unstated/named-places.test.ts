import { expect, test } from 'vitest';
import { richDrafts } from '../../../scripts/contract/generation/broken-draft.ts';
import { inputPlaces } from '../../../scripts/contract/unstated/input-place.ts';
import { placesNamed } from '../../../scripts/contract/unstated/named-places.ts';
import { loadText } from '../../load/load-files.ts';

const api = await loadText(`openapi: 3.1.0
info: {title: Things, version: '1'}
paths:
  /things:
    post:
      parameters: [{name: size, in: query, schema: {type: string}}]
      requestBody:
        content:
          application/json:
            schema:
              type: object
              required: [name, parts]
              properties:
                name: {type: string}
                parts: {type: array, minItems: 1, items: {type: object, required: [size], properties: {size: {type: string}}}}
      responses: {'200': {description: ok}}
`);
const [operation] = api.operations;
if (!operation) throw new Error('no operation');
const draft = richDrafts(api, operation).at(-1);
if (!draft) throw new Error('no draft');
const places = inputPlaces(api, operation, draft);
const named = (body: unknown) =>
  placesNamed({ body: typeof body === 'string' ? body : JSON.stringify(body) }, places).map(
    ({ label }) => label,
  );

test.for<[string, unknown, readonly string[]]>([
  ['steps', { detail: [{ loc: ['query', 'size'], msg: 'wrong' }] }, ['query parameter size']],
  ['steps in a body', { detail: [{ loc: ['body', 'name'] }] }, ['body/name']],
  ['a pointer', { errors: [{ pointer: '#/name' }] }, ['body/name']],
  ['a path with dots', { violations: [{ field: 'create.arg0.name' }] }, ['body/name']],
  ['a name', { details: [{ location: 'querystring', name: 'size' }] }, ['query parameter size']],
  ['a sentence', { message: 'size and name are wrong' }, []],
  ['a value that was sent', { detail: [{ loc: ['query', 'other'], input: 'size' }] }, []],
  ['another part', { detail: [{ loc: ['body', 'size'] }, { loc: ['query', 'name'] }] }, []],
  ['no JSON', 'size', []],
])('%s', ([, body, want]) => {
  expect(named(body)).toEqual(want);
});

test('a part of a list by its index', () => {
  const found = named({ detail: [{ loc: ['body', 'parts', 0, 'size'] }] });
  expect(found).toEqual(['body/parts/0/size']);
  expect(named([{ path: 'parts[0].size' }])).toEqual(['body/parts/0/size']);
});
