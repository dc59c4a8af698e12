import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { judgeAccepted } from '../../../scripts/contract/judges/accepted.ts';
import { exampleDrafts, validDraft } from '../../../scripts/contract/generation/draft.ts';
import { NO_CREDENTIAL } from '../../../scripts/contract/wire/credentials.ts';
import { encodeRequest } from '../../../scripts/contract/wire/encode.ts';
import { readRequest } from '../../../scripts/contract/wire/read-request.ts';
import type { JsonObject } from '../../../scripts/base/json.ts';
import { leastFile } from '../../../scripts/wire/least-files.ts';
import { describeOperation } from '../../values/describe-body.ts';

const FORM = 'application/x-www-form-urlencoded';
const TEXT: JsonObject = { type: 'string' };
const FILE: JsonObject = { type: 'string', format: 'binary' };
const DEEP = { style: 'deepObject', explode: true } as const;
const png = leastFile('image/png') ?? Buffer.alloc(0);

/** A form with one field that the style deepObject is not defined for. */
function deep(field: JsonObject): JsonObject {
  const schema = { type: 'object', required: ['a'], properties: { a: field } };
  return { schema, encoding: { a: DEEP } };
}

function objectOf(property: JsonObject): JsonObject {
  return { type: 'object', required: ['b'], properties: { b: property } };
}

test.for<readonly [what: string, type: string, media: JsonObject, sent: unknown]>([
  ['a file', 'image/png', { schema: FILE }, png],
  ['a file without a schema', 'image/png', {}, png],
  ['a file of a range', 'image/*', { schema: FILE }, png],
  [
    'a file in base64',
    'image/png',
    { schema: { ...TEXT, contentEncoding: 'base64' } },
    Buffer.from(png.toString('base64')),
  ],
  [
    'octets of a kind that nobody knows',
    'application/x-thing',
    { schema: FILE },
    expect.anything(),
  ],
  ['any octets', 'application/x-thing', {}, expect.anything()],
  ['what is shown', 'application/x-thing', { schema: TEXT, example: 'v=0' }, Buffer.from('v=0')],
  [
    'a list in brackets',
    FORM,
    deep({ type: 'array', minItems: 1, maxItems: 1, items: { const: 'x' } }),
    'a=x',
  ],
  ['an object in an object', FORM, deep(objectOf(objectOf({ const: 1 }))), 'a%5Bb%5D%5Bb%5D=1'],
  [
    'a list of objects',
    FORM,
    deep({ type: 'array', minItems: 2, maxItems: 2, items: objectOf({ const: 'x' }) }),
    'a%5B0%5D%5Bb%5D=x&a%5B1%5D%5Bb%5D=x',
  ],
  [
    'a form that is said to be a text',
    'multipart/form-data',
    { schema: FILE },
    expect.stringContaining('\r\n\r\ntext\r\n'),
  ],
])('%s is sent, and who refuses it is not blamed', async ([, type, media, sent]) => {
  const { api, operation } = await describeOperation({
    requestBody: { required: true, content: { [type]: media } },
  });
  const drafts = [
    ...exampleDrafts(api, operation),
    ...fc.sample(validDraft(api, operation), { seed: 1, numRuns: 5 }),
  ];
  for (const draft of drafts) {
    const request = encodeRequest(api, '', operation, draft, NO_CREDENTIAL);
    const text = Buffer.from(request.bytes ?? request.body ?? '').toString('latin1');
    expect(text).toEqual(Buffer.isBuffer(sent) ? sent.toString('latin1') : sent);
    expect(readRequest(api, '', operation, request)).toEqual([]);
    const exchange = { request, response: { status: 400, headers: [], body: '' } };
    expect(judgeAccepted(api, '', operation, exchange, true)).toBe('irrelevant');
  }
});

test('a media type that holds a value comes before files', async () => {
  const content = {
    'image/png': { schema: FILE, example: 'shown' },
    'application/json': { schema: { const: 1 } },
  };
  const { api, operation } = await describeOperation({ requestBody: { required: true, content } });
  for (const { body } of exampleDrafts(api, operation)) {
    expect(body).toEqual({ mediaType: 'application/json', value: 1 });
  }
});

function only(name: string): JsonObject {
  return { type: 'object', required: [name], properties: { [name]: TEXT } };
}

test('a body is never of a range whose media type a narrower key describes', async () => {
  const { api, operation } = await describeOperation({
    requestBody: {
      required: true,
      content: {
        '*/*': { schema: only('file'), example: { file: 'x' } },
        'application/json': { schema: { ...only('a'), additionalProperties: false } },
      },
    },
  });
  const drafts = [
    ...exampleDrafts(api, operation),
    ...fc.sample(validDraft(api, operation), { seed: 1, numRuns: 30 }),
  ];
  expect(new Set(drafts.map(({ body }) => body?.mediaType))).toEqual(new Set(['application/json']));
});
