import { STRUCTURE_VECTORS, TYPE_VECTORS, type ReaderRow } from './reader-type-vectors.ts';

const STRING = { type: 'string' };
const INTEGER = { type: 'integer' };
const STRINGS = { type: 'array', items: STRING };
const INTEGERS = { type: 'array', items: INTEGER };
const RGB = { type: 'object', properties: { R: INTEGER, G: INTEGER, B: INTEGER } };

const COLORS = ['blue', 'black', 'brown'];
const RGB_VALUE = { R: 100, G: 200, B: 150 };

/** OpenAPI 3.1.1, section 4.8.12.4, and the cookies of 3.2.0. */
const STYLE_EXAMPLES: readonly ReaderRow[] = [
  ['path', 'matrix', false, STRING, ';color=blue', 'blue'],
  ['path', 'matrix', false, STRINGS, ';color=blue,black,brown', COLORS],
  ['path', 'matrix', false, RGB, ';color=R,100,G,200,B,150', RGB_VALUE],
  ['path', 'matrix', true, STRING, ';color=blue', 'blue'],
  ['path', 'matrix', true, STRINGS, ';color=blue;color=black;color=brown', COLORS],
  ['path', 'matrix', true, RGB, ';R=100;G=200;B=150', RGB_VALUE],
  ['path', 'label', false, STRING, '.blue', 'blue'],
  ['path', 'label', false, STRINGS, '.blue,black,brown', COLORS],
  ['path', 'label', false, RGB, '.R,100,G,200,B,150', RGB_VALUE],
  ['path', 'label', true, STRING, '.blue', 'blue'],
  ['path', 'label', true, STRINGS, '.blue.black.brown', COLORS],
  ['path', 'label', true, RGB, '.R=100.G=200.B=150', RGB_VALUE],
  ...(['path', 'header'] as const).flatMap((place): ReaderRow[] => [
    [place, 'simple', false, STRING, 'blue', 'blue'],
    [place, 'simple', false, STRINGS, 'blue,black,brown', COLORS],
    [place, 'simple', false, RGB, 'R,100,G,200,B,150', RGB_VALUE],
    [place, 'simple', true, STRING, 'blue', 'blue'],
    [place, 'simple', true, STRINGS, 'blue,black,brown', COLORS],
    [place, 'simple', true, RGB, 'R=100,G=200,B=150', RGB_VALUE],
  ]),
  ['query', 'form', false, STRING, 'color=blue', 'blue'],
  ['query', 'form', false, STRING, 'color=', ''],
  ['query', 'form', false, STRINGS, 'color=blue,black,brown', COLORS],
  ['query', 'form', false, RGB, 'color=R,100,G,200,B,150', RGB_VALUE],
  ['query', 'form', true, STRING, 'color=blue', 'blue'],
  ['query', 'form', true, STRINGS, 'color=blue&color=black&color=brown', COLORS],
  ['query', 'form', true, RGB, 'R=100&G=200&B=150', RGB_VALUE],
  ['query', 'spaceDelimited', false, STRINGS, 'color=blue%20black%20brown', COLORS],
  ['query', 'spaceDelimited', false, RGB, 'color=R%20100%20G%20200%20B%20150', RGB_VALUE],
  ['query', 'pipeDelimited', false, STRINGS, 'color=blue%7Cblack%7Cbrown', COLORS],
  ['query', 'pipeDelimited', false, RGB, 'color=R%7C100%7CG%7C200%7CB%7C150', RGB_VALUE],
  [
    'query',
    'deepObject',
    true,
    RGB,
    'color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150',
    RGB_VALUE,
  ],
  ['cookie', 'form', false, STRINGS, 'color=blue,black,brown', COLORS],
  ['cookie', 'form', false, RGB, 'color=R,100,G,200,B,150', RGB_VALUE],
  ['cookie', 'form', true, STRINGS, 'color=blue; color=black; color=brown', COLORS],
  ['cookie', 'form', true, RGB, 'R=100; G=200; B=150', RGB_VALUE],
];

