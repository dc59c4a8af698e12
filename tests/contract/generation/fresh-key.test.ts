import { expect, test } from 'vitest';
import { exampleDrafts, type Draft } from '../../../scripts/contract/generation/draft.ts';
import { withFreshKey } from '../../../scripts/contract/generation/fresh-key.ts';
import { textOf, type Json } from '../../../scripts/base/json.ts';
import { loadText } from '../../mock/pets.ts';

const keyIn = ({ parameters }: Draft) => parameters[0]?.value;

async function freshen(schema: string, value: Json, source: string | null = 'one') {
  const api = await loadText(`
openapi: 3.1.0
info: {title: Pets, version: '1'}
paths:
  /pets:
    post:
      operationId: createPet
      parameters: [{name: idempotency-key, in: header, required: true, schema: ${schema}}]
      responses: {'201': {description: A pet.}}
`);
  const [operation] = api.operations;
  const [draft] = operation ? exampleDrafts(api, operation) : [];
  const parameter = operation?.parameters[0];
  if (!operation || !draft || !parameter) throw new Error('there is no operation');
  return keyIn(
    withFreshKey(
      api,
      operation,
      { ...draft, parameters: [{ parameter, value }] },
      source ?? undefined,
    ),
  );
}

test.each<[schema: string, given: Json, form: RegExp]>([
  [
    '{type: string, format: uuid}',
    '0d5f0a34-9a3c-4b1e-8f0e-0a8c0d9e1f22',
    /^[\da-f]{8}-[\da-f]{4}-4/,
  ],
  ['{type: string, minLength: 8, maxLength: 12}', 'abcdefgh', /^[a-v]{8}$/],
  ['{type: string, minLength: 8, maxLength: 12}', '........', /^[\da-f]{8}$/],
  ["{type: string, pattern: '^order-[0-9]{10}$'}", 'order-0123456789', /^order-\d{10}$/],
  ['{type: string}', 'x', /^[\da-f]{8}-[\da-f]{4}-4/],
  ['{type: integer}', 7, /^\d+$/],
])('a key of %s that was %s has its form and is another', async (schema, given, form) => {
  const [one, two] = [await freshen(schema, given), await freshen(schema, given, 'two')];
  expect(textOf(one)).toMatch(form);
  expect(new Set([one, two, given]).size).toBe(3);
  expect(await freshen(schema, given)).toBe(one);
});

test.each<[schema: string, given: Json, source: string | null]>([
  ['{type: string, enum: [a, b]}', 'a', 'one'],
  ['{type: string, minLength: 8}', 'short', 'one'],
  ['{type: string, minLength: 8}', 'long enough', null],
])(
  'a key of %s that is %s stays where nothing else may be, or nobody wants it',
  async (...given) => {
    expect(await freshen(...given)).toBe(given[1]);
  },
);
