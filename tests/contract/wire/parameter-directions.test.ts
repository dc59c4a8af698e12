import { expect, test } from 'vitest';
import { objectionsTo } from '../../../scripts/contract/judges/objections.ts';
import { readParts } from '../../../scripts/contract/wire/read-request.ts';
import type { JsonObject } from '../../../scripts/base/json.ts';
import { describeOperation } from '../../values/describe-body.ts';

/** `id` is told by answers alone, and `secret` by requests alone. */
const THING: JsonObject = {
  type: 'object',
  required: ['id', 'secret', 'name'],
  properties: {
    id: { type: 'integer', readOnly: true },
    secret: { type: 'string', writeOnly: true },
    name: { type: 'string' },
  },
};
const content = { 'application/json': { schema: THING } };

test.each([
  [{ secret: 's', name: 'n' }, []],
  [{ id: 1, name: 'n' }, ['#/required']],
])('a parameter of %j is read as a request has it', async (value, broken) => {
  const { api, operation } = await describeOperation(
    { parameters: [{ name: 'q', in: 'query', content }] },
    '/things',
    {},
    'get',
  );
  const url = `https://things.test/things?q=${encodeURIComponent(JSON.stringify(value))}`;
  const request = { method: 'GET', url, headers: [], body: undefined };
  const [part] = readParts(api, 'https://things.test', operation, request);
  expect(part?.breaches.map(({ constraint }) => `#${constraint.slice(-9)}`)).toEqual(broken);
});

test.each([
  [{ id: 1, name: 'n' }, []],
  [{ secret: 's', name: 'n' }, ['required', 'writeOnly']],
])('a header of %j is read as an answer has it', async (value, broken) => {
  const { api, operation } = await describeOperation({
    responses: { '200': { description: 'ok', headers: { 'X-Thing': { content } } } },
  });
  const request = {
    method: 'POST',
    url: 'https://things.test/things',
    headers: [],
    body: undefined,
  };
  const headers: [string, string][] = [['x-thing', JSON.stringify(value)]];
  const response = { status: 200, headers, body: '' };
  const found = objectionsTo(api, operation, { request, response });
  expect(found.map(({ message }) => message.split(' breaks ')[1])).toEqual(broken);
});
