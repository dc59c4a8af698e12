import { expect, test } from 'vitest';
import type { Json } from '../../scripts/base/json.ts';
import { textShapeOf } from '../../scripts/values/text-shape.ts';
import { toSchemas } from '../../scripts/values/schemas.ts';
import { claimsOf, readParameter, type RequestTexts } from '../../scripts/wire/read-parameter.ts';
import { readPairs } from '../../scripts/wire/read-pairs.ts';
import { chooseValue, type Reading } from '../../scripts/wire/reading.ts';
import { splitQuery } from '../../scripts/wire/text-pairs.ts';
import type { WireParameter } from '../../scripts/wire/write-parameter.ts';
import { READER_DOCUMENT, READER_VECTORS } from './reader-vectors.ts';

const OTHERS: readonly WireParameter[] = [
  { name: 'claimed', in: 'query', style: 'form', explode: true },
  { name: 'claimed', in: 'cookie', style: 'form', explode: true },
  { name: 'deep', in: 'query', style: 'deepObject', explode: true },
];

test.for(READER_VECTORS)(
  '%s %s explode=%s %j: %s',
  ([place, style, explode, schema, text, want]) => {
    expect(read({ name: 'color', in: place, style, explode }, schema, text)).toEqual(want);
  },
);

test('the lines of a header are one list', () => {
  const it = { name: 'X-Num', in: 'header', style: 'simple', explode: false } as const;
  const schema = { type: 'array', items: { type: 'integer' } };
  expect(read(it, schema, ['1, 2', '3'])).toEqual([1, 2, 3]);
  expect(read({ ...it, explode: true }, { type: 'object' }, ['a=1', 'b=2'])).toEqual({
    a: '1',
    b: '2',
  });
  expect(read(it, { type: 'string' }, ['a', 'b'])).toBe('a, b');
  expect(read(it, schema, [])).toBeUndefined();
});

test.for([
  ['flag=', undefined],
  ['flag', undefined],
  ['flag=&flag=true', true],
  ['flag=true&flag=', true],
] as const)('with allowEmptyValue, %s is %s', ([query, want]) => {
  const it = {
    name: 'flag',
    in: 'query',
    style: 'form',
    explode: true,
    allowEmptyValue: true,
  } as const;
  expect(read(it, { type: 'boolean' }, query)).toBe(want);
  expect(read(it, { type: ['boolean', 'string'] }, query)).toBe(want);
});

test.for<readonly [Partial<WireParameter>, Json, string, string]>([
  [{}, { type: 'string' }, 'p=%zz', 'undecodable'],
  [{}, { type: 'string' }, 'p=%C3', 'undecodable'],
  [{}, { type: 'array' }, 'p=a&p=%zz', 'undecodable'],
  [{}, { type: 'object', properties: { a: {} } }, 'a=%zz', 'undecodable'],
  [{ explode: false }, { type: 'array' }, 'p=a,%zz', 'undecodable'],
  [{ style: 'deepObject' }, { type: 'object' }, 'p[a]=%zz', 'undecodable'],
  [{ content: { mediaType: 'application/json' } }, {}, 'p=notjson', 'malformed'],
  [{ content: { mediaType: 'application/json' } }, { type: 'string' }, 'p=%zz', 'undecodable'],
  [{ in: 'path', style: 'simple' }, { type: 'string' }, '%zz', 'undecodable'],
  [{ in: 'path', style: 'simple' }, { type: 'array' }, 'a,%zz', 'undecodable'],
  [{ in: 'path', style: 'label' }, { type: 'string' }, 'blue', 'malformed'],
  [{ in: 'path', style: 'matrix' }, { type: 'string' }, 'p=blue', 'malformed'],
  [{ in: 'path', style: 'matrix' }, { type: 'string' }, ';q=blue', 'malformed'],
  [{ in: 'header', content: { mediaType: 'application/json' } }, {}, '{', 'malformed'],
])('%o of %j cannot be read from %s: %s', ([given, schema, text, want]) => {
  expect(
    read({ name: 'p', in: 'query', style: 'form', explode: true, ...given }, schema, text),
  ).toBe(want);
});

