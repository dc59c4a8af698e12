import { expect, test } from 'vitest';
import {
  UNDEFINED_SERIALIZATIONS,
  undefinedSerialization,
  type UndefinedSerialization,
} from '../../scripts/wire/undefined-serialization.ts';
import type { WireParameter } from '../../scripts/wire/write-parameter.ts';

const parameter = (given: Partial<WireParameter>): WireParameter => ({
  name: 'p',
  in: 'query',
  style: 'form',
  explode: true,
  ...given,
});
const PATH = { in: 'path', style: 'simple' } as const;
const HEADER = { in: 'header', style: 'simple' } as const;
const JSON_CONTENT = { content: { mediaType: 'application/json' } } as const;

const CASES: readonly (readonly [UndefinedSerialization, Partial<WireParameter>, unknown])[] = [
  ['null-value', {}, null],
  ['null-value', {}, [1, null]],
  ['null-value', { style: 'deepObject' }, { a: null }],
  ['null-value', PATH, null],
  ['null-value', { content: { mediaType: 'text/plain' } }, null],
  ['empty-array', {}, []],
  ['empty-array', PATH, []],
  ['empty-object', {}, {}],
  ['empty-object', {}, { a: undefined }],
  ['empty-value', { allowEmptyValue: true }, ''],
  ['empty-value', { allowEmptyValue: true }, ['']],
  ['empty-item', HEADER, ['a', '']],
  ['empty-name', {}, { '': 1 }],
  ['not-a-number', {}, NaN],
  ['not-a-number', JSON_CONTENT, { a: [Infinity] }],
  ['invalid-date', {}, new Date(NaN)],
  ['no-data', {}, Symbol('a')],
  ['no-data', {}, [undefined]],
  ['lone-surrogate', {}, ['a\ud800']],
  ['lone-surrogate', JSON_CONTENT, { '\udc00': 1 }],
  ['nested-value', {}, [[1]]],
  ['nested-value', {}, { a: { b: 1 } }],
  ['deep-object-nested', { style: 'deepObject' }, { a: [1] }],
  ['deep-object-of-non-object', { style: 'deepObject' }, [1]],
  ['delimited-plain-value', { style: 'spaceDelimited', explode: false }, 1],
  ['delimited-exploded', { style: 'pipeDelimited' }, [1]],
  ['delimiter-in-item', { style: 'spaceDelimited', explode: false }, ['a b']],
  ['delimiter-in-item', { style: 'pipeDelimited', explode: false }, { 'a|b': 1 }],
  ['delimiter-in-item', { in: 'path', style: 'label' }, ['a.b']],
  ['delimiter-in-item', { in: 'path', style: 'label' }, [1.5]],
  ['delimiter-in-item', { style: 'deepObject' }, { 'a[b]': 1 }],
  ['delimiter-in-item', HEADER, ['a,b']],
  ['delimiter-in-item', HEADER, ['a', ' b']],
  ['delimiter-in-item', HEADER, { 'a=b': 1 }],
  ['encoded-triple', { allowReserved: true }, 'a%2Fb'],
  ['empty-path-value', PATH, ''],
  ['empty-path-value', PATH, ['']],
  ['empty-path-value', { ...PATH, content: { mediaType: 'text/plain' } }, ''],
  ['dot-segment', PATH, '.'],
  ['dot-segment', PATH, '..'],
  ['dot-segment', { in: 'path', style: 'label' }, ''],
  ['dot-segment', { in: 'path', style: 'label' }, '.'],
  ['forbidden-in-header', HEADER, 'a\nb'],
  ['forbidden-in-header', HEADER, '\0'],
  ['forbidden-in-header', HEADER, ' a'],
  ['forbidden-in-header', HEADER, 'a\t'],
  ['forbidden-in-header', HEADER, '€'],
  ['non-ascii-header', HEADER, 'ä'],
  ['repeated-cookie', { in: 'cookie' }, [1, 2]],
];

test.for(CASES)('%s: %o of %o', ([want, given, value]) => {
  expect(undefinedSerialization(parameter(given), value)).toBe(want);
});

test('every name is one that a value brings about', () => {
  const named = new Set(CASES.map(([name]) => name));
  expect(Object.keys(UNDEFINED_SERIALIZATIONS).filter((it) => !named.has(it as never))).toEqual([]);
});

test.for<readonly [Partial<WireParameter>, unknown]>([
  [{}, undefined],
  [{}, ''],
  [{}, ['']],
  [{}, ['a,b', '']],
  [{}, { a: 1, b: undefined }],
  [{}, 9007199254740993n],
  [{}, new Date(0)],
  [{ explode: false }, ['a,b']],
  [{ allowReserved: true }, 'a%b/'],
  [{ allowEmptyValue: true }, 'a'],
  [{ style: 'spaceDelimited', explode: false }, { a: 1 }],
  [{ style: 'deepObject' }, { a: 'x[y]' }],
  [PATH, 'a/b'],
  [PATH, '...'],
  [{ in: 'path', style: 'matrix' }, '.'],
  [{ in: 'path', style: 'label' }, 1.5],
  [HEADER, 'a, b'],
  [HEADER, ''],
  [HEADER, ['a=b', 'c']],
  [{ in: 'cookie' }, [1]],
  [{ in: 'cookie', explode: false }, [1, 2]],
  [{ in: 'cookie' }, { a: 1, b: 2 }],
  [JSON_CONTENT, null],
  [JSON_CONTENT, { a: [{ b: null }] }],
  [{ ...HEADER, ...JSON_CONTENT }, 'ä\n'],
])('%o of %o is defined', ([given, value]) => {
  expect(undefinedSerialization(parameter(given), value)).toBeUndefined();
});
