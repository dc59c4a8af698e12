/** Schemas, and code that compiles only while their types are what JSON Schema says. */
interface TypeRow {
  readonly schemas: Readonly<Record<string, unknown>>;
  /** Statements with `Schemas`, the schemas by their names. */
  readonly use: string;
}

function at(name: string): object {
  return { $ref: `#/components/schemas/${name}` };
}

const text = { type: 'string' };
const integer = { type: 'integer' };
const nothing = { type: 'null' };

function object(properties: object, ...required: readonly string[]): object {
  return { type: 'object', properties, ...(required.length > 0 && { required }) };
}

/** What TypeScript makes of schemas, by what a user may count on. */
export const TYPE_ROWS: Readonly<Record<string, TypeRow>> = {
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
  'a discriminator without a mapping is what the schemas say, or their names': {
    schemas: {
      Part: {
        oneOf: [at('TextPart'), at('ImagePart'), at('OtherPart')],
        discriminator: by('kind'),
      },
      TextPart: object({ kind: { enum: ['text'] }, text }, 'kind', 'text'),
      ImagePart: object({ kind: { const: 'image' }, url: text }, 'kind', 'url'),
      OtherPart: object({ kind: text, size: integer }, 'kind'),
      AnyPart: { anyOf: [at('TextPart'), at('ManyPart')], discriminator: by('kind') },
      ManyPart: object({ kind: { type: 'string', enum: ['m1', 'm2'] }, many: integer }, 'kind'),
      Parts: {
        type: 'array',
        items: { oneOf: [at('TextPart'), at('KindPart')], discriminator: by('kind') },
      },
      KindPart: { allOf: [object({ kind: at('Kind') }, 'kind'), object({ kinds: integer })] },
      Kind: { type: 'string', enum: ['kind'] },
    },
    use: `
const part: Schemas['Part'] = { kind: 'text', text: 'a' };
const other: Schemas['Part'] = { kind: 'OtherPart', size: 1 };
function read(it: Schemas['Part']): string {
  switch (it.kind) {
    case 'text': return it.text;
    case 'image': return it.url;
    case 'OtherPart': return String(it.size);
  }
}
const many: Schemas['AnyPart'] = { kind: 'm2', many: 2 };
function list(it: Schemas['Parts'][number]) { return it.kind === 'kind' ? it.kinds : it.text; }
const alone: Schemas['OtherPart'] = { kind: 'of any kind' };
// @ts-expect-error: the name of the schema is no value
const named: Schemas['Part'] = { kind: 'TextPart', text: 'a' };
// @ts-expect-error: neither name
const wrong: Schemas['Part'] = { kind: 'b' };
use(part, other, read, many, list, alone, named, wrong);`,
  },
  'a discriminator with a mapping is what it maps': {
    schemas: {
      Event: {
        oneOf: [at('Made'), at('Gone'), at('Nest')],
        discriminator: {
          ...by('type'),
          mapping: { made: '#/components/schemas/Made', gone: 'Gone', lost: 'Gone' },
        },
      },
      Made: object({ type: text, at: text }, 'type'),
      Gone: object({ type: text, why: text }, 'type'),
      Nest: { oneOf: [at('Egg'), at('Bird')], discriminator: by('type') },
      Egg: object({ type: { const: 'egg' }, size: integer }, 'type'),
      Bird: object({ type: text, wings: integer }, 'type'),
    },
    use: `
const events: Schemas['Event'][] = [{ type: 'made', at: 'b' }, { type: 'lost' }, { type: 'egg' }, { type: 'Bird' }];
function read(it: Schemas['Event']) {
  if (it.type === 'lost' || it.type === 'gone') return it.why;
  return it.type === 'egg' ? it.size : undefined;
}
// @ts-expect-error: not what is mapped
const wrong: Schemas['Event'] = { type: 'Made' };
use(events, read, wrong);`,
  },
  'what extends a schema with a discriminator keeps its member': {
    schemas: {
      Pet: { ...object({ petType: text, name: text }, 'petType'), discriminator: by('petType') },
      Cat: { allOf: [at('Pet'), object({ lives: integer })] },
      Lion: { allOf: [at('Cat'), object({ mane: { type: 'boolean' } })] },
      SamePet: { allOf: [at('Pet')], description: 'Another name.' },
      PetOrNull: { anyOf: [{ allOf: [at('Pet')] }, nothing] },
      OneOrNull: { oneOf: [at('Pet'), nothing] },
      Owner: object({
        pet: { description: 'Hers', allOf: [at('Pet')] },
        cats: { type: 'array', items: at('Cat') },
      }),
      Vehicle: {
        ...object({ wheels: { enum: ['TWO', 'FOUR'] } }, 'wheels'),
        discriminator: { ...by('wheels'), mapping: { TWO: 'Bike' } },
      },
      Bike: { allOf: [at('Vehicle'), object({ bell: text })] },
      Car: { allOf: [at('Vehicle'), object({ doors: integer })] },
    },
    use: `
const pet: Schemas['PetOrNull'] = { petType: 'any', name: 'Rex' };
const none: Schemas['PetOrNull'] = null;
const one: Schemas['OneOrNull'] = { petType: 'any' };
const same: Schemas['SamePet'] = { petType: 'any' };
const cat: Schemas['Cat'] = { petType: 'Cat', lives: 9 };
const lion: Schemas['Lion'] = { petType: 'Lion', lives: 1, mane: true };
const isCat: Schemas['Cat'] = lion;
const owner: Schemas['Owner'] = { pet: { petType: 'a' }, cats: [cat, lion] };
const owned: string | undefined = owner.pet?.petType;
const bike: Schemas['Bike'] = { wheels: 'TWO', bell: 'a' };
const car: Schemas['Car'] = { wheels: 'FOUR' };
// @ts-expect-error: it has a type of pet
const wrong: Schemas['PetOrNull'] = { name: 'Rex' };
// @ts-expect-error: a lion is no dog
const dog: Schemas['Lion'] = { petType: 'Dog' };
// @ts-expect-error: two wheels are mapped to it
const four: Schemas['Bike'] = { wheels: 'FOUR' };
use(pet, none, one, same, isCat, owned, bike, car, wrong, dog, four);`,
  },
  'a discriminator that a request may leave out stays so': {
    schemas: {
      Loose: { oneOf: [at('Left'), at('Right')], discriminator: by('side') },
      Left: object({ side: text, l: integer }),
      Right: object({ side: text, r: integer }),
    },
    use: `
const loose: Schemas['Loose'][] = [{ l: 1 }, { side: 'Right', r: 1 }];
// @ts-expect-error: no such side
const wrong: Schemas['Loose'] = { side: 'Up' };
use(loose, wrong);`,
  },
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

function by(propertyName: string): object {
  return { propertyName };
}

/** A description with all of these schemas. */
export const TYPE_ROWS_DOCUMENT = {
  openapi: '3.1.0',
  info: { title: 'Rows', version: '1' },
  paths: {},
  components: {
    schemas: Object.assign({}, ...Object.values(TYPE_ROWS).map(({ schemas }) => schemas)) as object,
  },
};

/** A module that uses the schemas of a row; `types` is what it imports them from. */
export function renderRow({ use }: TypeRow, types: string): string {
  return `import type { components } from '${types}';
type Schemas = components['schemas'];
declare function use(...values: unknown[]): void;${use}
`;
}
