import { isObject, type Json, type JsonObject } from '../../scripts/base/json.ts';
import type { ParameterLocation, ParameterStyle } from '../../scripts/model/api-model.ts';
import type { BodyCell, Cell, Kind, ParameterCell } from './cell.ts';

const SCALARS = ['string', 'text', 'integer', 'long', 'number', 'boolean'] as const;
const LISTS = ['strings', 'texts', 'integers', 'single'] as const;
const OBJECTS = ['object', 'special'] as const;

const VALUES: Readonly<Record<Kind, Json>> = {
  string: 'blue',
  text: 'a b&c=d+e/f?g,ü%20#;|"😀',
  integer: -7,
  // More than a double can hold.
  long: 9007199254740993n,
  number: 2.5,
  boolean: true,
  strings: ['blue', 'black', 'brown'],
  texts: ['a,b', 'c d', 'e|f', 'g&h'],
  integers: [1, -2, 3],
  single: [5],
  object: { R: 100, G: 200, B: 150 },
  special: { 'x-y': 'a b', constructor: 'c', 'a.b': 'd', é: 'ü' },
  file: 'blue\r\n',
  files: ['blue', 'black'],
};

/** Where a place cannot say the usual value: a slash in a path, what separates a field's list. */
const OTHERS: Partial<Record<Cell['place'], Partial<Record<Kind, Json>>>> = {
  path: { text: 'a b&c=d+e?g,ü%20#;|"😀' },
  header: {
    text: 'a b; c="d, e" %20',
    texts: ['a b', 'c;d', 'e|f', 'g=h'],
    // Other than ASCII is no field's business (RFC 9110, section 5.5).
    special: { 'x-y': 'a b', constructor: 'c', 'a.b': 'd' },
  },
};

/** Reserved characters stand as they are; a triple such as `%20` would not come back (RFC 6570, 3.2.3). */
const RESERVED = "a b/c:d?e@f!g$h'(i)*j;k,ü|50%&l=m+n#[o]😀";

/** Every style where OpenAPI 3.1.1 (section 4.8.12.3) defines what it writes. */
const STYLES: readonly [ParameterLocation, ParameterStyle, boolean, readonly Kind[]][] = [
  ...(['simple', 'label', 'matrix'] as const).flatMap((style) => both('path', style)),
  ...both('query', 'form'),
  ['query', 'spaceDelimited', false, [...LISTS, ...OBJECTS]],
  ['query', 'pipeDelimited', false, [...LISTS, ...OBJECTS]],
  ['query', 'deepObject', true, OBJECTS],
  ...both('header', 'simple'),
  ...both('cookie', 'form'),
];

/** A scalar is written alike with `explode` and without. */
function both(place: ParameterLocation, style: ParameterStyle): (typeof STYLES)[number][] {
  return [
    [place, style, false, [...SCALARS, ...LISTS, ...OBJECTS]],
    [place, style, true, [...LISTS, ...OBJECTS]],
  ];
}

const JSON_KINDS = ['string', 'integer', 'strings', 'texts', 'object', 'special'] as const;

const PARAMETER_CELLS: readonly ParameterCell[] = [
  ...STYLES.flatMap(([place, style, explode, kinds]) =>
    kinds.map((kind) =>
      without(markOf(style, explode), { ...toCell(place, kind), style, explode }),
    ),
  ),
  { ...toCell('query', 'text'), allowReserved: true, value: RESERVED },
  { ...toCell('query', 'strings'), explode: true, allowReserved: true },
  { ...toCell('query', 'strings'), explode: true, name: 'p[]' },
  ...(['path', 'query', 'header', 'cookie'] as const).flatMap((place) =>
    JSON_KINDS.map((kind) => ({ ...toCell(place, kind), content: 'application/json' })),
  ),
];

const FORM_STYLES: readonly [string, JsonObject | undefined, readonly Kind[]][] = [
  ['no encoding', undefined, [...SCALARS, ...LISTS, ...OBJECTS]],
  ['form', { style: 'form', explode: false }, [...SCALARS, ...LISTS, ...OBJECTS]],
  ['form, explode', { style: 'form', explode: true }, [...LISTS, ...OBJECTS]],
  ['spaceDelimited', { style: 'spaceDelimited', explode: false }, LISTS],
  ['pipeDelimited', { style: 'pipeDelimited', explode: false }, LISTS],
  ['deepObject', { style: 'deepObject', explode: true }, OBJECTS],
  ['contentType application/json', { contentType: 'application/json' }, JSON_KINDS],
];

const PART_STYLES: readonly [string, JsonObject | undefined, readonly Kind[]][] = [
  ['no encoding', undefined, [...SCALARS, ...LISTS, ...OBJECTS, 'file', 'files']],
  ['form', { style: 'form', explode: false }, [...LISTS, ...OBJECTS]],
  ['deepObject', { style: 'deepObject', explode: true }, OBJECTS],
  ['contentType application/json', { contentType: 'application/json' }, OBJECTS],
  ['contentType text/csv', { contentType: 'text/csv' }, ['string', 'text']],
  ['contentType image/png', { contentType: 'image/png' }, ['file', 'files']],
];

const BODY_CELLS: readonly BodyCell[] = [
  ...bodyCells('urlencoded', FORM_STYLES),
  ...bodyCells('multipart', PART_STYLES),
];

export const CELLS: readonly Cell[] = [...PARAMETER_CELLS, ...BODY_CELLS];

function toCell(place: ParameterLocation, kind: Kind): ParameterCell {
  const style = place === 'query' || place === 'cookie' ? 'form' : 'simple';
  const base = { explode: false, allowReserved: false, content: undefined };
  return { place, style, ...base, kind, value: valueOf(place, kind) };
}

function bodyCells(place: BodyCell['place'], styles: typeof FORM_STYLES): BodyCell[] {
  return styles.flatMap(([label, encoding, kinds]) =>
    kinds.map((kind) =>
      without(markOf(label.split(',')[0] ?? '', false, place), {
        place,
        label,
        encoding,
        kind,
        value: valueOf(place, kind),
      }),
    ),
  );
}

/** By what a style parts texts that it does not encode, so that they cannot have it (OpenAPI 3.1.1, appendix C). */
function markOf(style: string, explode: boolean, place?: Cell['place']): string | undefined {
  if (style === 'label' && explode) return '.';
  if (style === 'form' && place === 'multipart') return ',';
  return { spaceDelimited: ' ', pipeDelimited: '|' }[style];
}

/** The cell, whose value does without a mark; members whose names have it are left out. */
function without<T extends Cell>(mark: string | undefined, cell: T): T {
  return mark === undefined ? cell : { ...cell, value: withoutMark(mark, cell.value) };
}

function withoutMark(mark: string, value: Json): Json {
  if (typeof value === 'string') return value.replaceAll(mark, '-');
  if (Array.isArray(value)) return value.map((item: Json) => withoutMark(mark, item));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, item]) =>
      name.includes(mark) ? [] : [[name, withoutMark(mark, item)]],
    ),
  );
}

function valueOf(place: Cell['place'], kind: Kind): Json {
  return OTHERS[place]?.[kind] ?? VALUES[kind];
}
