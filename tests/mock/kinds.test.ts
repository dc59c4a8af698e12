import { expect, test } from 'vitest';
import type { Json, JsonObject } from '../../scripts/base/json.ts';
import { describeOperation } from '../values/describe-body.ts';
import { startMock } from './pets.ts';

const kindOf = (kind: JsonObject, more: string): JsonObject => ({
  type: 'object',
  required: ['kind', more],
  properties: { kind, [more]: { type: 'string' } },
});
const SCHEMAS: JsonObject = {
  Cat: kindOf({ const: 'cat' }, 'lives'),
  Dog: kindOf({ const: 'dog' }, 'bark'),
  Bird: kindOf({ type: 'string' }, 'song'),
  Fish: kindOf({ type: 'string' }, 'scales'),
};
const oneOf = (names: readonly string[], more: JsonObject = {}): JsonObject => ({
  oneOf: names.map((name) => ({ $ref: `#/components/schemas/${name}` })),
  discriminator: { propertyName: 'kind', ...more },
});
const PETS = oneOf(['Cat', 'Dog']);
const OTHERS = oneOf(['Bird', 'Fish']);
const MAPPED = oneOf(['Bird', 'Fish'], { mapping: { robin: 'Bird' } });

test.each<[schema: JsonObject, body: Json, detail: string]>([
  [PETS, { kind: 'cow' }, '"kind": "cow" is no known kind; the kinds are cat, dog.'],
  [PETS, { kind: 'dog' }, '"bark" is required.'],
  [
    PETS,
    { kind: 7, lives: 'nine' },
    '"kind": what it says is no known kind; the kinds are cat, dog.',
  ],
  [PETS, {}, '"kind" is required.'],
  [OTHERS, { kind: 'cow' }, '"kind": "cow" is no known kind; the kinds are Bird, Fish.'],
  [OTHERS, { kind: 'Fish' }, '"scales" is required.'],
  [MAPPED, { kind: 'cow' }, '"kind": "cow" is no known kind; the kinds are robin, Fish.'],
  [MAPPED, { kind: 'robin' }, '"song" is required.'],
  [
    { type: 'array', items: PETS },
    [{ kind: 'cat', lives: 'nine' }, { kind: 'cow' }],
    '"[1].kind": "cow" is no known kind; the kinds are cat, dog.',
  ],
  [{ allOf: [{ properties: { pet: PETS } }] }, { pet: { kind: 'dog' } }, '"pet.bark" is required.'],
  [
    { required: ['id'], properties: { pet: PETS } },
    { pet: { kind: 'cat', lives: 'nine' } },
    '"id" is required.',
  ],
])('%j refuses %j and says why', async (schema, body, detail) => {
  const requestBody = { required: true, content: { 'application/json': { schema } } };
  const { api } = await describeOperation({ requestBody }, '/things', SCHEMAS);
  const mock = await startMock([api]);
  const answer = await mock.inject({
    method: 'POST',
    url: '/things/things',
    payload: body as object,
  });
  expect(answer.json()).toMatchObject({ status: 400, detail });
});
