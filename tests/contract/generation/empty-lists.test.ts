import { expect, test } from 'vitest';
import type { JsonObject } from '../../../scripts/base/json.ts';
import { emptyDrafts } from '../../../scripts/contract/generation/empty-lists.ts';
import { describeBody } from '../../values/describe-body.ts';

const list = { type: 'array', items: { type: 'string' } };
const full = { ...list, minItems: 1 };

async function bodiesOf(schema: JsonObject) {
  const { api, operation } = await describeBody(schema, undefined);
  return emptyDrafts(api, operation).map(({ body }) => body?.value);
}

test('lists that may be empty are, at whatever depth', async () => {
  const inner = { type: 'object', required: ['c'], properties: { c: list } };
  const properties = { a: list, b: inner, d: full };
  const bodies = await bodiesOf({ type: 'object', required: ['a', 'b', 'd'], properties });
  expect(bodies).toHaveLength(2);
  for (const body of bodies) expect(body).toMatchObject({ a: [], b: { c: [] } });
  for (const body of bodies) expect(body).not.toMatchObject({ d: [] });
});

test('each is about something new', async () => {
  const properties = { name: { type: 'string', minLength: 5 }, a: list };
  const bodies = await bodiesOf({ type: 'object', required: ['name', 'a'], properties });
  expect(new Set(bodies.map((it) => JSON.stringify(it))).size).toBe(2);
});

test('there is none where no list may be empty', async () => {
  expect(await bodiesOf({ type: 'object', required: ['a'], properties: { a: full } })).toEqual([]);
  expect(await bodiesOf({ type: 'string' })).toEqual([]);
});
