import { beforeAll, describe, expect, test } from 'vitest';
import { judgeAccepted, judgeRejected } from '../../../scripts/contract/judges/accepted.ts';
import type { ApiModel, Operation } from '../../../scripts/model/api-model.ts';
import type { Exchange } from '../../../scripts/wire/exchange.ts';
import { loadLiberal, TARGET } from './harmless-pets.ts';

let api: ApiModel;
let operation: Operation;

beforeAll(async () => {
  ({ api, operation } = await loadLiberal());
});

const FORM = 'application/x-www-form-urlencoded';
const MULTIPART = 'multipart/form-data; boundary=b';
const part = (name: string, text: string) =>
  `--b\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`;

/** Whether a request that is answered so is taken for valid, for broken, or for neither. */
function taken(query: string, contentType: string, body: string, status: number) {
  const request = {
    method: 'PUT',
    url: `${TARGET}/pets/p1${query}`,
    headers: [['Content-Type', contentType]] as const,
    body,
  };
  const exchange: Exchange = { request, response: { status, headers: [], body: '' } };
  return {
    asValid: judgeAccepted(api, TARGET, operation, exchange, true),
    asBroken: judgeRejected(api, TARGET, operation, exchange),
  };
}

const SENT = '{"name":"Ada","secret":"x"}';

describe('a request is read from the wire', () => {
  test.each<[string, string, string, string]>([
    ['a required property that is read-only may be left out', '', 'application/json', SENT],
    ['text under anyOf stands for a number as well', '?size=9', 'application/json', SENT],
    ['text under anyOf stands for itself', '?size=all', 'application/json', SENT],
    ['numbers of a list', '?tags=1&tags=2', 'application/json', SENT],
    ['an equals sign and a question mark in a value', '?note=a=b?c', 'application/json', SENT],
    ['a charset', '', 'application/json; charset=utf-8', SENT],
    ['a form, its numbers as numbers', '', FORM, 'name=Ada&secret=x&age=3'],
    [
      'parts, their numbers as numbers',
      '',
      MULTIPART,
      `${part('name', 'Ada')}${part('secret', 'x')}${part('age', '3')}--b--`,
    ],
  ])('as valid: %s', (_what, query, contentType, body) => {
    expect(taken(query, contentType, body, 200).asBroken).toBe('irrelevant');
    expect(taken(query, contentType, body, 400).asValid).toMatchObject({
      message: 'a valid request is answered 400',
    });
  });

  test.each<[string, string, string, string, string]>([
    ['no alternative allows it', '?size=10', 'application/json', SENT, 'query parameter size'],
    [
      'an item of a list',
      '?tags=1&tags=b',
      'application/json',
      SENT,
      'query parameter tags/1 is "b": must be integer',
    ],
    ['a value with an equals sign', '?note=a=b=c=d', 'application/json', SENT, 'is "a=b=c=d"'],
    ['a field of a form', '', FORM, 'name=Ada&secret=x&age=0', 'body/age is 0: must be >= 1'],
    [
      'a part',
      '',
      MULTIPART,
      `${part('name', 'Edward')}${part('secret', 'x')}--b--`,
      'body/name is "Edward"',
    ],
    ['a missing part', '', MULTIPART, `${part('name', 'Ada')}--b--`, 'body/secret is absent'],
  ])('as broken: %s', (_what, query, contentType, body, seen) => {
    expect(taken(query, contentType, body, 400).asValid).toBe('irrelevant');
    expect(taken(query, contentType, body, 200).asBroken).toMatchObject({
      seen: expect.stringContaining(seen),
    });
  });

  test.each<[string, string, string]>([
    ['a read-only property is sent', 'application/json', '{"id":7,"name":"Ada","secret":"x"}'],
    ['nobody can read the media type', 'application/pdf', '%PDF'],
  ])('as neither: %s', (_what, contentType, body) => {
    const { asValid } = taken('', contentType, body, 400);
    const { asBroken } = taken('', contentType, body, 200);
    expect([asValid, asBroken]).toEqual(['irrelevant', 'irrelevant']);
  });
});
