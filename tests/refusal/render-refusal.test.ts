import { expect, test } from 'vitest';
import type { JsonObject } from '../../scripts/base/json.ts';
import { documentsRefusals, isLeftOpen } from '../../scripts/refusal/documented-refusal.ts';
import { refuse } from '../../scripts/refusal/refusal.ts';
import { renderRefusal } from '../../scripts/refusal/render-refusal.ts';
import { describeOperation } from '../values/describe-body.ts';

const CLOSED: JsonObject = {
  type: 'object',
  required: ['code', 'message'],
  properties: { code: { type: 'integer' }, message: { type: 'string' } },
  additionalProperties: false,
};
const json = (schema: JsonObject, more: JsonObject = {}): JsonObject => ({
  description: 'no',
  content: { 'application/json': { schema, ...more } },
});
const WRONG = refuse('invalid', 'It is wrong.', { path: ['n'] });

const operationOf = async (responses: JsonObject) =>
  describeOperation({ responses: { '200': { description: 'ok' }, ...responses } });

async function render(responses: JsonObject, refusal = WRONG, accept?: string) {
  const { api, operation } = await operationOf(responses);
  const { status, headers, body } = renderRefusal(api, operation, refusal, accept);
  return [status, headers['content-type'], String(body ?? '')];
}

const worded = (code: number) => `{"code":${code},"message":"It is wrong."}`;

test.each<[name: string, responses: JsonObject, want: unknown[]]>([
  ['400', { '400': json(CLOSED), '422': json({}) }, [400, 'application/json', worded(400)]],
  [
    '422 where 400 is not',
    { '422': json(CLOSED), default: json({}) },
    [422, 'application/json', worded(422)],
  ],
  ['4XX', { '4XX': json(CLOSED), default: json({}) }, [400, 'application/json', worded(400)]],
  ['default', { default: json(CLOSED) }, [400, 'application/json', worded(400)]],
  [
    'an example, as it is',
    { '400': json(CLOSED, { example: { code: 7, message: 'No.' } }) },
    [400, 'application/json', '{"code":7,"message":"No."}'],
  ],
  [
    'words of its own only',
    { '400': json({ properties: { message: { enum: ['bad'] } } }) },
    [400, 'application/json', '{"message":"bad"}'],
  ],
  [
    'a message further in',
    { '400': json({ properties: { error: { properties: { detail: { type: 'string' } } } } }) },
    [400, 'application/json', '{"error":{"detail":"It is wrong."}}'],
  ],
  [
    'a list of messages',
    {
      '400': json({
        type: 'array',
        minItems: 1,
        items: { properties: { msg: { type: 'string' } } },
      }),
    },
    [400, 'application/json', '[{"msg":"It is wrong."}]'],
  ],
  [
    'a text',
    { '400': { description: 'no', content: { 'text/plain': { schema: { type: 'string' } } } } },
    [400, 'text/plain', 'It is wrong.'],
  ],
  ['no content', { '400': { description: 'no' } }, [400, undefined, '']],
  [
    'nothing of its content',
    { '400': { description: 'no', content: { 'application/json': {} } } },
    [
      400,
      'application/json',
      '{"type":"about:blank","title":"Bad Request","status":400,"detail":"It is wrong.","field":"n"}',
    ],
  ],
  [
    'no refusal',
    {},
    [
      400,
      'application/problem+json',
      '{"type":"about:blank","title":"Bad Request","status":400,"detail":"It is wrong.","field":"n"}',
    ],
  ],
])('a refusal is answered as documented: %s', async (_, responses, want) => {
  expect(await render(responses)).toEqual(want);
});

test('problem details take the facts where a schema has places for them, and no others', async () => {
  const names = ['type', 'title', 'detail'];
  const properties = Object.fromEntries(names.map((name) => [name, { type: 'string' }] as const));
  const schema = { type: 'object', properties, additionalProperties: false };
  const content = { 'application/problem+json': { schema } };
  const [, , body] = await render({ '400': { description: 'no', content } });
  expect(body).toBe('{"type":"about:blank","title":"Bad Request","detail":"It is wrong."}');
});

test('a refusal comes in a documented type that the client accepts', async () => {
  const content = {
    'application/json': { schema: CLOSED },
    'text/plain': { schema: { type: 'string' } },
  };
  const responses = { '400': { description: 'no', content } };
  expect(await render(responses, WRONG, 'text/plain')).toEqual([400, 'text/plain', 'It is wrong.']);
  expect((await render(responses, WRONG, 'image/png'))[1]).toBe('application/json');
});

test('a refusal has the headers that its response must have', async () => {
  const headers = { 'X-Id': { required: true, schema: { type: 'string', const: 'id' } } };
  const { api, operation } = await operationOf({ default: { ...json(CLOSED), headers } });
  expect(renderRefusal(api, operation, WRONG).headers['x-id']).toBe('id');
});

test.each<[responses: string, status: number, want: boolean]>([
  ['200', 400, true],
  ['200', 401, true],
  ['200', 429, true],
  ['200', 418, false],
  ['200', 500, false],
  ['200', 201, false],
  ['200 422', 400, false],
  ['200 422', 401, true],
  ['200 4XX', 401, false],
  ['200 default', 404, false],
  ['400 404', 200, true],
  ['200', 405, false],
  ['400 404', 405, false],
])('where %s is documented, %d is left open: %s', async (responses, status, want) => {
  const own = responses.split(' ').map((it) => [it, { description: 'so' }] as const);
  const { operation } = await describeOperation({ responses: Object.fromEntries(own) });
  expect(isLeftOpen(operation, status)).toBe(want);
});

test.each([
  ['/things', false],
  ['/things/{id}', true],
])('at %s an undocumented 404 is left open: %s', (path, want) => {
  expect(isLeftOpen({ responses: [], errors: {}, path }, 404)).toBe(want);
});

test.each<[responses: string, want: boolean]>([
  ['200', false],
  ['200 500', false],
  ['200 404', true],
  ['200 4XX', true],
  ['200 default', true],
])('where %s is documented, something is said of refusals: %s', async (responses, want) => {
  const own = responses.split(' ').map((it) => [it, { description: 'so' }] as const);
  const { operation } = await describeOperation({ responses: Object.fromEntries(own) });
  expect(documentsRefusals(operation)).toBe(want);
});
