import { at, integer, object, text, type TypeRows } from './row.ts';

/** What objects are, by what a user may count on. */
export const MEMBER_ROWS: TypeRows = {
  'an object without described members is any object': {
    schemas: {
      Free: { type: 'object' },
      FreeValue: { oneOf: [text, { type: 'object' }, { type: 'array', items: true }] },
      FreeOrNull: { type: ['object', 'null'] },
      FreeNamed: { type: 'object', required: ['id'] },
    },
    use: `
const free: Schemas['Free'] = { a: 1, b: { c: [null] } };
const value: Schemas['FreeValue'][] = ['a', { any: { thing: true } }, [1]];
const none: Schemas['FreeOrNull'] = null;
const named: Schemas['FreeNamed'] = { id: 1, other: 'b' };
// @ts-expect-error: a text is no object
const wrong: Schemas['Free'] = 'a';
// @ts-expect-error: its id is required
const unnamed: Schemas['FreeNamed'] = { other: 'b' };
use(free, value, none, named, wrong, unnamed);`,
  },
  'members stand beside others of any name': {
    schemas: {
      Mixed: { ...object({ a: text }), additionalProperties: integer },
      MixedUntyped: { properties: { a: text }, required: ['a'], additionalProperties: integer },
      MixedList: {
        ...object({ total: integer, on: { type: 'boolean' } }, 'total'),
        additionalProperties: { type: 'array', items: at('Mixed') },
      },
      MixedPattern: { ...object({ a: text }), patternProperties: { '^x-': integer } },
      Patterns: {
        type: 'object',
        patternProperties: { '^x-': integer },
        additionalProperties: false,
      },
      MixedOpen: { ...object({ a: text }, 'a'), additionalProperties: true },
      MixedNested: object({ in: { ...object({ a: text }), additionalProperties: integer } }),
    },
    use: `
const mixed: Schemas['Mixed'] = { a: 'b', other: 3 };
const bare: Schemas['Mixed'] = { other: 3 };
const untyped: Schemas['MixedUntyped'] = { a: 'b', other: 3 };
const list: Schemas['MixedList'] = { total: 1, first: [{ a: 'b', c: 2 }] };
const pattern: Schemas['MixedPattern'] = { a: 'b', 'x-1': 1 };
const patterns: Schemas['Patterns'] = { 'x-1': 1 };
const open: Schemas['MixedOpen'] = { a: 'b', other: {} };
const nested: Schemas['MixedNested'] = { in: { a: 'b', c: 1 } };
const known: string | undefined = mixed.a;
const other: number | string | undefined = mixed['other'];
// @ts-expect-error: others are numbers
const wrong: Schemas['Mixed'] = { other: true };
// @ts-expect-error: the total is a number
const total: Schemas['MixedList'] = { total: [] };
// @ts-expect-error: what is closed has what matches alone
const closed: Schemas['Patterns'] = { 'x-1': 'a' };
use(bare, untyped, list, pattern, patterns, open, nested, known, other, wrong, total, closed);`,
  },
  'an object whose names are listed has these': {
    schemas: {
      Named: { type: 'object', propertyNames: { enum: ['a', 'b'] }, additionalProperties: integer },
    },
    use: `
const named: Schemas['Named'] = { a: 1 };
// @ts-expect-error: no such name
const wrong: Schemas['Named'] = { c: 1 };
use(named, wrong);`,
  },
};
