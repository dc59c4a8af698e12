import type { WireParameter } from '../../scripts/wire/write-parameter.ts';

type Place = WireParameter['in'];
type Style = WireParameter['style'];
type Row = readonly [Place, Style, explode: boolean, value: unknown, want: string | undefined];

const COLORS = ['blue', 'black', 'brown'];
const RGB = { R: 100, G: 200, B: 150 };

/** OpenAPI 3.1.1, section 4.8.12.4: each defined cell, without the question mark. */
const STYLE_EXAMPLES: readonly Row[] = [
  ['path', 'matrix', false, 'blue', ';color=blue'],
  ['path', 'matrix', false, COLORS, ';color=blue,black,brown'],
  ['path', 'matrix', false, RGB, ';color=R,100,G,200,B,150'],
  ['path', 'matrix', true, 'blue', ';color=blue'],
  ['path', 'matrix', true, COLORS, ';color=blue;color=black;color=brown'],
  ['path', 'matrix', true, RGB, ';R=100;G=200;B=150'],
  ['path', 'label', false, 'blue', '.blue'],
  ['path', 'label', false, COLORS, '.blue,black,brown'],
  ['path', 'label', false, RGB, '.R,100,G,200,B,150'],
  ['path', 'label', true, 'blue', '.blue'],
  ['path', 'label', true, COLORS, '.blue.black.brown'],
  ['path', 'label', true, RGB, '.R=100.G=200.B=150'],
  ...(['path', 'header'] as const).flatMap((place): Row[] => [
    [place, 'simple', false, 'blue', 'blue'],
    [place, 'simple', false, COLORS, 'blue,black,brown'],
    [place, 'simple', false, RGB, 'R,100,G,200,B,150'],
    [place, 'simple', true, 'blue', 'blue'],
    [place, 'simple', true, COLORS, 'blue,black,brown'],
    [place, 'simple', true, RGB, 'R=100,G=200,B=150'],
  ]),
  ['query', 'form', false, 'blue', 'color=blue'],
  ['query', 'form', false, '', 'color='],
  ['query', 'form', false, COLORS, 'color=blue,black,brown'],
  ['query', 'form', false, RGB, 'color=R,100,G,200,B,150'],
  ['query', 'form', true, 'blue', 'color=blue'],
  ['query', 'form', true, '', 'color='],
  ['query', 'form', true, COLORS, 'color=blue&color=black&color=brown'],
  ['query', 'form', true, RGB, 'R=100&G=200&B=150'],
  ['query', 'spaceDelimited', false, COLORS, 'color=blue%20black%20brown'],
  ['query', 'spaceDelimited', false, RGB, 'color=R%20100%20G%20200%20B%20150'],
  ['query', 'pipeDelimited', false, COLORS, 'color=blue%7Cblack%7Cbrown'],
  ['query', 'pipeDelimited', false, RGB, 'color=R%7C100%7CG%7C200%7CB%7C150'],
  ['query', 'deepObject', true, RGB, 'color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150'],
  // What 3.2.0 prints for cookies in the same table.
  ['cookie', 'form', false, 'blue', 'color=blue'],
  ['cookie', 'form', false, COLORS, 'color=blue,black,brown'],
  ['cookie', 'form', false, RGB, 'color=R,100,G,200,B,150'],
  ['cookie', 'form', true, COLORS, 'color=blue; color=black; color=brown'],
  ['cookie', 'form', true, RGB, 'R=100; G=200; B=150'],
];

const HELLO = 'Hello World!';
const KEYS = { semi: ';', dot: '.', comma: ',' };

/** RFC 6570, sections 3.2.2, 3.2.5, 3.2.7 and 3.2.8, with the values of section 3.2. */
const URI_TEMPLATES: readonly (readonly [...Row, string])[] = [
  ['path', 'simple', false, 'value', 'value', 'var'],
  ['path', 'simple', false, HELLO, 'Hello%20World%21', 'hello'],
  ['path', 'simple', false, '50%', '50%25', 'half'],
  ['path', 'simple', false, ['red', 'green', 'blue'], 'red,green,blue', 'list'],
  ['path', 'simple', true, ['red', 'green', 'blue'], 'red,green,blue', 'list'],
  ['path', 'simple', false, KEYS, 'semi,%3B,dot,.,comma,%2C', 'keys'],
  ['path', 'simple', true, KEYS, 'semi=%3B,dot=.,comma=%2C', 'keys'],
  ['path', 'label', false, 'fred', '.fred', 'who'],
  ['path', 'label', false, '50%', '.50%25', 'half'],
  ['path', 'label', false, ['red', 'green', 'blue'], '.red,green,blue', 'list'],
  ['path', 'label', true, ['red', 'green', 'blue'], '.red.green.blue', 'list'],
  ['path', 'label', false, KEYS, '.semi,%3B,dot,.,comma,%2C', 'keys'],
  ['path', 'label', true, KEYS, '.semi=%3B.dot=..comma=%2C', 'keys'],
  ['path', 'matrix', false, 'fred', ';who=fred', 'who'],
  ['path', 'matrix', false, '50%', ';half=50%25', 'half'],
  ['path', 'matrix', false, '', ';empty', 'empty'],
  ['path', 'matrix', false, ['red', 'green', 'blue'], ';list=red,green,blue', 'list'],
  ['path', 'matrix', true, ['red', 'green', 'blue'], ';list=red;list=green;list=blue', 'list'],
  ['path', 'matrix', false, KEYS, ';keys=semi,%3B,dot,.,comma,%2C', 'keys'],
  ['path', 'matrix', true, KEYS, ';semi=%3B;dot=.;comma=%2C', 'keys'],
  ['query', 'form', false, '50%', 'half=50%25', 'half'],
  ['query', 'form', false, '', 'empty=', 'empty'],
  ['query', 'form', false, ['red', 'green', 'blue'], 'list=red,green,blue', 'list'],
  ['query', 'form', true, ['red', 'green', 'blue'], 'list=red&list=green&list=blue', 'list'],
  ['query', 'form', false, KEYS, 'keys=semi,%3B,dot,.,comma,%2C', 'keys'],
  ['query', 'form', true, KEYS, 'semi=%3B&dot=.&comma=%2C', 'keys'],
];

