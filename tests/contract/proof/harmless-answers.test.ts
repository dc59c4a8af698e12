import { beforeAll, describe, expect, test } from 'vitest';
import { objectionsTo } from '../../../scripts/contract/judges/objections.ts';
import type { ApiModel, Operation } from '../../../scripts/model/api-model.ts';
import type { Exchange, HeaderFields } from '../../../scripts/wire/exchange.ts';
import { loadLiberal, TARGET } from './harmless-pets.ts';

let api: ApiModel;
let operation: Operation;

beforeAll(async () => {
  ({ api, operation } = await loadLiberal());
});

const PET = '{"id":"p1","name":"Ada"}';
const JSON_FIELDS: HeaderFields = [
  ['content-type', 'application/json'],
  ['x-left', '5'],
];

/** What is said of an answer. */
function said(status: number, headers: HeaderFields, body: string, method = 'PUT'): string[] {
  const request = { method, url: `${TARGET}/pets/p1`, headers: [], body: undefined };
  const exchange: Exchange = { request, response: { status, headers, body } };
  return objectionsTo(api, operation, exchange).map(({ message, seen }) => `${message} (${seen})`);
}

describe('an answer is not blamed for', () => {
  test.each<[string, number, HeaderFields, string]>([
    [
      'another order of properties, and white space',
      200,
      JSON_FIELDS,
      ' {"name":"Ada", "id":"p1"}\n',
    ],
    ['a property that is not described', 200, JSON_FIELDS, '{"id":"p1","name":"Ada","fur":1}'],
    ['a required property that is write-only', 200, JSON_FIELDS, PET],
    ['1.0 for 1', 200, JSON_FIELDS, '{"id":"p1","name":"Ada","age":1.0}'],
    ['1e0 for 1', 200, JSON_FIELDS, '{"id":"p1","name":"Ada","age":1e0}'],
    ['null where null is a type', 200, JSON_FIELDS, '{"id":"p1","name":"Ada","born":null}'],
    [
      'a date with an offset, a fraction and small letters',
      200,
      JSON_FIELDS,
      '{"id":"p1","name":"Ada","born":"2024-02-29t01:02:03.5+05:30"}',
    ],
    [
      'a length that is counted in characters',
      200,
      JSON_FIELDS,
      '{"id":"p1","name":"\u{1F600}\u{1F600}\u{1F600}\u{1F600}\u{1F600}"}',
    ],
    [
      'a charset, in another case',
      200,
      [
        ['Content-Type', 'Application/JSON;Charset="UTF-8"'],
        ['X-LEFT', '5'],
      ],
      PET,
    ],
    [
      'a documented suffix type',
      200,
      [
        ['content-type', 'application/vnd.pets+json'],
        ['x-left', '1'],
      ],
      PET,
    ],
    [
      'octets that are no text',
      200,
      [
        ['content-type', 'image/png'],
        ['x-left', '1'],
      ],
      '\u0000\ufffd\u0001',
    ],
    ['header fields that nobody documents', 200, [...JSON_FIELDS, ['x-more', 'yes']], PET],
    [
      'a header that is a date where it may be',
      200,
      [...JSON_FIELDS, ['x-ends', '2024-01-01T00:00:00Z']],
      PET,
    ],
    ['a header that is a number where it may be', 200, [...JSON_FIELDS, ['x-ends', '17']], PET],
    ['a list in several fields', 200, [...JSON_FIELDS, ['x-tags', 'a'], ['X-Tags', 'b']], PET],
    ['no content where there never is any', 204, [], ''],
    ['no content where nothing has changed', 304, [['etag', '"1"']], ''],
    ['a status within a range', 418, [['content-type', 'application/json']], '{"code":1}'],
    ['a status that only the default covers', 503, [['content-type', 'text/html']], '<p>'],
  ])('%s', (_what, status, headers, body) => {
    expect(said(status, headers, body)).toEqual([]);
  });

  test('an empty answer to HEAD', () => {
    expect(said(200, JSON_FIELDS, '', 'HEAD')).toEqual([]);
  });
});

describe('an answer is blamed for', () => {
  test.each<[string, number, HeaderFields, string, string]>([
    ['a missing property', 200, JSON_FIELDS, '{"id":"p1"}', 'body/name is absent'],
    ['a wrong length', 200, JSON_FIELDS, '{"id":"p1","name":"Edward"}', 'body/name is "Edward"'],
    [
      '1.5 for 1',
      200,
      JSON_FIELDS,
      '{"id":"p1","name":"Ada","age":1.5}',
      'body/age is 1.5: must be integer',
    ],
    ['null', 200, JSON_FIELDS, '{"id":null,"name":"Ada"}', 'body/id is null: must be string'],
    [
      'another media type',
      200,
      [
        ['content-type', 'text/html'],
        ['x-left', '1'],
      ],
      PET,
      'Content-Type text/html',
    ],
    [
      'a required header',
      200,
      [['content-type', 'application/json']],
      PET,
      'leaves out the header X-Left',
    ],
    [
      'a header below its minimum',
      200,
      [JSON_FIELDS[0] ?? ['', ''], ['x-left', '-1']],
      PET,
      'header X-Left is -1: must be >= 0',
    ],
    [
      'a header that is neither',
      200,
      [...JSON_FIELDS, ['x-ends', 'soon']],
      PET,
      'header X-Ends is "soon"',
    ],
    [
      'a list that is too long',
      200,
      [...JSON_FIELDS, ['x-tags', 'a,b'], ['x-tags', 'c,d']],
      PET,
      'header X-Tags is ["a","b","c","d"]',
    ],
    [
      "a range's own shape",
      404,
      [['content-type', 'application/json']],
      '{}',
      'body/code is absent',
    ],
  ])('%s', (_what, status, headers, body, expected) => {
    expect(said(status, headers, body).join()).toContain(expected);
  });
});
