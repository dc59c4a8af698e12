import * as fc from 'fast-check';
import type { ApiModel } from '../../../scripts/model/api-model.ts';

/** Anything that a header field may carry; the rest never leaves a client. */
export const visible = fc.string({ maxLength: 30 }).map((text) => text.replaceAll(/[^!-~]/g, ''));

const MEDIA_TYPES = [
  'application/json',
  'application/json',
  'APPLICATION/JSON ; charset=UTF-8',
  'application/json; charset=utf-16',
  'application/json; charset="utf-8"',
  'application/json;charset=',
  'application/json; charset=utf-8; charset=utf-16',
  'application/json;boundary=";charset=latin1',
  'application/json;;',
  'application/json+',
  'application/jsonp',
  'application/ json',
  'application/vnd.api+json',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'multipart/form-data; boundary=',
  `multipart/form-data; boundary=${'b'.repeat(300)}`,
  'text/plain',
  'text/html; level',
  'text/json',
  'application/*',
  '*/*',
  'undefined',
  'null',
  'foo',
  'a/b;',
  'a/b/c',
  '/',
  ';',
  ',',
  '=',
  '*',
  '',
  'application/json, text/html',
  'application/json, application/json',
  'image/png, foo',
  '__proto__',
  '__proto__/constructor',
  `${'a'.repeat(2000)}/${'b'.repeat(2000)}`,
  'x'.repeat(4000),
];

/** What clients say they take (RFC 9110, section 12.5.1), rightly or not. */
const ACCEPTS = [
  '*/*',
  '*/*;q=0',
  'application/json;q=0',
  'application/json;q=0, */*',
  'application/json;q=0.0001',
  'application/json;q=1.0000',
  'application/json;q=2',
  'application/json;q=-1',
  'application/json;q=',
  'application/json;q=NaN',
  'application/json; Q=0.5',
  'application/json ; q = 1',
  'application/json;version=2',
  'application/json;profile="a,b;q=0", text/html',
  'application/json;profile="unclosed',
  'application/*;q=0.1, application/json;q=0',
  '*/json',
  '*',
  '*/*/*',
  'text/*',
  'text/html;q=0.5, */*;q=x',
  'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  'application/problem+json',
  'application/vnd.api+json',
  'APPLICATION/JSON',
  ', , ,',
  ';q=1',
  '__proto__/*',
  'constructor/prototype',
  Array.from({ length: 400 }, (_, i) => `a/b${i};q=0.${i % 10}`).join(', '),
  `text/${'x'.repeat(3000)}`,
];

const COOKIES = [
  '=',
  ';;;',
  'a',
  'a=b=c; =d',
  '__proto__=1',
  'a=%',
  'a="b',
  `a=${'x'.repeat(4000)}`,
  Array.from({ length: 500 }, (_, i) => `c${i}=1`).join('; '),
];

const PREFERENCES = [
  'code=404',
  'code=200',
  'code=500',
  'code=304',
  'code=100',
  'code=999',
  'code=99999999999',
  'code=__proto__',
  'code=404; code=200',
  'example=__proto__',
  'example=',
  'dynamic=true',
  'dynamic=maybe',
  'dynamic=true, seed=7',
  `dynamic=true, seed=${'7'.repeat(2000)}`,
  'seed=',
  'outcome=failed',
  'code=204; example="a',
  ',;=',
];

const SECRETS = [
  'Bearer',
  'Bearer ',
  'bearer  x  y',
  'Basic',
  'Basic !!!',
  'Basic AAAA',
  'Basic Og==',
  'Token x',
  'Digest username="x"',
  ' ',
  '__proto__',
  'a.b.c',
  '.',
  '..',
  'e30.e30',
  'bnVsbA.x',
];

/** A credential nobody gave out. */
export const secret = fc.constantFrom(...SECRETS);

/** Header fields that mean something to a mock, or might. */
export function anyFields(
  api: ApiModel,
): fc.Arbitrary<readonly (readonly [name: string, value: string])[]> {
  const parameters = api.operations.flatMap((it) => it.parameters);
  const documented = parameters.filter((it) => it.in === 'header').map(({ name }) => name);
  const values: Readonly<Record<string, readonly string[]>> = {
    'content-type': MEDIA_TYPES,
    accept: ACCEPTS,
    cookie: COOKIES,
    prefer: PREFERENCES,
    'x-kiln-namespace': ['a', '', '../..', '__proto__', 'x'.repeat(65)],
    'accept-encoding': ['gzip', '*', 'identity;q=0'],
    'accept-charset': ['utf-16', '*;q=0'],
    'accept-language': ['*;q=0', 'x'.repeat(1000)],
    'if-match': ['*'],
    'if-none-match': ['*'],
    'if-modified-since': ['Thu, 01 Jan 2099 00:00:00 GMT', 'yesterday'],
    range: ['bytes=0-1', 'bytes=-', 'x=1'],
    'x-http-method-override': ['DELETE', '__proto__'],
    'x-forwarded-for': ['127.0.0.1', '__proto__'],
    'x-forwarded-host': ['other.example'],
    origin: ['null', 'https://other.example'],
    forwarded: ['for=_x;proto=y'],
    constructor: ['1'],
    ...Object.fromEntries(documented.map((name) => [name.toLowerCase(), ['', '__proto__', '-1']])),
  };
  const field = fc.constantFrom(...Object.keys(values)).chain((name) => {
    const chosen = fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...(values[name] ?? [''])) },
      { weight: 1, arbitrary: visible },
    );
    return chosen.map((value) => [name, value] as const);
  });
  const many = fc
    .integer({ min: 50, max: 400 })
    .map((count) => Array.from({ length: count }, (_, i) => [`x-many-${i}`, ''] as const));
  const typed = fc.constant([['content-type', 'application/json'] as const]);
  const fields = fc.uniqueArray(field, { maxLength: 5, selector: ([name]) => name });
  return fc.oneof(
    { weight: 40, arbitrary: typed },
    { weight: 30, arbitrary: fields },
    { weight: 1, arbitrary: fc.tuple(typed, many).map((all) => all.flat()) },
  );
}
