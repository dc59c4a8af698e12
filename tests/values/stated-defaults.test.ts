import { expect, test } from 'vitest';
import type { Json } from '../../scripts/base/json.ts';
import { withStatedDefaults } from '../../scripts/values/stated-defaults.ts';
import { loadText } from '../mock/pets.ts';

const DESCRIPTION = `
openapi: 3.1.0
info: {title: Pets, version: '1'}
paths: {}
components:
  schemas:
    Base: {properties: {kind: {type: string, default: dog}, next: {$ref: '#/components/schemas/Pet'}}}
    Home: {default: {city: Oslo}, type: object, properties: {city: {type: string}, floor: {type: integer, default: 0}}}
    Pet:
      allOf: [{$ref: '#/components/schemas/Base'}, {properties: {tags: {default: []}}}]
      oneOf: [{properties: {tame: {default: true}}}, {properties: {wild: {default: true}}}]
      properties:
        home: {$ref: '#/components/schemas/Home'}
        toys: {type: array, items: {type: object, properties: {colour: {default: red}}}}
        age: {type: integer, default: none}
        nick: {type: [string, 'null'], default: null}
    Plain: {type: object, properties: {name: {type: string}}}
    Visit: {properties: {at: {type: string, format: date-time, x-default: now}, day: {type: integer, x-default: now}}}
`;

const WHOLE = { kind: 'dog', tags: [], nick: null };

test.each<[string, Json, Json]>([
  ['Pet', {}, { ...WHOLE, home: { city: 'Oslo' } }],
  ['Pet', { home: {}, kind: 'cat' }, { ...WHOLE, kind: 'cat', home: { floor: 0 } }],
  [
    'Pet',
    { home: 1, toys: [{}, { colour: 'blue' }] },
    { ...WHOLE, home: 1, toys: [{ colour: 'red' }, { colour: 'blue' }] },
  ],
  [
    'Pet',
    { home: null, next: {} },
    { ...WHOLE, home: null, next: { ...WHOLE, home: { city: 'Oslo' } } },
  ],
  ['Pet', 'text', 'text'],
  ['Visit', {}, { at: '2024-01-15T10:30:00.000Z' }],
  ['Visit', { at: 'then' }, { at: 'then' }],
  ['Plain', { constructor: 1 }, { constructor: 1 }],
  ['Nowhere', {}, {}],
])('%s: %j is %j with all that is stated', async (name, value, want) => {
  const api = await loadText(DESCRIPTION);
  expect(
    withStatedDefaults(api, `#/components/schemas/${name}`, value, '2024-01-15T10:30:00.000Z'),
  ).toEqual(want);
});
