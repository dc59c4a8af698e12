import { expect, test } from 'vitest';
import { objectOf, type Json, type JsonObject } from '../../../scripts/base/json.ts';
import { richDrafts } from '../../../scripts/contract/generation/broken-draft.ts';
import { edgeDrafts } from '../../../scripts/contract/generation/edge-draft.ts';
import { describeOperation } from '../../values/describe-body.ts';

const ID = { type: 'integer', readOnly: true } as const;
const SCHEMAS: JsonObject = {
  Id: ID,
  Part: { type: 'object', properties: { id: ID, size: { type: 'integer' } } },
  Thing: {
    allOf: [
      {
        type: 'object',
        required: ['id', 'name'],
        properties: { id: ID, name: { type: 'string' } },
      },
      {
        type: 'object',
        properties: {
          made: { $ref: '#/components/schemas/Id' },
          part: { $ref: '#/components/schemas/Part' },
          parts: { type: 'array', minItems: 1, items: { $ref: '#/components/schemas/Part' } },
        },
      },
    ],
  },
};

test.for<[name: string, example: Json | undefined]>([
  ['made up', undefined],
  ['by an example that lacks them', { name: 'a' }],
  ['by an example that shows them', { id: 1, name: 'a', part: { id: 2, size: 3 } }],
])('full requests and edges say nothing that is read-only, %s', async ([, example]) => {
  const schema = { $ref: '#/components/schemas/Thing' };
  const content = { schema, ...(example === undefined ? {} : { example }) };
  const { api, operation } = await describeOperation(
    { requestBody: { required: true, content: { 'application/json': content } } },
    '/things',
    SCHEMAS,
  );
  const edges = [...edgeDrafts(api, operation)].flatMap(({ draft, alone }) => [draft, ...alone()]);
  const full = richDrafts(api, operation);
  const texts = [...full, ...edges].map(({ body }) => JSON.stringify(body?.value));
  expect(texts.filter((it) => /"(?:id|made)"/.test(it))).toEqual([]);
  expect(Object.keys(objectOf(full.at(-1)?.body?.value)).toSorted()).toEqual([
    'name',
    'part',
    'parts',
  ]);
  expect(edges.length).toBeGreaterThan(5);
});
