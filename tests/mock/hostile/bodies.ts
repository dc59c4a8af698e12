import * as fc from 'fast-check';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { isObject, type Json } from '../../../scripts/base/json.ts';
import { append, valueAt, withValueAt, type Pointer } from '../../../scripts/base/json-pointer.ts';

/** Content, with the coding that it says it has. */
export interface HostileBody {
  readonly bytes: Buffer;
  readonly coding: string | undefined;
}

const POLLUTING = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'toJSON',
  'then',
  'hasOwnProperty',
  'length',
  '$ref',
  '',
];

/** JSON values that programs trip over, as text: some have no JavaScript value. */
const VALUES = [
  'null',
  '-0',
  '1e400',
  '123456789012345678901234567890',
  '1.0000000000000000000001',
  '""',
  String.raw`"\u0000"`,
  String.raw`"\ud800"`,
  String.raw`"\udc00\ud800"`,
  '"\\u202e\\ufeff"',
  '[]',
  '{}',
  '[[[[]]]]',
  '{"__proto__":{"polluted":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  `"${'x'.repeat(100_000)}"`,
  `[${'0,'.repeat(2000)}0]`,
  '{"a":1,"a":2}',
  `{${Array.from({ length: 3000 }, (_, i) => `"k${i}":${i}`).join()}}`,
  `{"${'k'.repeat(50_000)}":1}`,
  '{"then":"x","toJSON":1,"length":-1}',
  '1e-400',
  `${'9'.repeat(400)}.${'9'.repeat(400)}`,
];

const BROKEN = [
  '',
  '{',
  '}',
  '[1,]',
  '{"a":}',
  "{'a':1}",
  '{"a":1}{"b":2}',
  'undefined',
  'NaN',
  '\u0000',
  '"\u0000"',
  String.raw`"\x"`,
  String.raw`"\ud8"`,
  '01',
  '+1',
  '//',
  ")]}',\n{}",
  '{"a":1}garbage',
  '/* comment */ {}',
  '<?xml version="1.0"?><a/>',
  'a=1&__proto__[polluted]=1',
  '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--x--',
  ' '.repeat(100_000),
];

/** Octets that are no UTF-8 (RFC 3629, section 3): overlong, a surrogate, cut off, beyond Unicode. */
const OCTETS = [
  '\u00c0\u00af',
  '\u00ed\u00a0\u0080',
  '\u00e2\u0082',
  '\u00f5\u0080\u0080\u0080',
  '\u00ff',
];

/** Levels of nesting: more than a recursive function has stack for. */
const DEPTHS = [50, 1000, 20_000, 200_000];

const nested = fc
  .tuple(fc.constantFrom(...DEPTHS), fc.constantFrom('[', '{"a":'), fc.boolean())
  .map(([depth, open, isClosed]) => {
    const close = open === '[' ? ']' : '}';
    return `${open.repeat(depth)}1${isClosed ? close.repeat(depth) : ''}`;
  });

const anyValue = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...VALUES) },
  { weight: 1, arbitrary: nested },
  { weight: 2, arbitrary: fc.json() },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }).map((it) => JSON.stringify(it)) },
);

/** The objects and arrays in a value, itself first. */
function placesIn(value: Json, at: Pointer = '#'): readonly Pointer[] {
  if (value === null || typeof value !== 'object') return [];
  const inside = Object.entries(value).flatMap(([name, it]) => placesIn(it, append(at, name)));
  return [at, ...inside];
}

/** What stands for the spoilt member until the text is written: no example has it. */
const MARK = 'kiln-spoilt-member';

/**
 * A valid text in which an object, at any depth, has a member replaced or added, first or last; where
 * the place is an array, an item is replaced. What comes in need not be a JavaScript value.
 */