/** What stands between items, in names, and beyond ASCII. */
const TEXTS: readonly Row[] = [
  ['query', 'form', false, ['a,b', 'c'], 'color=a%2Cb,c'],
  ['query', 'form', true, ['a,b', 'c&d'], 'color=a%2Cb&color=c%26d'],
  ['query', 'form', true, 'a b+c', 'color=a%20b%2Bc'],
  ['query', 'form', true, "!'()*", 'color=%21%27%28%29%2A'],
  ['query', 'form', true, 'ä€', 'color=%C3%A4%E2%82%AC'],
  ['query', 'form', true, '😀', 'color=%F0%9F%98%80'],
  ['query', 'form', true, '\ud83d', 'color=%EF%BF%BD'],
  ['query', 'form', true, { 'a b': 'c=d' }, 'a%20b=c%3Dd'],
  ['query', 'form', true, { 'a[0]': 1 }, 'a%5B0%5D=1'],
  ['query', 'form', true, { __proto__x: 1, constructor: 2 }, '__proto__x=1&constructor=2'],
  ['query', 'pipeDelimited', false, ['a|b', 'c'], 'color=a%7Cb%7Cc'],
  ['query', 'deepObject', true, { 'a b': 'c d' }, 'color%5Ba%20b%5D=c%20d'],
  ['path', 'simple', false, 'a/b?c#d', 'a%2Fb%3Fc%23d'],
  ['path', 'simple', false, ['a,b', 'c;d'], 'a%2Cb,c%3Bd'],
  ['path', 'label', true, ['ä', '😀'], '.%C3%A4.%F0%9F%98%80'],
  ['path', 'matrix', true, { 'a b': '' }, ';a%20b'],
  ['header', 'simple', false, 'a b%20,c', 'a b%20,c'],
  ['header', 'simple', true, { a: 'b c' }, 'a=b c'],
  ['cookie', 'form', false, 'a;b c', 'color=a%3Bb%20c'],
  ['cookie', 'form', true, { 'a;': ',' }, 'a%3B=%2C'],
];

/** Values that are no texts, and those that leave nothing to write. */
const VALUES: readonly Row[] = [
  ...(
    [
      [7, '7'],
      [-0, '0'],
      [1.5, '1.5'],
      [1e21, '1000000000000000000000'],
      [1e-7, '1e-7'],
      [9007199254740993n, '9007199254740993'],
      [true, 'true'],
      [false, 'false'],
      [new Date(0), '1970-01-01T00%3A00%3A00.000Z'],
    ] as const
  ).flatMap(([value, text]): Row[] => [
    ['path', 'simple', false, value, text],
    ['query', 'form', true, value, `color=${text}`],
    ['query', 'form', false, [value, value], `color=${text},${text}`],
    ['query', 'deepObject', true, { a: value }, `color%5Ba%5D=${text}`],
    ['cookie', 'form', true, value, `color=${text}`],
    ['header', 'simple', false, [value], decodeURIComponent(text)],
  ]),
  ...[
    null,
    undefined,
    [],
    {},
    [null],
    { a: undefined },
    NaN,
    Infinity,
    new Date(NaN),
    Symbol('a'),
  ].flatMap((value): Row[] => [
    ['path', 'simple', false, value, undefined],
    ['path', 'matrix', true, value, undefined],
    ['query', 'form', true, value, undefined],
    ['query', 'form', false, value, undefined],
    ['query', 'deepObject', true, value, undefined],
    ['cookie', 'form', true, value, undefined],
    ['header', 'simple', false, value, undefined],
  ]),
  ['path', 'simple', false, '', undefined],
  ['path', 'simple', false, [''], undefined],
  ['header', 'simple', false, '', ''],
  ['header', 'simple', false, 'a\r\nb', undefined],
  ['header', 'simple', false, 'a\0', undefined],
  ['header', 'simple', false, '€', undefined],
  ['query', 'form', true, [''], 'color='],
  ['query', 'form', true, { a: 1, b: null, c: undefined }, 'a=1'],
  ['query', 'form', true, { a: '' }, 'a='],
  ['query', 'form', false, { a: 1, b: null }, 'color=a,1'],
  // Not defined; written as most read it.
  ['query', 'form', true, { a: { b: 1n } }, 'a=%7B%22b%22%3A1%7D'],
  ['query', 'deepObject', true, { a: { b: 1 } }, 'color%5Ba%5D%5Bb%5D=1'],
  ['query', 'deepObject', true, { a: [1, 2] }, 'color%5Ba%5D=1&color%5Ba%5D=2'],
  ['query', 'deepObject', true, 'x', 'color=x'],
  ['query', 'spaceDelimited', true, [1, 2], 'color=1&color=2'],
];

const named = (name: string, rows: readonly Row[]) => rows.map((row) => [...row, name] as const);

/** Place, style, explode, value, its text, and the parameter's name. */
export const WRITER_VECTORS = [
  ...named('color', STYLE_EXAMPLES),
  ...URI_TEMPLATES,
  ...named('color', TEXTS),
  ...named('color', VALUES),
];
