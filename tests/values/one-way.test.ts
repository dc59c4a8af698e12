import { expect, test } from 'vitest';
import type { Direction } from '../../scripts/model/api-model.ts';
import type { Json, JsonObject } from '../../scripts/base/json.ts';
import { toSchemas } from '../../scripts/values/schemas.ts';
import { withoutWriteOnly } from '../../scripts/values/without-write-only.ts';

const THING: JsonObject = {
  type: 'object',
  required: ['id', 'name', 'secret'],
  properties: {
    id: { $ref: '#/components/schemas/Id' },
    name: { type: 'string' },
    secret: { allOf: [{ type: 'string' }, { writeOnly: true }] },
  },
};
const SCHEMAS: JsonObject = {
  Id: { type: 'string', readOnly: true },
  Thing: THING,
  Apart: { allOf: [{ required: ['id', 'secret'] }, { $ref: '#/components/schemas/Named' }] },
  Named: {
    anyOf: [
      { properties: { id: { readOnly: true }, secret: { writeOnly: true } } },
      { required: ['other'] },
    ],
  },
  Deep: {
    properties: { list: { items: { $ref: '#/components/schemas/Thing' } } },
    additionalProperties: { $ref: '#/components/schemas/Thing' },
  },
  Split: {
    allOf: [
      { properties: { thing: { required: ['id'] } } },
      { properties: { thing: { properties: { id: { readOnly: true } } } } },
    ],
  },
  Tagged: {
    patternProperties: { '^x-': { writeOnly: true } },
    oneOf: [{ required: ['id'], properties: { id: { readOnly: true } } }, { required: ['name'] }],
  },
  Root: { type: 'string', writeOnly: true },
  Either: {
    anyOf: [{ properties: { a: { writeOnly: true } } }, { properties: { a: { type: 'integer' } } }],
  },
  Forbidden: { not: { required: ['id'], properties: { id: { readOnly: true } } } },
  Needs: { dependentRequired: { name: ['id'] }, properties: { id: { readOnly: true } } },
  Dynamic: {
    $id: 'urn:dynamic',
    $dynamicAnchor: 'node',
    required: ['id'],
    properties: { id: { readOnly: true }, next: { $dynamicRef: '#node' } },
  },
};

test.for<[name: string, direction: Direction | undefined, value: Json, broken: string[]]>([
  ['Thing', undefined, { name: 'a' }, ['required /id', 'required /secret']],
  ['Thing', 'request', { name: 'a', secret: 's' }, []],
  ['Thing', 'request', { name: 'a' }, ['required /secret']],
  ['Thing', 'request', { id: 'i', name: 'a', secret: 's' }, []],
  ['Thing', 'request', { id: 1, name: 'a', secret: 's' }, ['type /id']],
  ['Thing', 'response', { id: 'i', name: 'a' }, []],
  ['Thing', 'response', { name: 'a' }, ['required /id']],
  ['Thing', 'response', { id: 'i', name: 'a', secret: 's' }, ['writeOnly /secret']],
  ['Thing', 'either', { name: 'a' }, []],
  ['Thing', 'either', { id: 'i', name: 'a', secret: 's' }, []],
  ['Thing', 'either', { id: 'i', secret: 's' }, ['required /name']],
  ['Apart', 'request', { secret: 's' }, []],
  ['Apart', 'response', { id: 'i' }, []],
  ['Apart', 'request', { id: 'i' }, ['required /secret']],
  [
    'Deep',
    'request',
    { list: [{ name: 'a', secret: 's' }, { name: 'b' }] },
    ['required /list/1/secret'],
  ],
  ['Deep', 'response', { x: { id: 'i', name: 'a', secret: 's' } }, ['writeOnly /x/secret']],
  ['Split', 'request', { thing: {} }, []],
  ['Split', 'response', { thing: {} }, ['required /thing/id']],
  ['Tagged', 'request', { name: 'n' }, []],
  ['Tagged', 'request', {}, []],
  ['Tagged', 'response', { name: 'n', 'x-key': 1 }, ['writeOnly /x-key']],
  ['Root', 'response', 'text', []],
  ['Either', 'response', { a: 1 }, []],
  ['Either', 'response', { a: 'text' }, ['writeOnly /a', 'type /a', 'anyOf']],
  ['Forbidden', 'request', {}, []],
  ['Forbidden', 'request', { id: 1 }, ['not']],
  ['Needs', 'request', { name: 'n' }, []],
  ['Needs', 'response', { name: 'n' }, ['dependentRequired /id']],
  ['Dynamic', 'request', { next: { next: {} } }, []],
  ['Dynamic', 'response', { id: 1, next: {} }, ['required /next/id']],
])('%s in the direction %s: %j breaks %j', ([name, direction, value, broken]) => {
  const { check } = toSchemas({ openapi: '3.1.0', components: { schemas: SCHEMAS } });
  const breaches = check(`#/components/schemas/${name}`, value, direction);
  expect(breaches.map(({ keyword, instance }) => `${keyword} ${instance}`.trim())).toEqual(broken);
});

test('what an answer must not hold is taken out, and nothing else', () => {
  const { check } = toSchemas({ openapi: '3.1.0', components: { schemas: SCHEMAS } });
  const schema = '#/components/schemas/Deep';
  const value = { list: [{ id: 'i', name: 'a', secret: 's' }], y: { id: 'j', secret: 't' } };
  const answer = withoutWriteOnly(value, check(schema, value, 'response'));
  expect(answer).toEqual({ list: [{ id: 'i', name: 'a' }], y: { id: 'j' } });
  expect(withoutWriteOnly(answer, [])).toBe(answer);
});