test.for<readonly [WireParameter['in'], string, Json, string, unknown]>([
  [
    'query',
    'application/json',
    { type: 'object' },
    'p=%7B%22tone%22:%22hot%22%7D',
    { tone: 'hot' },
  ],
  ['query', 'application/json', { type: 'object' }, 'p=false', false],
  ['query', 'application/vnd.a+json; v=1', {}, 'p=9007199254740993', 9007199254740993n],
  ['path', 'application/json', {}, '%22a%2Fb%22', 'a/b'],
  ['header', 'application/json', {}, '{"a": [1, 2]}', { a: [1, 2] }],
  ['cookie', 'application/json', {}, 'x=1; p=%5B1%5D', [1]],
  ['query', 'text/plain', { type: 'string' }, 'p=a%20b', 'a b'],
  ['query', 'text/plain', { type: 'integer' }, 'p=5', 5],
  [
    'query',
    'application/x-www-form-urlencoded',
    { properties: { n: { type: 'integer' } } },
    'p=n%3D1%26a%3Db%2520c',
    { n: 1, a: 'b c' },
  ],
  ['query', 'application/json', {}, 'q=1', undefined],
])('content in the %s, %s of %j: %s', ([place, mediaType, schema, text, want]) => {
  const it = {
    name: 'p',
    in: place,
    style: 'form',
    explode: true,
    content: { mediaType },
  } as const;
  expect(read(it, schema, text)).toEqual(want);
});

test('names that every object has are names', () => {
  const it = { name: 'p', in: 'query', style: 'form', explode: true } as const;
  const schema: Json = JSON.parse(
    '{"type":"object","properties":{"__proto__":{"type":"integer"},"constructor":{"type":"integer"}}}',
  );
  const want: unknown = JSON.parse('{"__proto__":1,"constructor":2}');
  expect(JSON.stringify(read(it, schema, '__proto__=1&constructor=2'))).toBe(JSON.stringify(want));
  const deep = { ...it, style: 'deepObject' } as const;
  expect(JSON.stringify(read(deep, schema, 'p[__proto__]=1&p[constructor]=2'))).toBe(
    JSON.stringify(want),
  );
  expect(read({ ...it, name: 'toString' }, { type: 'integer' }, 'toString=1')).toBe(1);
  expect(read({ ...it, name: 'toString' }, { type: 'integer' }, 'p=1')).toBeUndefined();
});

test('of many meanings a bounded number is tried', () => {
  const it = { name: 'p', in: 'query', style: 'form', explode: true } as const;
  const schema = { type: 'array', items: { type: ['integer', 'string'] } };
  const shape = textShapeOf({}, schema);
  const pairs = splitQuery(Array.from({ length: 1000 }, (_, i) => `p=${i}`).join('&'));
  const reading = readPairs(it, shape, { pairs, decode: String });
  let tried = 0;
  if (typeof reading !== 'string') {
    chooseValue(reading, () => {
      tried += 1;
      return false;
    });
  }
  expect(tried).toBe(64);
});

test('nothing that is sent is too odd', () => {
  const it = { name: 'p', in: 'query', explode: true } as const;
  const deep = `p${'[a]'.repeat(5000)}=1&p[=1&p]=1&p[]=1&[a]=1&=&&p[a]=1&p[a][b]=2`;
  for (const style of ['form', 'deepObject', 'pipeDelimited'] as const) {
    for (const schema of [{}, { type: 'object' }, { type: 'array' }, false]) {
      expect(() => read({ ...it, style }, schema, deep)).not.toThrow();
    }
  }
});

/** The value of a parameter; undefined where it is absent. */
function read(it: WireParameter, schema: Json, text: string | readonly string[]): unknown {
  const lines = typeof text === 'string' ? [text] : text;
  const [whole = ''] = lines;
  const texts: RequestTexts = {
    variables: new Map(it.in === 'path' ? [[it.name, whole]] : []),
    query: it.in === 'query' ? splitQuery(whole) : [],
    lines: () => (it.in === 'header' || it.in === 'cookie' ? lines : []),
  };
  const document = { ...READER_DOCUMENT, schema };
  const shape = textShapeOf(document, schema);
  return valueOf(readParameter(it, shape, texts, claimsOf([...OTHERS, it])), document);
}

function valueOf(reading: Reading, document: Json): unknown {
  if (reading === 'absent') return undefined;
  if (typeof reading === 'string') return reading;
  const schemas = toSchemas(document);
  return chooseValue(reading, (value) => schemas.check('#/schema', value).length === 0);
}

test('a query of thousands of pairs is looked through once, however many parameters read it', () => {
  let looks = 0;
  const pairs = Array.from({ length: 2000 }, (_, at) => ({
    get name() {
      looks += 1;
      return `p${at}`;
    },
    raw: `${at}`,
    text: `${at}`,
  }));
  const shape = textShapeOf({}, { type: 'string' });
  const values = pairs.map((_, at) =>
    readPairs({ name: `p${at}`, style: 'form', explode: true }, shape, { pairs, decode: String }),
  );
  expect(values.map((it) => typeof it === 'object' && it.value)).toEqual(
    pairs.map(({ text }) => text),
  );
  expect(looks).toBeLessThanOrEqual(2 * pairs.length);
});
