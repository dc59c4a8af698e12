import { expect, test } from 'vitest';
import type { Json } from '../../../scripts/base/json.ts';
import { nearestBreaches } from '../../../scripts/contract/judges/nearest-alternative.ts';
import { HEAD, loadText } from '../../load/load-files.ts';

const api = await loadText(`${HEAD}components:
  schemas:
    Maybe: {anyOf: [{$ref: '#/components/schemas/Base'}, {type: 'null'}]}
    Base: {type: object, required: [id], properties: {id: {type: integer}, 'a%20b': {type: string}}}
    Kinds:
      allOf:
        - oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
      unevaluatedProperties: false
    Cat: {required: [kind], properties: {kind: {const: cat}, lives: {type: integer}}}
    Dog: {required: [kind], properties: {kind: {enum: [dog, wolf]}, owner: {$ref: '#/components/schemas/Maybe'}}}
    Sizes: {oneOf: [{type: string, maxLength: 2}, {type: integer, maximum: 9}]}
    Loose: {anyOf: [{required: [a]}, {required: [b]}]}
    Both: {oneOf: [{type: integer}, {type: number}]}
    List: {type: array, items: {$ref: '#/components/schemas/Kinds'}}
`);

test.each<[schema: string, value: Json, told: readonly string[]]>([
  ['Maybe', {}, ['/id required']],
  ['Maybe', { id: 'x' }, ['/id type']],
  ['Maybe', { id: 1, 'a%20b': 1 }, ['/a%20b type']],
  ['Maybe', 'x', ['type', 'type', 'anyOf']],
  ['Kinds', { kind: 'cat', lives: 'x' }, ['/lives type']],
  ['Kinds', { kind: 'dog', owner: {} }, ['/owner/id required']],
  [
    'Kinds',
    { kind: 'wolf', owner: { id: 'x' }, more: 1 },
    ['/owner/id type', '/more unevaluatedProperties'],
  ],
  ['Kinds', { kind: 'cow' }, ['/kind const', '/kind enum', 'oneOf', '/kind unevaluatedProperties']],
  ['Kinds', {}, ['/kind required', '/kind required', 'oneOf']],
  ['Sizes', 'abc', ['maxLength']],
  ['Sizes', 10, ['maximum']],
  ['Sizes', null, ['type', 'type', 'oneOf']],
  ['Loose', {}, ['/a required', '/b required', 'anyOf']],
  ['Both', 3, ['oneOf']],
  [
    'List',
    [
      { kind: 'cat', lives: 'x' },
      { kind: 'dog', owner: 3 },
      { kind: 'cat', lives: 1 },
    ],
    ['/0/lives type', '/1/owner type', '/1/owner type', '/1/owner anyOf'],
  ],
])('%s with %j is told by %j', (schema, value, told) => {
  const breaches = api.schemas.check(`#/components/schemas/${schema}`, value, 'response');
  const left = nearestBreaches(api, value, breaches);
  expect(left.map(({ instance, keyword }) => `${instance} ${keyword}`.trim())).toEqual(told);
});
