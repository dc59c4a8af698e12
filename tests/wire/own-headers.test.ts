import { expect, test } from 'vitest';
import { ownHeaders } from '../../scripts/wire/own-content.ts';
import { loadText } from '../load/load-files.ts';

async function headerOf(name: string, schema: object): Promise<string | undefined> {
  const api = await loadText(
    JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'Pets', version: '1' },
      paths: {
        '/pets': {
          get: { responses: { 503: { description: 'Later.', headers: { [name]: { schema } } } } },
        },
      },
    }),
  );
  const [response] = api.operations[0]?.responses ?? [];
  if (!response) throw new Error('there is no response');
  return ownHeaders(api, response, { isComplete: true })[name.toLowerCase()];
}

// RFC 9110, section 10.2.3: a date or a number of seconds, of which 0 asks to be asked at once.
test.for<[schema: object, want: string]>([
  [{ type: 'integer' }, '1'],
  [{ type: 'string' }, '1'],
  [{ type: 'integer', minimum: 30 }, '30'],
  [{ type: 'string', enum: ['60'] }, '60'],
])('Retry-After of %j is %s', async ([schema, want]) => {
  expect(await headerOf('Retry-After', schema)).toBe(want);
});

test('another header has whatever its schema takes', async () => {
  expect(await headerOf('X-Rest', { type: 'integer' })).toBe('0');
});
