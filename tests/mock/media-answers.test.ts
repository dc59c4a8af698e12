import { expect, test } from 'vitest';
import type { Json, JsonObject } from '../../scripts/base/json.ts';
import { describeOperation } from '../values/describe-body.ts';
import { startMock } from './pets.ts';

/** What a mock answers whose one operation documents this content. */
async function answerOf(content: JsonObject, accept?: string) {
  const { api } = await describeOperation({ responses: { '200': { description: 'ok', content } } });
  const mock = await startMock([api]);
  const headers = accept === undefined ? {} : { accept };
  const answer = await mock.inject({ method: 'POST', url: '/things/things', headers });
  return {
    status: answer.statusCode,
    type: answer.headers['content-type'],
    bytes: answer.rawPayload,
  };
}

const WORD: JsonObject = { type: 'object', required: ['a'], properties: { a: { const: 'x' } } };

test.each<[mediaType: string, media: Json, type: string, text: string]>([
  ['application/x-ndjson', { schema: WORD }, 'application/x-ndjson', '{"a":"x"}\n'.repeat(3)],
  [
    'application/jsonl',
    { schema: { type: 'array', minItems: 1, maxItems: 1, items: WORD } },
    'application/jsonl',
    '{"a":"x"}\n',
  ],
  ['application/json-seq', { schema: WORD }, 'application/json-seq', '\u001E{"a":"x"}\n'.repeat(3)],
  ['application/jsonl', { itemSchema: WORD }, 'application/jsonl', '{"a":"x"}\n'.repeat(3)],
  ['text/event-stream', { schema: WORD }, 'text/event-stream', 'data: {"a":"x"}\n\n'.repeat(3)],
  [
    'text/event-stream',
    {
      itemSchema: {
        required: ['data', 'event'],
        properties: { event: { const: 'e' }, data: { const: 'one\ntwo' } },
      },
    },
    'text/event-stream',
    'event: e\ndata: one\ndata: two\n\n'.repeat(3),
  ],
  ['text/event-stream', { schema: { const: 'x' } }, 'text/event-stream', 'data: x\n\n'],
  [
    'text/event-stream',
    { example: 'id: 1\ndata: x\n\n' },
    'text/event-stream',
    'id: 1\ndata: x\n\n',
  ],
  ['text/csv', { schema: { type: 'array', items: WORD } }, 'text/csv', 'a\r\nx\r\n'],
  [
    'text/csv',
    {
      example: [
        { a: 'b,c', d: '"' },
        { a: null, e: 1 },
      ],
    },
    'text/csv',
    'a,d,e\r\n"b,c","""",\r\n,,1\r\n',
  ],
  ['text/html', { schema: WORD }, 'text/html', '{"a":"x"}'],
  ['application/yaml', { schema: WORD }, 'application/yaml', '{"a":"x"}'],
  ['application/octet-stream', { schema: WORD }, 'application/octet-stream', '{"a":"x"}'],
  ['application/octet-stream', {}, 'application/octet-stream', 'text'],
  [
    'application/x-www-form-urlencoded',
    { schema: WORD },
    'application/x-www-form-urlencoded',
    'a=x',
  ],
  ['application/json', {}, 'application/json', 'null'],
  ['application/*', { schema: WORD }, 'application/json', '{"a":"x"}'],
])('%s of %j is answered as such', async (mediaType, media, type, text) => {
  const answer = await answerOf({ [mediaType]: media });
  expect([answer.status, answer.type, answer.bytes.toString()]).toEqual([200, type, text]);
});

test('parts come with their boundary', async () => {
  const { type, bytes } = await answerOf({ 'multipart/form-data': { schema: WORD } });
  const [, boundary = ''] = /^multipart\/form-data; boundary=(.+)$/.exec(String(type)) ?? [];
  expect(bytes.toString()).toMatch(new RegExp(`^--${boundary}\r\n[^]+\r\n--${boundary}--\r\n$`));
});

test.each<[mediaType: string, start: number[]]>([
  ['image/png', [0x89, 0x50, 0x4e, 0x47]],
  ['image/gif', [0x47, 0x49, 0x46, 0x38]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/webp', [0x52, 0x49, 0x46, 0x46]],
  ['image/svg+xml', [0x3c, 0x73, 0x76, 0x67]],
  ['application/pdf', [0x25, 0x50, 0x44, 0x46]],
  ['application/zip', [0x50, 0x4b, 0x05, 0x06]],
  ['application/gzip', [0x1f, 0x8b]],
  ['audio/wav', [0x52, 0x49, 0x46, 0x46]],
])('%s is a file of its own kind', async (mediaType, start) => {
  for (const media of [{}, { schema: { type: 'string', format: 'binary' } }]) {
    // One after the other: each mock is closed with the test.
    // oxlint-disable-next-line no-await-in-loop
    const { type, bytes } = await answerOf({ [mediaType]: media });
    expect([type, [...bytes.subarray(0, start.length)]]).toEqual([mediaType, start]);
  }
});

test('an encoded picture is text', async () => {
  const schema = { type: 'string', contentEncoding: 'base64', const: 'AAAA' };
  const { bytes } = await answerOf({ 'image/png': { schema } });
  expect(bytes.toString()).toBe('AAAA');
});

test.for<[accept: string | undefined, type: string, text: string]>([
  [undefined, 'application/json', '{"a":"x"}'],
  ['*/*', 'application/json', '{"a":"x"}'],
  ['application/json', 'application/json', '{"a":"x"}'],
  ['application/hal+json', 'application/hal+json', '{"file":"text"}'],
])('the narrowest key says what comes, with Accept %s', async ([accept, type, text]) => {
  const file = { type: 'object', required: ['file'], properties: { file: { type: 'string' } } };
  const content = { '*/*': { schema: file }, 'application/json': { schema: WORD } };
  const answer = await answerOf(content, accept);
  expect([answer.type, answer.bytes.toString()]).toEqual([type, text]);
});

test('of a range comes what the client names, if the schema has a form in it', async () => {
  const structure = { '*/*': { schema: WORD } };
  expect((await answerOf(structure, 'text/html, */*;q=0.5')).type).toBe('application/json');
  expect((await answerOf(structure, 'application/vnd.own+json')).type).toBe(
    'application/vnd.own+json',
  );
  expect((await answerOf({ '*/*': { schema: { type: 'string' } } }, 'text/html')).type).toBe(
    'text/html',
  );
});
