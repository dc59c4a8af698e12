import * as fc from 'fast-check';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { isObject, type Json } from '../../../scripts/core/json.ts';

/** Content, with the coding that it says it has. */
export interface HostileBody {
  readonly bytes: Buffer;
  readonly coding: string | undefined;
}

const POLLUTING = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'length'];

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

/** A valid text with one member replaced, added or renamed, at any depth. */
function spoilt(example: Json): fc.Arbitrary<string> {
  const names = isObject(example) ? Object.keys(example) : [];
  const name = fc.oneof(
    ...(names.length > 0 ? [fc.constantFrom(...names)] : []),
    fc.constantFrom(...POLLUTING),
    fc.string({ unit: 'binary', maxLength: 5 }),
  );
  return fc.tuple(name, anyValue, fc.boolean()).map(([key, value, isFirst]) => {
    const member = `${JSON.stringify(key)}:${value}`;
    const rest = isObject(example) ? JSON.stringify(example).slice(1, -1) : '';
    const members = [member, rest].filter((it) => it !== '');
    return `{${(isFirst ? members : members.toReversed()).join(',')}}`;
  });
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

const CODINGS = ['gzip', 'br', 'deflate', 'identity', 'x', 'gzip, x', ',', '__proto__', 'toString'];

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
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }).map((it) => Buffer.from(it)) },
  );
  return fc.oneof(
    { weight: 60, arbitrary: plain.map((bytes) => ({ bytes, coding: undefined })) },
    { weight: 3, arbitrary: plain.map((bytes) => ({ bytes: gzipSync(bytes), coding: 'gzip' })) },
    {
      weight: 3,
      arbitrary: fc
        .tuple(plain, fc.constantFrom(...CODINGS))
        .map(([bytes, coding]) => ({ bytes, coding })),
    },
    { weight: 1, arbitrary: fc.constantFrom(...BOMBS) },
  );
}
