import { expect, test } from 'vitest';
import { encodeReserved } from '../../scripts/wire/percent-encoding.ts';
import { writePairs, writeParameter } from '../../scripts/wire/write-parameter.ts';
import { fillPath } from '../../scripts/wire/fill-path.ts';
import { WRITER_VECTORS } from './writer-vectors.ts';

test.for(WRITER_VECTORS)(
  '%s %s explode=%s %o is %s',
  ([place, style, explode, value, want, name]) => {
    expect(writeParameter({ name, in: place, style, explode }, value)).toBe(want);
  },
);

test('names are percent-encoded as values are', () => {
  const heart = { name: '❤️', explode: true } as const;
  const written = 'love%21';
  expect(writeParameter({ ...heart, in: 'query', style: 'form' }, 'love!')).toBe(
    `%E2%9D%A4%EF%B8%8F=${written}`,
  );
  expect(writeParameter({ ...heart, in: 'path', style: 'matrix' }, 'love!')).toBe(
    `;%E2%9D%A4%EF%B8%8F=${written}`,
  );
  const ids = { name: 'ids[]', in: 'query', style: 'form', explode: true } as const;
  expect(writeParameter(ids, [1, 2])).toBe('ids%5B%5D=1&ids%5B%5D=2');
});

/** RFC 6570, section 3.2.3, but for what OpenAPI 3.1.1, appendix C, has encoded beforehand. */
test.for([
  ['Hello World!', 'Hello%20World!'],
  ['50%', '50%25'],
  ['50%25 %zz', '50%25%20%25zz'],
  ['/foo/bar?a', '/foo/bar?a'],
  [";:@$,!'()*", ";:@$,!'()*"],
  ['&=+#[]', '%26%3D%2B%23%5B%5D'],
  ['x^y', 'x%5Ey'],
  ['\u017f\u212a€😀', '%C5%BF%E2%84%AA%E2%82%AC%F0%9F%98%80'],
] as const)('allowReserved writes %s as %s', ([text, want]) => {
  expect(encodeReserved(text)).toBe(want);
  const it = {
    name: 'raw',
    in: 'query',
    style: 'form',
    explode: true,
    allowReserved: true,
  } as const;
  expect(writeParameter(it, text)).toBe(`raw=${want}`);
});

test('allowReserved keeps the mark that parts items apart from those in them', () => {
  const it = { name: 'raw', in: 'query', style: 'form', allowReserved: true } as const;
  expect(writeParameter({ ...it, explode: false }, ['a,/b', 'c'])).toBe('raw=a%2C/b,c');
  expect(writeParameter({ ...it, explode: true }, ['a,/b', 'c'])).toBe('raw=a,/b&raw=c');
  expect(writeParameter({ ...it, explode: true }, { 'a/b': 'c/d' })).toBe('a%2Fb=c/d');
});

test.for([
  ['application/json', 'query', { a: [1n, 'ä'] }, 'p=%7B%22a%22%3A%5B1%2C%22%C3%A4%22%5D%7D'],
  ['application/json', 'query', null, 'p=null'],
  ['application/problem+json; charset=utf-8', 'path', 'a', '%22a%22'],
  ['application/json', 'header', { a: 'ä😀' }, '{"a":"\\u00e4\\ud83d\\ude00"}'],
  ['application/json', 'cookie', [';'], 'p=%5B%22%3B%22%5D'],
  [
    'application/json',
    'query',
    { a: undefined, b: new Date(0) },
    'p=%7B%22b%22%3A%221970-01-01T00%3A00%3A00.000Z%22%7D',
  ],
  ['application/json', 'query', undefined, undefined],
  ['text/plain', 'header', 'a; b="c"', 'a; b="c"'],
  ['text/plain', 'query', 'a b', 'p=a%20b'],
  ['text/plain', 'path', '', undefined],
  [
    'application/x-www-form-urlencoded',
    'query',
    { a: 'b c', d: [1, 2] },
    'p=a%3Db%2Bc%26d%3D1%26d%3D2',
  ],
] as const)('content %s in the %s: %o is %s', ([mediaType, place, value, want]) => {
  const it = {
    name: 'p',
    in: place,
    style: 'form',
    explode: true,
    content: { mediaType },
  } as const;
  expect(writeParameter(it, value)).toBe(want);
});

test('pairs for the parts of a form are not encoded', () => {
  const it = { name: 'a b', in: 'query', explode: false } as const;
  expect(writePairs({ ...it, style: 'form' }, ['x y', 'z'])).toEqual([['a b', 'x y,z']]);
  expect(writePairs({ ...it, style: 'pipeDelimited' }, ['x', 'z'])).toEqual([['a b', 'x|z']]);
  expect(writePairs({ ...it, style: 'spaceDelimited' }, ['x', 'z'])).toEqual([['a b', 'x z']]);
  expect(writePairs({ ...it, style: 'deepObject' }, { k: '&' })).toEqual([['a b[k]', '&']]);
});

test('members with the names of what every object has are written', () => {
  const it = { name: 'p', in: 'query', style: 'form', explode: true } as const;
  const value: unknown = JSON.parse('{"__proto__":"a","toString":"b","toJSON":"c"}');
  expect(writeParameter(it, value)).toBe('__proto__=a&toString=b&toJSON=c');
});

test.for([
  ['/a/{x}', 'b', '/a/b'],
  ['/a/{x}/c', undefined, undefined],
  ['/a/{x}', '', undefined],
  ['/a/{x}', '.', undefined],
  ['/a/{x}', '..', undefined],
  ['/a/{x}', '%2E%2e', undefined],
  ['/a/{x}', '...', '/a/...'],
  ['/a/{x}.json', '.', '/a/..json'],
  ['/a/.{x}', '.', undefined],
  ['/a/{x}{x}', '.', undefined],
  ['/a/{x}', '$&', '/a/$&'],
] as const)('the path %s with %s is %s', ([template, text, want]) => {
  expect(fillPath(template, () => text)).toBe(want);
});
