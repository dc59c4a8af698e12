import { cookie, field, isInteger, NOTHING, query, segment, type Row } from './row.ts';

const INTEGERS = { type: 'array', items: { type: 'integer' }, minItems: 1, maxItems: 3 };
const TEXTS = { type: 'array', items: { type: 'string', minLength: 1 }, minItems: 1, maxItems: 2 };
const KINDS = {
  type: 'object',
  required: ['kind'],
  properties: { kind: { type: 'string', minLength: 1 }, size: { type: 'integer' } },
  additionalProperties: false,
};
const decode = (text: string) => decodeURIComponent(text);
const ints = (texts: readonly string[]) =>
  texts.length > 0 && texts.length < 4 && texts.every((it) => isInteger(it));
const texts = (all: readonly string[]) =>
  all.length > 0 && all.length < 3 && all.every((it) => it !== '');
/** What stands behind `name=` in a query, not decoded. */
const raw = (text: string, name: string) =>
  text.split('&').flatMap((it) => (it.startsWith(`${name}=`) ? [it.slice(name.length + 1)] : []));
const isKind = (kind: string | null | undefined, size: string | null | undefined) =>
  kind !== null &&
  kind !== undefined &&
  kind !== '' &&
  (size === null || size === undefined || isInteger(size));

/** Lists and objects by their styles (OpenAPI 3.1.1, sections 4.8.12.3 to 4.8.12.6). */
export const STYLE_ROWS: readonly Row[] = [
  {
    id: 'comma',
    parameter: { name: 'ids', in: 'query', explode: false, schema: INTEGERS },
    good: [[[1, 2], query('ids=1,2')]],
    bad: [[[1, 'b'], query('ids=1,b')]],
    also: [NOTHING, query('ids=1%2C2'), query('ids=1%2c2,3')],
    keeps: ({ query: it }) => !it.has('ids') || ints((it.get('ids') ?? '').split(',')),
    mistaken: ({ query: it }) => !(it.get('ids') ?? '').includes(','),
  },
  {
    id: 'comma-texts',
    parameter: { name: 'tags', in: 'query', explode: false, schema: TEXTS },
    good: [
      [['a,b', 'c'], query('tags=a%2Cb,c')],
      [['a&b', 'c=d'], query('tags=a%26b,c%3Dd')],
    ],
    bad: [[['a', 'b', 'c'], query('tags=a,b,c')]],
    keeps: ({ rawQuery: it }) => it === '' || texts((raw(it, 'tags')[0] ?? '').split(',')),
  },
  {
    id: 'pipes',
    parameter: {
      name: 'tags',
      in: 'query',
      style: 'pipeDelimited',
      explode: false,
      schema: TEXTS,
    },
    good: [[['a', 'b'], query('tags=a%7Cb')]],
    bad: [[['a', 'b', 'c'], query('tags=a%7Cb%7Cc')]],
    also: [query('tags=a|b')],
    keeps: ({ query: it }) => !it.has('tags') || texts((it.get('tags') ?? '').split('|')),
  },
  {
    id: 'spaces',
    parameter: {
      name: 'ids',
      in: 'query',
      style: 'spaceDelimited',
      explode: false,
      schema: INTEGERS,
    },
    good: [[[1, 2], query('ids=1%202')]],
    bad: [[[1, 'b'], query('ids=1%20b')]],
    also: [query('ids=1+2')],
    keeps: ({ query: it }) => !it.has('ids') || ints((it.get('ids') ?? '').split(' ')),
  },
  {
    id: 'spread-object',
    parameter: { name: 'filter', in: 'query', schema: KINDS },
    good: [
      [{ kind: 'a' }, query('kind=a')],
      [{ kind: 'a', size: 3 }, query('kind=a&size=3')],
    ],
    bad: [
      [{ size: 3 }, query('size=3')],
      [{ kind: 'a', size: 'b' }, query('kind=a&size=b')],
    ],
    also: [NOTHING, query('kind=a&other=1')],
    keeps: ({ query: it }) =>
      (!it.has('kind') && !it.has('size')) || isKind(it.get('kind'), it.get('size')),
    mistaken: ({ query: it }) => !it.has('kind'),
  },
  {
    id: 'flat-object',
    parameter: { name: 'filter', in: 'query', explode: false, schema: KINDS },
    good: [[{ kind: 'a,b', size: 3 }, query('filter=kind,a%2Cb,size,3')]],
    bad: [[{ size: 3 }, query('filter=size,3')]],
    keeps: ({ rawQuery: it }) => {
      if (it === '') return true;
      const flat = (raw(it, 'filter')[0] ?? '').split(',').map(decode);
      const members = new Map<string, string>();
      for (let at = 0; at < flat.length; at += 2) members.set(flat[at] ?? '', flat[at + 1] ?? '');
      const isOpen = [...members.keys()].some((name) => name !== 'kind' && name !== 'size');
      return flat.length % 2 === 0 && !isOpen && isKind(members.get('kind'), members.get('size'));
    },
  },
  {
    id: 'deep-object',
    parameter: { name: 'filter', in: 'query', style: 'deepObject', explode: true, schema: KINDS },
    good: [[{ kind: 'a' }, query('filter%5Bkind%5D=a')]],
    bad: [
      [{ kind: 'a', other: 1 }, query('filter[kind]=a&filter[other]=1')],
      [{ size: 1 }, query('filter[size]=1')],
    ],
    also: [query('filter[kind]=a')],
    keeps: ({ query: it }) => {
      const own = [...it.keys()].filter((name) => name.startsWith('filter['));
      if (own.some((name) => !['filter[kind]', 'filter[size]'].includes(name))) return false;
      return own.length === 0 || isKind(it.get('filter[kind]'), it.get('filter[size]'));
    },
  },
  {
    id: 'matrix-object',
    parameter: { name: 'p', in: 'path', style: 'matrix', explode: true, schema: KINDS },
    good: [[{ kind: 'a;b' }, segment(';kind=a%3Bb')]],
    bad: [[{ kind: 'a', size: 'b' }, segment(';kind=a;size=b')]],
    keeps: ({ segment: it }) => {
      const pairs = it
        .slice(1)
        .split(';')
        .map((pair) => pair.split('='));
      const members = new Map(
        pairs.map(([name = '', value = '']) => [decode(name), decode(value)]),
      );
      const isOpen = [...members.keys()].some((name) => name !== 'kind' && name !== 'size');
      return it.startsWith(';') && !isOpen && isKind(members.get('kind'), members.get('size'));
    },
  },
  {
    id: 'label-list',
    parameter: { name: 'p', in: 'path', style: 'label', explode: true, schema: INTEGERS },
    good: [[[1, 2], segment('.1.2')]],
    bad: [[[1, 'b'], segment('.1.b')]],
    keeps: ({ segment: it }) => it.startsWith('.') && ints(it.slice(1).split('.')),
  },
  {
    id: 'path-list',
    parameter: { name: 'p', in: 'path', schema: TEXTS },
    good: [[['a,b', 'c/d'], segment('a%2Cb,c%2Fd')]],
    bad: [[['a', 'b', 'c'], segment('a,b,c')]],
    keeps: ({ segment: it }) => texts(it.split(',')),
  },
  {
    id: 'header-list',
    parameter: { name: 'X-Num', in: 'header', schema: INTEGERS },
    good: [[[1, 2], field('X-Num', '1,2')]],
    bad: [[[1, 'b'], field('X-Num', '1,b')]],
    also: [field('X-NUM', '1, 2'), field('X-Num', '1', '2'), field('x-num', '1 ,2', '3')],
    keeps: ({ field: it }) => ints((it('x-num') ?? '1').split(/[ \t]*,[ \t]*/)),
    mistaken: ({ field: it }) => !/,/.test(it('x-num') ?? ''),
  },
  {
    id: 'header-object',
    parameter: { name: 'X-Kind', in: 'header', explode: true, schema: KINDS },
    good: [[{ kind: 'a', size: 3 }, field('X-Kind', 'kind=a,size=3')]],
    bad: [[{ kind: 'a', size: 'b' }, field('X-Kind', 'kind=a,size=b')]],
    also: [field('X-Kind', 'kind=a', 'size=3')],
    keeps: ({ field: it }) => {
      const text = it('x-kind');
      if (text === undefined) return true;
      const pairs = text.split(/ *, */).map((pair) => /^([^=]*)=(.*)$/.exec(pair) ?? []);
      const members = new Map(pairs.map(([, name = '', value = '']) => [name, value]));
      const isOpen = [...members.keys()].some((name) => name !== 'kind' && name !== 'size');
      return !isOpen && isKind(members.get('kind'), members.get('size'));
    },
  },
  {
    id: 'header-text',
    parameter: {
      name: 'X-Name',
      in: 'header',
      schema: { type: 'string', minLength: 2, maxLength: 5 },
    },
    good: [['Ada L', field('X-Name', 'Ada L')]],
    bad: [['A', field('X-Name', 'A')]],
    keeps: ({ field: it }) => {
      const length = Buffer.from(it('x-name') ?? 'ok', 'latin1').toString().length;
      return length >= 2 && length <= 5;
    },
    mistaken: ({ field: it }) => it('x-name') === undefined,
  },
  {
    id: 'cookie-flat',
    parameter: { name: 'ids', in: 'cookie', explode: false, schema: INTEGERS },
    good: [[[1, 2], cookie('ids=1,2')]],
    bad: [[[1, 'b'], cookie('ids=1,b')]],
    keeps: ({ cookies }) => ints((cookies.get('ids')?.[0] ?? '1').split(',')),
  },
  {
    id: 'cookie-exploded',
    parameter: { name: 'ids', in: 'cookie', schema: INTEGERS },
    good: [
      [[1], cookie('ids=1')],
      [[1, 2], cookie('ids=1; ids=2')],
    ],
    bad: [[['b'], cookie('ids=b')]],
    keeps: ({ cookies }) => ints(cookies.get('ids') ?? ['1']),
  },
  {
    id: 'reserved',
    parameter: {
      name: 'raw',
      in: 'query',
      allowReserved: true,
      schema: { type: 'string', pattern: '^[a-z]/[a-z?:]+$' },
    },
    good: [['a/b?c:d', query('raw=a/b?c:d')]],
    bad: [['/ab', query('raw=/ab')]],
    also: [query('raw=a%2Fb%3F')],
    keeps: ({ query: it }) => /^[a-z]\/[a-z?:]+$/.test(it.get('raw') ?? 'a/b'),
    mistaken: ({ rawQuery: it }) => !/^raw=[^%]*$/.test(it),
  },
];
