import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type {
  Parameter,
  ParameterLocation,
  ParameterStyle,
} from '../../scripts/model/api-model.ts';
import type { Json } from '../../scripts/base/json.ts';
import {
  expectedTypeOf,
  parseParameter,
  serializeParameter,
} from '../../scripts/wire/parameter-style.ts';

/** The combinations that OpenAPI 3.1.1 allows (section 4.8.12.3) for a list or an object. */
const STYLES: readonly [ParameterLocation, ParameterStyle, readonly boolean[]][] = [
  ['path', 'simple', [false, true]],
  ['path', 'label', [false, true]],
  ['path', 'matrix', [false, true]],
  ['header', 'simple', [false, true]],
  ['query', 'form', [false, true]],
  ['query', 'spaceDelimited', [false]],
  ['query', 'pipeDelimited', [false]],
  ['query', 'deepObject', [true]],
  ['cookie', 'form', [false]],
];
const COMBINATIONS = STYLES.flatMap(([location, style, explodes]) =>
  explodes.map((explode) => parameter(location, style, explode)),
);
const SCHEMA = {
  type: 'object',
  properties: { R: { type: 'integer' }, name: { type: 'string' }, on: { type: 'boolean' } },
};
/** Letters that no style uses for itself; what it does use is ambiguous once decoded. */
const word = fc.stringMatching(/^[A-Za-z0-9_äß!-]{1,8}$/);

test.for(COMBINATIONS)('$in $style explode=$explode: lists come back', (it) => {
  if (it.style === 'deepObject') return;
  const schema = { type: 'array', items: { type: 'string' } };
  fc.assert(
    fc.property(fc.array(word, { minLength: 1 }), (list) => {
      expect(sendAndRead(it, list, schema)).toEqual(list);
    }),
  );
});

test.for(COMBINATIONS)('$in $style explode=$explode: objects come back', (it) => {
  const object = fc.record(
    { R: fc.integer(), name: word, on: fc.boolean() },
    { noNullPrototype: true },
  );
  fc.assert(
    fc.property(object, (value) => {
      expect(sendAndRead(it, value, SCHEMA)).toEqual(value);
    }),
  );
});

test.for(COMBINATIONS)('$in $style explode=$explode: plain values come back', (it) => {
  if (it.style === 'deepObject') return;
  const text = it.in === 'header' ? word : fc.string({ minLength: 1 });
  fc.assert(
    fc.property(text, fc.integer(), fc.boolean(), (name, number, flag) => {
      expect(sendAndRead(it, name, { type: 'string' })).toBe(name);
      expect(sendAndRead(it, number, { type: 'integer' })).toBe(number);
      expect(sendAndRead(it, flag, { type: 'boolean' })).toBe(flag);
    }),
  );
});

/** The table of OpenAPI 3.1.1, section 4.8.12.4, as far as it defines a form. */
test.each([
  ['matrix', false, ';color=blue,black,brown', ';color=R,100,G,200,B,150'],
  ['matrix', true, ';color=blue;color=black;color=brown', ';R=100;G=200;B=150'],
  ['label', false, '.blue,black,brown', '.R,100,G,200,B,150'],
  ['label', true, '.blue.black.brown', '.R=100.G=200.B=150'],
  ['simple', false, 'blue,black,brown', 'R,100,G,200,B,150'],
  ['simple', true, 'blue,black,brown', 'R=100,G=200,B=150'],
  ['form', false, 'color=blue,black,brown', 'color=R,100,G,200,B,150'],
  ['form', true, 'color=blue&color=black&color=brown', 'R=100&G=200&B=150'],
  ['spaceDelimited', false, 'color=blue%20black%20brown', 'color=R%20100%20G%20200%20B%20150'],
  ['pipeDelimited', false, 'color=blue%7Cblack%7Cbrown', 'color=R%7C100%7CG%7C200%7CB%7C150'],
] as const)(
  '%s explode=%s is written as the specification shows',
  (style, explode, list, object) => {
    const location = ['matrix', 'label', 'simple'].includes(style) ? 'path' : 'query';
    const it = { ...parameter(location, style, explode), name: 'color' };
    expect(serializeParameter(it, ['blue', 'black', 'brown'])).toBe(list);
    expect(serializeParameter(it, { R: 100, G: 200, B: 150 })).toBe(object);
  },
);

test('deepObject is written as the specification shows', () => {
  const it = { ...parameter('query', 'deepObject', true), name: 'color' };
  expect(serializeParameter(it, { R: 100, G: 200 })).toBe('color[R]=100&color[G]=200');
});

test.each([
  ['integer', 'seven', 'seven'],
  ['integer', '7', 7],
  ['integer', '', ''],
  ['integer', '0x10', '0x10'],
  ['boolean', 'TRUE', 'TRUE'],
  ['null', '', null],
] as const)('a %s reads %j as %j', (type, text, want) => {
  const it = parameter('query', 'form', true);
  expect(parseParameter(it, [text], expectedTypeOf({}, { type }))).toBe(want);
});

test('a type is looked up through references', () => {
  const document = {
    defs: { Ids: { type: 'array', items: { $ref: '#/defs/A%20b' } }, 'A b': { type: 'integer' } },
  };
  expect(expectedTypeOf(document, { $ref: '#/defs/Ids' })).toMatchObject({
    types: ['array'],
    items: ['integer'],
  });
});

/** What a server sees: the value's text, decoded and cut into the parts that bear the name. */
function sendAndRead(it: Parameter, value: Json, schema: Json): Json {
  const text = serializeParameter(it, value);
  return parseParameter(it, partsOf(it, text, value), expectedTypeOf({}, schema));
}

function partsOf(
  { in: location, name, style, explode }: Parameter,
  text: string,
  value: Json,
): string[] {
  if (location === 'path') return [decodeURIComponent(text)];
  if (location === 'header') return [text];
  const pairs = text.split('&').map((pair) => pair.split('=').map(decodeURIComponent));
  const isObject = typeof value === 'object' && !Array.isArray(value);
  return pairs.map(([key = '', it = '']) => {
    if (style === 'deepObject') return `${key.slice(name.length + 1, -1)}=${it}`;
    return explode && isObject ? `${key}=${it}` : it;
  });
}

function parameter(
  location: ParameterLocation,
  style: ParameterStyle,
  explode: boolean,
): Parameter {
  const place = { pointer: '#', schema: undefined, content: undefined, examples: [] } as const;
  const query = { allowReserved: false, allowEmptyValue: false };
  return { name: 'p', in: location, required: true, style, explode, ...query, ...place };
}
