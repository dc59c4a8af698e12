import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { exampleDrafts, validDraft } from '../../../scripts/contract/generation/draft.ts';
import { judgeAccepted, judgeRejected } from '../../../scripts/contract/judges/accepted.ts';
import { NO_CREDENTIAL } from '../../../scripts/contract/wire/credentials.ts';
import { encodeRequest } from '../../../scripts/contract/wire/encode.ts';
import { readParts } from '../../../scripts/contract/wire/read-request.ts';
import { isObject, type Json, type JsonObject } from '../../../scripts/base/json.ts';
import { describeOperation } from '../../values/describe-body.ts';

const TARGET = 'https://things.test';
const FORM = 'application/x-www-form-urlencoded';
const MULTIPART = 'multipart/form-data';
const STYLED = `
schema:
  type: object
  required: [flat]
  properties:
    flat: {type: array, minItems: 1, items: {enum: [red, blue]}}
    deep: {type: object, properties: {a: {type: integer}}}
    o: {type: object, properties: {k: {type: integer}}}
encoding: {flat: {style: form, explode: false}, deep: {style: deepObject, explode: true}}`;
const COMPOSED = `
schema:
  allOf: [{required: [n], properties: {n: {type: integer}}}]
  oneOf: [{required: [a], properties: {a: {type: boolean}}}, {required: [b]}]`;
const PARTS = `
schema:
  type: object
  required: [title, file]
  properties:
    title: {type: string, maxLength: 5}
    file: {type: string, format: binary}
    meta: {type: object, properties: {k: {type: integer}}}
    csv: {type: string}
encoding: {csv: {contentType: text/csv}}`;

function withExample(media: string, example: Json): JsonObject {
  const described: unknown = parse(media);
  return isObject(described) ? { ...described, example } : {};
}

async function describe(mediaType: string, media: string, example?: Json) {
  const content = example === undefined ? (parse(media) as Json) : withExample(media, example);
  return describeOperation({ requestBody: { required: true, content: { [mediaType]: content } } });
}

test.for<readonly [what: string, type: string, media: string, example: Json, sent: string]>([
  ['a list in one field', FORM, STYLED, { flat: ['red', 'blue'] }, 'flat=red,blue'],
  ['a deep object', FORM, STYLED, { flat: ['red'], deep: { a: 1 } }, 'flat=red&deep%5Ba%5D=1'],
  [
    'an object as JSON text',
    FORM,
    STYLED,
    { flat: ['red'], o: { k: 1 } },
    'flat=red&o=%7B%22k%22%3A1%7D',
  ],
  ['types under allOf', FORM, COMPOSED, { n: 1, a: true }, 'n=1&a=true'],
  ['lines', 'application/x-ndjson', 'schema: {type: array}', [1, { a: 2 }], '1\n{"a":2}\n'],
  [
    'a document',
    'application/xml',
    'schema: {type: object, required: [a]}',
    '<x><a/></x>',
    '<x><a/></x>',
  ],
  [
    'an object as XML',
    'application/xml',
    'schema: {type: object, xml: {name: x}}',
    { a: '1' },
    '<x><a>1</a></x>',
  ],
])(
  'the writer, the reader and the judges agree about %s',
  async ([, type, media, example, sent]) => {
    const { api, operation } = await describe(type, media, example);
    const [draft] = exampleDrafts(api, operation);
    if (!draft) throw new Error('there is no draft');
    const request = encodeRequest(api, TARGET, operation, draft, NO_CREDENTIAL);
    expect(request.body).toBe(sent);
    expect(readParts(api, TARGET, operation, request)).toMatchObject([{ breaches: [] }]);
    const answered = (status: number) => ({ request, response: { status, headers: [], body: '' } });
    expect(judgeRejected(api, TARGET, operation, answered(200))).toBe('irrelevant');
    expect(judgeAccepted(api, TARGET, operation, answered(400), true)).toMatchObject({
      message: 'a valid request is answered 400',
    });
  },
);

test('parts are typed, and files are named', async () => {
  const example = { title: 'a', file: 'x', meta: { k: 1 }, csv: 'a,b' };
  const { api, operation } = await describe(MULTIPART, PARTS, example);
  const [draft] = exampleDrafts(api, operation);
  const request = draft && encodeRequest(api, TARGET, operation, draft, NO_CREDENTIAL);
  expect(request?.body?.split('\r\n')).toEqual(
    expect.arrayContaining([
      'Content-Disposition: form-data; name="title"',
      'Content-Disposition: form-data; name="file"; filename="file.bin"',
      'Content-Type: application/octet-stream',
      'Content-Type: application/json',
      'Content-Type: text/csv',
    ]),
  );
});

const part = (name: string, text: string) =>
  `--b\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`;

test.for<readonly [seen: string, type: string, media: string, body: string]>([
  ['flat/0 is "green"', FORM, STYLED, 'flat=green'],
  ['flat is absent', FORM, STYLED, 'deep[a]=1'],
  ['deep/a is "x"', FORM, STYLED, 'flat=red&deep[a]=x'],
  ['n is "x"', FORM, COMPOSED, 'n=x&b=1'],
  ['file is absent', `${MULTIPART}; boundary=b`, PARTS, `${part('title', 'a')}--b--`],
  [
    'title is "abcdef"',
    `${MULTIPART}; boundary=b`,
    PARTS,
    `${part('title', 'abcdef')}${part('file', 'a')}--b--`,
  ],
  ['names no boundary', MULTIPART, PARTS, `${part('title', 'a')}${part('file', 'a')}--b--`],
  ['a is absent', 'application/xml', 'schema: {type: object, required: [a]}', '<x/>'],
  ['line 2', 'application/x-ndjson', 'schema: {type: array}', '1\n{'],
])('whoever takes a body in which %s is found out', async ([seen, type, media, body]) => {
  const { api, operation } = await describe(type.split(';')[0] ?? type, media);
  const headers = [['content-type', type]] as const;
  const request = { method: 'POST', url: `${TARGET}/things`, headers, body };
  const exchange = { request, response: { status: 200, headers: [], body: '' } };
  const found: unknown = expect.stringContaining(seen);
  expect(judgeRejected(api, TARGET, operation, exchange)).toMatchObject({ seen: found });
});

test.for<readonly [type: string, media: string]>([
  [FORM, 'schema: {type: object, required: [a], properties: {a: {type: ["null", integer]}}}'],
  [FORM, 'schema: {type: object, properties: {a: {type: array, items: {type: string}}}}'],
  [MULTIPART, 'schema: {type: object, required: [a], properties: {a: {type: ["null", string]}}}'],
  [
    'application/xml',
    'schema: {type: object, xml: {name: x}, properties: {a: {type: ["null", string]}}}',
  ],
])('nothing that is undefined in %s is sent as valid: %s', async ([type, media]) => {
  const { api, operation } = await describe(type, media);
  for (const { body } of fc.sample(validDraft(api, operation), { seed: 7, numRuns: 60 })) {
    const { a } = isObject(body?.value) ? body.value : {};
    expect([undefined, null, []]).not.toContainEqual(
      a ?? (body === undefined ? '' : a === null ? null : ''),
    );
  }
});
