import type { Json } from '../../scripts/base/json.ts';
import type { WireParameter } from '../../scripts/wire/write-parameter.ts';

type Place = WireParameter['in'];
type Style = WireParameter['style'];
/** The text as it stands in its place, after the name of a header or a cookie's field. */
export type ReaderRow = readonly [
  Place,
  Style,
  explode: boolean,
  Json,
  text: string,
  want: unknown,
];

const STRING = { type: 'string' };
const INTEGER = { type: 'integer' };
const STRINGS = { type: 'array', items: STRING };
const INTEGERS = { type: 'array', items: INTEGER };

/** What a schema lets a text stand for. */
export const TYPE_VECTORS: readonly ReaderRow[] = (
  [
    [INTEGER, '7', 7],
    [INTEGER, '-7', -7],
    [INTEGER, '4.0', 4],
    [INTEGER, '1e2', 100],
    [INTEGER, '4.5', 4.5],
    [INTEGER, 'seven', 'seven'],
    [INTEGER, '', ''],
    [INTEGER, '0x10', '0x10'],
    [INTEGER, '9007199254740993', 9007199254740993n],
    [INTEGER, '18446744073709551616', 18446744073709551616n],
    [{ type: 'number' }, '1.5', 1.5],
    [{ type: 'number' }, '1e999', '1e999'],
    [{ type: 'number' }, 'NaN', 'NaN'],
    [{ type: 'boolean' }, 'true', true],
    [{ type: 'boolean' }, 'TRUE', 'TRUE'],
    [STRING, '7', '7'],
    [STRING, 'null', 'null'],
    [{}, '7', '7'],
    [true, 'true', 'true'],
    [{ anyOf: [{ type: 'integer', maximum: 50 }, { type: 'null' }] }, '7', 7],
    [{ anyOf: [{ type: 'integer', maximum: 50 }, { type: 'null' }] }, '51', 51],
    [{ anyOf: [{ type: 'integer', maximum: 50 }, { type: 'null' }] }, '', null],
    [{ type: ['string', 'null'] }, '', ''],
    [{ allOf: [{ type: 'integer' }, { maximum: 9 }] }, '7', 7],
    [{ enum: [1, 2, 3] }, '2', 2],
    [{ enum: ['1', '2'] }, '2', '2'],
    [{ enum: [1, '1', true] }, 'true', true],
    [{ const: 5 }, '5', 5],
    [{ minimum: 5 }, '7', 7],
    [{ oneOf: [INTEGER, { type: 'string', pattern: '^[a-z]+$' }] }, '5', 5],
    [{ oneOf: [INTEGER, { type: 'string', pattern: '^[a-z]+$' }] }, 'a', 'a'],
    [{ oneOf: [{ type: 'integer', maximum: 3 }, { type: 'string' }] }, '5', '5'],
    [{ type: ['integer', 'boolean'] }, 'false', false],
    [{ if: { type: 'integer' }, then: { type: 'integer' }, else: { type: 'string' } }, '5', 5],
    [{ $ref: '#/components/schemas/Count' }, '5', 5],
  ] as const
).flatMap(([schema, text, want]): ReaderRow[] => [
  ['query', 'form', true, schema, `color=${text}`, want],
  ['query', 'form', false, schema, `color=${text}`, want],
  ['header', 'simple', false, schema, text, want],
  ['cookie', 'form', true, schema, `color=${text}`, want],
  ['path', 'matrix', true, schema, `;color=${text}`, want],
  ['path', 'label', false, schema, `.${text}`, want],
  ...(text === '' ? [] : [['path', 'simple', false, schema, text, want] satisfies ReaderRow]),
]);

const NULLABLE_LIST = { anyOf: [INTEGERS, { type: 'null' }] };
const KIND = { type: 'object', required: ['kind'], properties: { kind: STRING, n: INTEGER } };

export const STRUCTURE_VECTORS: readonly ReaderRow[] = [
  ['query', 'form', true, NULLABLE_LIST, 'color=1&color=2', [1, 2]],
  ['query', 'form', true, NULLABLE_LIST, 'color=1', [1]],
  ['query', 'form', true, { anyOf: [STRING, STRINGS] }, 'color=a', 'a'],
  ['query', 'form', true, { anyOf: [STRING, STRINGS] }, 'color=a&color=b', ['a', 'b']],
  ['query', 'form', true, {}, 'color=a&color=b', ['a', 'b']],
  [
    'query',
    'form',
    true,
    { type: 'array', items: { oneOf: [{ type: 'integer', maximum: 3 }, STRING] } },
    'color=5&color=1',
    ['5', '1'],
  ],
  [
    'query',
    'form',
    true,
    { type: 'array', prefixItems: [STRING, INTEGER] },
    'color=1&color=1',
    ['1', 1],
  ],
  [
    'query',
    'form',
    false,
    { type: 'array', items: { type: ['integer', 'null'] } },
    'color=1,,2',
    [1, null, 2],
  ],
  ['query', 'form', false, INTEGERS, 'color=', []],
  ['query', 'form', false, STRINGS, 'color=', ['']],
  ['query', 'form', true, KIND, 'kind=a', { kind: 'a' }],
  ['query', 'form', true, KIND, 'kind=a&n=1&x=2', { kind: 'a', n: 1 }],
  ['query', 'form', true, KIND, 'x=2', undefined],
  [
    'query',
    'form',
    true,
    { allOf: [KIND, { properties: { o: INTEGER } }] },
    'o=1&kind=2',
    { o: 1, kind: '2' },
  ],
  [
    'query',
    'form',
    true,
    { ...KIND, additionalProperties: INTEGER },
    'kind=a&x=2',
    { kind: 'a', x: 2 },
  ],
  [
    'query',
    'form',
    true,
    { type: 'object', additionalProperties: INTEGER },
    'x=2&claimed=1',
    { x: 2 },
  ],
  ['query', 'form', true, { type: 'object' }, 'x=2&claimed=1&deep[a]=1', { x: '2' }],
  ['query', 'form', true, { type: 'object', additionalProperties: false }, 'x=2', undefined],
  [
    'query',
    'form',
    true,
    { type: 'object', patternProperties: { '^x-': INTEGER } },
    'x-a=2&y=1',
    { 'x-a': 2 },
  ],
  [
    'query',
    'form',
    true,
    { type: 'object', properties: { claimed: INTEGER } },
    'claimed=1',
    undefined,
  ],
  [
    'query',
    'form',
    true,
    { type: 'object', properties: { o: KIND, t: INTEGERS } },
    'o=%7B%22kind%22:%22a%22%7D&t=1&t=2',
    { o: { kind: 'a' }, t: [1, 2] },
  ],
  ['query', 'form', true, KIND, 'color=x', 'x'],
  ['query', 'form', false, KIND, 'color=kind,a,n,1', { kind: 'a', n: 1 }],
  ['query', 'form', false, KIND, 'color=kind%2Ca', { kind: 'a' }],
  ['query', 'form', false, KIND, 'color=kind', 'kind'],
  ['header', 'simple', false, NULLABLE_LIST, '1, 2', [1, 2]],
  ['cookie', 'form', true, KIND, 'claimed=1; kind=a', { kind: 'a' }],
  ['query', 'form', true, STRING, '', undefined],
  ['cookie', 'form', true, STRING, 'x=1', undefined],
];
