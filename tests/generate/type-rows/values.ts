import { at, integer, nothing, object, text, type TypeRows } from './row.ts';

/** What alternatives, lists and single values are. */
export const VALUE_ROWS: TypeRows = {
  'what an object is holds beside each of its alternatives': {
    schemas: {
      Reach: {
        ...object({ name: text, mail: text, phone: text }, 'name'),
        anyOf: [{ required: ['mail'] }, { required: ['phone'] }],
      },
      ReachOne: {
        ...object({ name: text }, 'name'),
        oneOf: [object({ mail: text }, 'mail'), object({ phone: text }, 'phone')],
      },
      Both: {
        ...object({ a: text }),
        anyOf: [object({ b: text })],
        oneOf: [object({ c: text }, 'c')],
      },
      Word: { type: 'string', anyOf: [{ enum: ['a', 'b'] }, { pattern: '^x' }] },
      Few: { type: 'string', anyOf: [{ enum: ['a'] }, { enum: ['b'] }] },
      Lists: { type: 'array', oneOf: [{ items: text }, { items: integer }] },
      Maybe: { type: ['object', 'null'], oneOf: [object({ a: text }, 'a'), nothing] },
    },
    use: `
const reach: Schemas['Reach'] = { name: 'a', phone: '1' };
const one: Schemas['ReachOne'] = { name: 'a', mail: 'b' };
const both: Schemas['Both'] = { a: 'a', b: 'b', c: 'c' };
const word: Schemas['Word'] = 'xyz';
const few: Schemas['Few'][] = ['a', 'b'];
const lists: Schemas['Lists'][] = [['a'], [1]];
const maybe: Schemas['Maybe'][] = [null, { a: 'b' }];
const name: string = reach.name;
// @ts-expect-error: one of the two has to be there
const neither: Schemas['Reach'] = { name: 'a' };
// @ts-expect-error: the name as well
const nameless: Schemas['Reach'] = { phone: '1' };
// @ts-expect-error: in each of them
const alone: Schemas['ReachOne'] = { mail: 'b' };
// @ts-expect-error: a number is no text
const number: Schemas['Word'] = 1;
// @ts-expect-error: none of these
const other: Schemas['Few'] = 'c';
// @ts-expect-error: a list has one kind of things
const mixed: Schemas['Lists'] = ['a', 1];
use(one, both, word, few, lists, maybe, name, neither, nameless, alone, number, other, mixed);`,
  },
  'what stands beside a reference holds as well': {
    schemas: {
      Base: object({ own: integer }),
      Beside: { ...at('Base'), properties: { extra: text }, required: ['extra', 'own'] },
      Described: { ...at('Base'), description: 'The same.' },
    },
    use: `
const beside: Schemas['Beside'] = { own: 1, extra: 'a' };
const described: Schemas['Described'] = { own: 1 };
// @ts-expect-error: both are required
const wrong: Schemas['Beside'] = { extra: 'a' };
use(beside, described, wrong);`,
  },
  'a required member that is not described is there': {
    schemas: {
      Told: object({ a: text }, 'a', 'b'),
      Extends: { allOf: [at('Told')], required: ['c'] },
    },
    use: `
const told: Schemas['Told'] = { a: 'a', b: 1 };
const all: Schemas['Extends'] = { a: 'a', b: 1, c: null };
// @ts-expect-error: so it has to be sent
const wrong: Schemas['Told'] = { a: 'a' };
use(told, all, wrong);`,
  },
  'first items have types of their own, and those after them': {
    schemas: {
      Row: { type: 'array', prefixItems: [text, integer], items: { type: 'boolean' } },
      Point: { type: 'array', prefixItems: [integer, integer], items: false, minItems: 2 },
      Pair: { type: 'array', prefixItems: [text, text], maxItems: 2 },
      Begun: { type: 'array', prefixItems: [text] },
    },
    use: `
const row: Schemas['Row'] = ['a', 1, true, false];
const [x, y]: Schemas['Point'] = [1, 2];
const pair: Schemas['Pair'] = ['a', 'b'];
const begun: Schemas['Begun'] = ['a', 1, {}];
const sum: number = x + y;
// @ts-expect-error: no text comes after
const text: Schemas['Row'] = ['a', 1, 'b'];
// @ts-expect-error: a point has two
const three: Schemas['Point'] = [1, 2, 3];
use(row, pair, begun, sum, text, three);`,
  },
  'null is a value like any other': {
    schemas: {
      Listed: { enum: ['a', 1, null, true] },
      ListedOrNull: { type: ['string', 'null'], enum: ['a', 'b', null] },
      Null: { const: null },
      Held: object({ at: { const: null }, of: { oneOf: [{ const: null }, text] } }, 'at'),
    },
    use: `
const listed: Schemas['Listed'][] = ['a', 1, null, true];
const some: Schemas['ListedOrNull'][] = ['a', null];
const none: Schemas['Null'] = null;
const held: Schemas['Held'] = { at: null, of: 'a' };
// @ts-expect-error: nothing but null
const wrong: Schemas['Null'] = 0;
// @ts-expect-error: nor here
const other: Schemas['Held'] = { at: 'a' };
use(listed, some, none, held, wrong, other);`,
  },
  'thousands of values are a type, and one of them is checked': {
    schemas: {
      Zone: { type: 'string', enum: Array.from({ length: 5000 }, (_, index) => `zone-${index}`) },
      Zoned: {
        allOf: [object({ zone: at('Zone') }, 'zone'), object({ zone: { enum: ['zone-7'] } })],
      },
    },
    use: `
const zone: Schemas['Zone'] = 'zone-4999';
const zoned: Schemas['Zoned'] = { zone: 'zone-7' };
// @ts-expect-error: beyond them
const wrong: Schemas['Zone'] = 'zone-5000';
use(zone, zoned, wrong);`,
  },
};
