import { expect, test } from 'vitest';
import { objectOf, type Json, type JsonObject } from '../../../scripts/base/json.ts';
import { richDrafts, singleBreaks } from '../../../scripts/contract/generation/broken-draft.ts';
import { edgeDrafts } from '../../../scripts/contract/generation/edge-draft.ts';
import { describeOperation } from '../../values/describe-body.ts';

const text: JsonObject = { type: 'string' };
const toObject = (properties: JsonObject): JsonObject => ({ type: 'object', properties });

const withBody = (schema: JsonObject, example: Json): JsonObject => ({
  requestBody: { required: true, content: { 'application/json': { schema, example } } },
});

test('what was added to an example is filled as well', async () => {
  const inner = toObject({ size: { type: 'integer' } });
  const { api, operation } = await describeOperation(
    withBody(toObject({ name: text, outer: toObject({ inner }) }), { name: 'a' }),
    '/things',
  );
  const full = richDrafts(api, operation).at(-1)?.body?.value;
  expect(full).toMatchObject({ name: 'a', outer: { inner: { size: expect.any(Number) } } });
});

const nothing: JsonObject = { type: 'null' };

test.each<[string, JsonObject, unknown]>([
  ['an object', { anyOf: [nothing, toObject({ size: text })] }, { size: expect.any(String) }],
  [
    'an object of types',
    { ...toObject({ size: text }), type: ['object', 'null'] },
    { size: 'text' },
  ],
  [
    'one that is named',
    { oneOf: [{ $ref: '#/components/schemas/Inner' }, nothing] },
    { a: 'text' },
  ],
  ['a list', { type: ['array', 'null'], items: text, minItems: 1 }, [expect.any(String)]],
  ['a text', { type: ['string', 'null'] }, expect.any(String)],
  ['what is most', { anyOf: [text, nothing, toObject({ a: text })] }, { a: 'text' }],
  ['nothing else', nothing, null],
  ['nothing else by enum', { enum: [null] }, null],
])('where null may be %s as well, a draft that says all has that', async (_, schema, want) => {
  const { api, operation } = await describeOperation(
    withBody({ ...toObject({ name: text, other: schema }), required: ['other'] }, { other: null }),
    '/things',
    { Inner: toObject({ a: text }) },
  );
  const [bare, ...full] = richDrafts(api, operation).map(({ body }) => body?.value);
  expect(bare).toEqual({ other: null });
  expect(full.at(-1)).toMatchObject({ name: expect.any(String), other: want });
});

test('a schema that holds itself is filled to an end', async () => {
  const { api, operation } = await describeOperation(
    withBody({ $ref: '#/components/schemas/Node' }, {}),
    '/things',
    { Node: toObject({ next: { $ref: '#/components/schemas/Node' } }) },
  );
  const full = richDrafts(api, operation).map(({ body }) => JSON.stringify(body?.value).length);
  expect(Math.max(...full)).toBeLessThan(100);
});

test('of the items of a list each shape is broken, and not the first alone', async () => {
  const item = toObject({ plain: text, rare: text });
  const { api, operation } = await describeOperation(
    withBody({ type: 'array', items: { ...item, maxProperties: 1 } }, [
      { plain: 'a' },
      { plain: 'b' },
      { rare: 'c' },
    ]),
    '/things',
  );
  const broken = [...singleBreaks(api, operation)].map((it) => it.broken);
  expect(broken).toContain('type at body/2/rare');
  expect(broken).not.toContain('type at body/1/plain');
});

test('an edge of what names a thing hides no other edge', async () => {
  const properties = { table: text, size: { type: 'integer' } };
  const body = { ...toObject(properties), required: ['table', 'size'] };
  const { api, operation } = await describeOperation(
    {
      ...withBody(body, { table: 'a', size: 1 }),
      parameters: [
        {
          name: 'id',
          in: 'path',
          required: true,
          schema: { ...text, minLength: 1 },
          example: 'one',
        },
      ],
      'x-resource': { name: 'thing', action: 'update', within: ['#/table'], id: 'id' },
    },
    '/things/{id}',
  );
  const edges = [...edgeDrafts(api, operation)];
  const differs = edges.map(({ draft }) => [
    draft.parameters[0]?.value !== 'one',
    objectOf(draft.body?.value)['table'] !== 'a',
    objectOf(draft.body?.value)['size'] !== 1,
  ]);
  expect(differs.filter((it) => it[0])).not.toEqual([]);
  expect(differs.filter((it) => it[1])).not.toEqual([]);
  for (const it of differs) expect(it.filter(Boolean).length).toBeLessThanOrEqual(1);
});
