import { cookie, field, isInteger, NOTHING, query, segment, within, type Row } from './row.ts';

const OPTIONAL = { anyOf: [{ type: 'integer', maximum: 50 }, { type: 'null' }] };
const MIXED = { oneOf: [{ type: 'integer' }, { type: 'string', pattern: '^[a-z]+$' }] };
const int = (text: string | null | undefined) => isInteger(text);
const optional = (text: string | null | undefined) =>
  text === null || text === undefined || text === '' || within(text, -Infinity, 50);

/** Reading a parameter's type (OpenAPI 3.1.1, section 4.8.12). */
export const PARAMETER_TYPE_ROWS: readonly Row[] = [
  {
    id: 'union-query',
    parameter: { name: 'limit', in: 'query', schema: OPTIONAL },
    good: [[7, query('limit=7')]],
    bad: [
      [51, query('limit=51')],
      ['many', query('limit=many')],
    ],
    also: [NOTHING, query('limit=%37')],
    undetermined: [query('limit='), query('limit=null')],
    keeps: ({ query: it }) => optional(it.get('limit')),
    mistaken: ({ query: it }) => !it.has('limit'),
  },
  {
    id: 'union-header',
    parameter: { name: 'X-Limit', in: 'header', schema: OPTIONAL },
    good: [[7, field('X-Limit', '7')]],
    bad: [[51, field('X-Limit', '51')]],
    keeps: ({ field: it }) => optional(it('x-limit')),
    mistaken: ({ field: it }) => it('x-limit') === undefined,
  },
  {
    id: 'union-cookie',
    parameter: { name: 'limit', in: 'cookie', schema: OPTIONAL },
    good: [[7, cookie('limit=7')]],
    bad: [[51, cookie('limit=51')]],
    keeps: ({ cookies }) => optional(cookies.get('limit')?.[0]),
    mistaken: ({ cookies }) => !cookies.has('limit'),
  },
  {
    id: 'union-path',
    parameter: { name: 'p', in: 'path', schema: OPTIONAL },
    good: [[7, segment('7')]],
    bad: [[51, segment('51')]],
    keeps: ({ segment: it }) => within(it, -Infinity, 50),
  },
  {
    id: 'joined',
    parameter: { name: 'n', in: 'query', schema: { allOf: [{ type: 'integer' }, { maximum: 9 }] } },
    good: [[7, query('n=7')]],
    bad: [
      [10, query('n=10')],
      ['x', query('n=x')],
    ],
    keeps: ({ query: it }) => !it.has('n') || within(it.get('n'), -Infinity, 9),
  },
  {
    id: 'joined-unions',
    parameter: {
      name: 'X-N',
      in: 'header',
      schema: {
        allOf: [{ anyOf: [{ type: 'integer' }, { type: 'boolean' }] }, { not: { const: 3 } }],
      },
    },
    good: [
      [7, field('X-N', '7')],
      [true, field('X-N', 'true')],
    ],
    bad: [
      [3, field('X-N', '3')],
      ['x', field('X-N', 'x')],
    ],
    keeps: ({ field: it }) => {
      const text = it('x-n');
      return (
        text === undefined || text === 'true' || text === 'false' || (int(text) && +text !== 3)
      );
    },
  },
  {
    id: 'listed',
    parameter: { name: 'n', in: 'query', schema: { enum: [1, 2, 3] } },
    good: [[2, query('n=2')]],
    bad: [[4, query('n=4')]],
    keeps: ({ query: it }) => !it.has('n') || within(it.get('n'), 1, 3),
  },
  {
    id: 'listed-mixed',
    parameter: { name: 'p', in: 'path', schema: { enum: [1, 'all', true] } },
    good: [
      [1, segment('1')],
      ['all', segment('all')],
      [true, segment('true')],
    ],
    bad: [
      [2, segment('2')],
      [false, segment('false')],
      ['none', segment('none')],
    ],
    keeps: ({ segment: it }) => ['1', 'all', 'true'].includes(it),
  },
  {
    id: 'fixed',
    parameter: { name: 'n', in: 'query', schema: { const: 5 } },
    good: [[5, query('n=5')]],
    bad: [[6, query('n=6')]],
    also: [query('n=5.0')],
    keeps: ({ query: it }) => !it.has('n') || Number(it.get('n')) === 5,
  },
  {
    id: 'fixed-text',
    parameter: { name: 'yes', in: 'cookie', schema: { const: 'true' } },
    good: [['true', cookie('yes=true')]],
    bad: [['false', cookie('yes=false')]],
    keeps: ({ cookies }) => (cookies.get('yes')?.[0] ?? 'true') === 'true',
  },
  {
    id: 'type-list',
    parameter: { name: 'n', in: 'query', schema: { type: ['integer', 'boolean'], minimum: 2 } },
    good: [
      [2, query('n=2')],
      [false, query('n=false')],
    ],
    bad: [
      [1, query('n=1')],
      ['x', query('n=x')],
    ],
    keeps: ({ query: it }) => {
      const text = it.get('n');
      return text === null || text === 'true' || text === 'false' || within(text, 2, Infinity);
    },
  },
  {
    id: 'conditional',
    parameter: {
      name: 'n',
      in: 'query',
      schema: { if: { type: 'integer' }, then: { maximum: 5 }, else: { enum: ['all'] } },
    },
    good: [
      [4, query('n=4')],
      ['all', query('n=all')],
    ],
    bad: [['some', query('n=some')]],
    keeps: ({ query: it }) =>
      !it.has('n') || it.get('n') === 'all' || within(it.get('n'), -Infinity, 5),
  },
  {
    id: 'conditional-typed',
    parameter: {
      name: 'p',
      in: 'path',
      schema: {
        type: ['integer', 'string'],
        if: { type: 'integer' },
        then: { maximum: 5 },
        else: { pattern: '^[a-z]{1,3}$' },
      },
    },
    good: [
      [4, segment('4')],
      ['abc', segment('abc')],
    ],
    bad: [
      [6, segment('6')],
      ['abcd', segment('abcd')],
    ],
    keeps: ({ segment: it }) => within(it, -Infinity, 5) || /^[a-z]{1,3}$/.test(it),
  },
  {
    id: 'mixed-path',
    parameter: { name: 'p', in: 'path', schema: MIXED },
    good: [
      [5, segment('5')],
      ['abc', segment('abc')],
    ],
    bad: [['A5', segment('A5')]],
    keeps: ({ segment: it }) => int(it) || /^[a-z]+$/.test(it),
    mistaken: ({ segment: it }) => int(it),
  },
  {
    id: 'unions-of-lists',
    parameter: {
      name: 'ids',
      in: 'query',
      schema: { anyOf: [{ type: 'array', items: { type: 'integer' } }, { type: 'null' }] },
    },
    good: [[[1, 2], query('ids=1&ids=2')]],
    bad: [[[1, 'b'], query('ids=1&ids=b')]],
    undetermined: [query('ids=')],
    keeps: ({ query: it }) =>
      it.getAll('ids').every(int) || (it.getAll('ids').join('') === '' && it.has('ids')),
    mistaken: ({ query: it }) => it.getAll('ids').length < 2,
  },
  {
    id: 'union-of-list-and-text',
    parameter: {
      name: 'X-Id',
      in: 'header',
      schema: {
        oneOf: [{ type: 'integer' }, { type: 'array', minItems: 2, items: { type: 'integer' } }],
      },
    },
    good: [
      [1, field('X-Id', '1')],
      [[1, 2], field('X-Id', '1,2')],
    ],
    bad: [['b', field('X-Id', 'b')]],
    keeps: ({ field: it }) => (it('x-id') ?? '1').split(/ *, */).every(int),
  },
  {
    id: 'empty-flag',
    parameter: { name: 'flag', in: 'query', allowEmptyValue: true, schema: { type: 'boolean' } },
    good: [[true, query('flag=true')]],
    bad: [['maybe', query('flag=maybe')]],
    also: [query('flag='), query('flag')],
    keeps: ({ query: it }) => ['true', 'false', ''].includes(it.get('flag') ?? ''),
  },
];