/** Texts with marks in them, and other spellings of the same. */
const SPELLINGS: readonly ReaderRow[] = [
  ['query', 'form', false, STRINGS, 'color=a%2Cb,c', ['a,b', 'c']],
  ['query', 'form', false, STRINGS, 'color=a%2Cb', ['a,b']],
  ['query', 'form', false, INTEGERS, 'color=1%2C2', [1, 2]],
  ['query', 'form', false, INTEGERS, 'color=1%2c2,3', [1, 2, 3]],
  ['query', 'form', false, { ...STRINGS, minItems: 2 }, 'color=a%2Cb', ['a', 'b']],
  ['query', 'form', true, INTEGERS, 'color=1,2', ['1,2']],
  ['query', 'form', true, STRING, 'color=a+b%2Bc', 'a b+c'],
  ['query', 'form', true, STRINGS, 'color=a%2Cb&color=c%26d', ['a,b', 'c&d']],
  ['query', 'form', true, STRING, 'color=a=b', 'a=b'],
  ['query', 'form', true, STRING, 'col%6Fr=a', 'a'],
  ['query', 'form', true, STRING, 'color=%F0%9F%98%80%C3%A4', '😀ä'],
  ['query', 'form', true, STRING, 'other=1&color=a&color=b', 'b'],
  ['query', 'form', true, INTEGERS, 'color=1', [1]],
  ['query', 'form', true, STRING, 'color', ''],
  ['query', 'spaceDelimited', false, INTEGERS, 'color=1+2%203', [1, 2, 3]],
  ['query', 'pipeDelimited', false, INTEGERS, 'color=1|2%7c3', [1, 2, 3]],
  ['query', 'pipeDelimited', false, STRINGS, 'color=a,b|c', ['a,b', 'c']],
  ['query', 'spaceDelimited', true, INTEGERS, 'color=1&color=2', [1, 2]],
  ['query', 'deepObject', true, RGB, 'color[R]=1&color[G]=2', { R: 1, G: 2 }],
  [
    'query',
    'deepObject',
    true,
    { type: 'object', properties: { t: INTEGERS } },
    'color[t]=1&color[t]=2',
    { t: [1, 2] },
  ],
  [
    'query',
    'deepObject',
    true,
    { type: 'object', properties: { t: INTEGERS } },
    'color[t][]=1',
    { t: [1] },
  ],
  [
    'query',
    'deepObject',
    true,
    { type: 'object', properties: { t: INTEGERS } },
    'color[t][0]=1&color[t][1]=2',
    { t: [1, 2] },
  ],
  [
    'query',
    'deepObject',
    true,
    { type: 'object', properties: { d: RGB } },
    'color[d][R]=1',
    { d: { R: 1 } },
  ],
  [
    'query',
    'deepObject',
    true,
    { type: 'object' },
    'color[a]b]=1&color[c]=&x[d]=1',
    { 'a]b': '1', c: '' },
  ],
  ['query', 'deepObject', true, RGB, 'color=1', '1'],
  ['query', 'deepObject', true, RGB, 'colors[R]=1', undefined],
  ['path', 'simple', false, STRING, 'a%2Fb%3F', 'a/b?'],
  ['path', 'simple', false, STRING, 'a+b', 'a+b'],
  ['path', 'simple', false, STRINGS, 'a%2Cb,c', ['a,b', 'c']],
  ['path', 'simple', false, INTEGERS, '1%2C2', [1, 2]],
  ['path', 'label', true, INTEGERS, '.1.2', [1, 2]],
  ['path', 'label', false, { type: 'number' }, '.1.5', 1.5],
  ['path', 'matrix', false, STRING, ';color', ''],
  ['path', 'matrix', true, { type: 'object' }, ';a%20b=1;c', { 'a b': '1', c: '' }],
  ['header', 'simple', false, INTEGERS, '1, 2 ,3\t', [1, 2, 3]],
  ['header', 'simple', false, STRINGS, 'a,,b', ['a', 'b']],
  ['header', 'simple', false, STRINGS, '', []],
  ['header', 'simple', false, { ...STRINGS, minItems: 1 }, '', ['']],
  ['header', 'simple', false, STRINGS, '"a,b", c', ['"a,b"', 'c']],
  ['header', 'simple', true, RGB, 'R=1, G=2', { R: 1, G: 2 }],
  ['header', 'simple', false, STRING, 'a%20b', 'a%20b'],
  ['header', 'simple', false, { ...STRING, enum: ['a b'] }, 'a%20b', 'a b'],
  ['header', 'simple', false, STRING, '  a, b ', 'a, b'],
  ['cookie', 'form', false, STRING, 'x=1; color=a%20b', 'a b'],
  ['cookie', 'form', false, STRING, 'color=%zz', '%zz'],
  ['cookie', 'form', false, INTEGER, 'color="5"', 5],
  ['cookie', 'form', false, { enum: ['%41'] }, 'color=%41', '%41'],
];

export const READER_VECTORS: readonly ReaderRow[] = [
  ...STYLE_EXAMPLES,
  ...SPELLINGS,
  ...TYPE_VECTORS,
  ...STRUCTURE_VECTORS,
];

/** What the schemas of the table refer to. */
export const READER_DOCUMENT = { components: { schemas: { Count: INTEGER } } };