function spoilt(example: Json): fc.Arbitrary<string> {
  const places = placesIn(example);
  if (places.length === 0) return anyValue;
  return fc.constantFrom(...places).chain((place) => {
    const node = valueAt(example, place) ?? null;
    const name = fc.oneof(
      ...(Object.keys(node ?? {}).length > 0 ? [fc.constantFrom(...Object.keys(node ?? {}))] : []),
      fc.constantFrom(...POLLUTING),
      fc.string({ unit: 'binary', maxLength: 5 }),
    );
    return fc.tuple(name, anyValue, fc.boolean()).map(([key, value, isFirst]) => {
      const text = JSON.stringify(withValueAt(example, place, MARK));
      return text.replace(JSON.stringify(MARK), () => spoil(node, key, value, isFirst));
    });
  });
}

function spoil(node: Json, key: string, value: string, isFirst: boolean): string {
  if (!isObject(node)) return `[${value}]`;
  const { [key]: _, ...others } = node;
  const rest = JSON.stringify(others).slice(1, -1);
  const members = [`${JSON.stringify(key)}:${value}`, rest].filter((it) => it !== '');
  return `{${(isFirst ? members : members.toReversed()).join(',')}}`;
}

/** Twenty megabytes in a few kilobytes, once and twice. */
const zeros = Buffer.alloc(20 * 1024 * 1024, 0x20);
const bomb = gzipSync(zeros);
const BOMBS: readonly HostileBody[] = [
  { bytes: bomb, coding: 'gzip' },
  { bytes: gzipSync(bomb), coding: 'gzip, gzip' },
  { bytes: brotliCompressSync(zeros), coding: 'br' },
  { bytes: deflateSync(zeros), coding: 'deflate' },
];

const CODINGS = [
  'gzip',
  'GZIP',
  'x-gzip',
  'br',
  'deflate',
  'zstd',
  'compress',
  'identity',
  'x',
  'gzip, x',
  'gzip;q=1',
  ',',
  '*',
  '__proto__',
  'toString',
  Array.from({ length: 500 }, () => 'gzip').join(),
  Array.from({ length: 500 }, () => 'identity').join(),
];

/** Bodies that an operation with such an example would rather not get. */
export function hostileBodies(example: Json): fc.Arbitrary<HostileBody> {
  const valid = JSON.stringify(example);
  const text = fc.oneof(
    { weight: 3, arbitrary: fc.constant(valid) },
    { weight: 6, arbitrary: spoilt(example) },
    { weight: 2, arbitrary: fc.nat({ max: valid.length }).map((end) => valid.slice(0, end)) },
    { weight: 2, arbitrary: fc.constantFrom(...BROKEN) },
    { weight: 1, arbitrary: nested },
    { weight: 1, arbitrary: fc.json() },
  );
  const plain = fc.oneof(
    { weight: 12, arbitrary: text.map((it) => Buffer.from(it)) },
    { weight: 1, arbitrary: text.map((it) => Buffer.from(`\uFEFF${it}`)) },
    { weight: 1, arbitrary: text.map((it) => Buffer.from(it, 'utf16le')) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(...OCTETS).map((it) => Buffer.from(`{"a":"${it}"}`, 'latin1')),
    },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }).map((it) => Buffer.from(it)) },
  );
  return fc.oneof(
    { weight: 60, arbitrary: plain.map((bytes) => ({ bytes, coding: undefined })) },
    { weight: 3, arbitrary: plain.map((bytes) => ({ bytes: gzipSync(bytes), coding: 'gzip' })) },
    {
      weight: 1,
      arbitrary: fc.tuple(plain, fc.integer({ min: -12, max: 12 })).map(([bytes, more]) => {
        // Cut off, or with something after its end.
        const whole = gzipSync(bytes);
        const spare = Buffer.concat([whole, Buffer.alloc(Math.max(0, more), 'x')]);
        return { bytes: more < 0 ? whole.subarray(0, more) : spare, coding: 'gzip' };
      }),
    },
    {
      weight: 3,
      arbitrary: fc
        .tuple(plain, fc.constantFrom(...CODINGS))
        .map(([bytes, coding]) => ({ bytes, coding })),
    },
    { weight: 1, arbitrary: fc.constantFrom(...BOMBS) },
  );
}
