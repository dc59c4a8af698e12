import { expect, test } from 'vitest';
import type { Json } from '../../scripts/base/json.ts';
import { describeOperation } from '../values/describe-body.ts';
import { startMock } from './pets.ts';

async function answerOf(response: Json, prefer: string) {
  const { api } = await describeOperation({ responses: { '200': response } }, '/things', {});
  const mock = await startMock([api]);
  return await mock.inject({ method: 'POST', url: '/things/things', headers: { prefer } });
}

test.each<[name: string, media: Json, text: string]>([
  ['a boolean', { schema: { type: 'boolean' } }, 'true'],
  ['an integer', { schema: { type: 'integer', minimum: 7, maximum: 7 } }, '7'],
  ['an example that is no text', { schema: { type: 'boolean' }, example: false }, 'false'],
])('plain text carries %s', async (_name, media, text) => {
  const response = { description: 'ok', content: { 'text/plain': media } };
  const { statusCode, payload } = await answerOf(response, 'dynamic=false');
  expect([statusCode, payload]).toEqual([200, text]);
});

const COUNTS = {
  schema: {
    type: 'object',
    properties: { total: { type: 'integer' } },
    additionalProperties: false,
  },
};

test.each<[name: string, header: Json, field: string | undefined]>([
  ['what has no example', COUNTS, 'total,0'],
  [
    'a structure that must be there',
    { ...COUNTS, required: true, example: { total: 3 } },
    'total,3',
  ],
  ['a list', { schema: { type: 'array', items: { type: 'integer' } }, example: [1, 2] }, '1,2'],
  ['a text, as it stands', { schema: { type: 'string' }, example: 'a, b' }, 'a, b'],
])('a header field is as its style writes %s', async (_name, header, field) => {
  const response = {
    description: 'ok',
    headers: { 'X-Pagination': header },
    content: { 'application/json': { schema: { type: 'integer' } } },
  };
  const { statusCode, headers } = await answerOf(response, 'dynamic=false');
  expect([statusCode, headers['x-pagination']]).toEqual([200, field]);
});
