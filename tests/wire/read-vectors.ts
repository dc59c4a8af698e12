import type { Json } from '../../scripts/base/json.ts';

/** Bytes as somebody sends them, and what they say by a Media Type Object. */
export interface ReadVector {
  readonly what: string;
  readonly type: string;
  /** Where it differs from the documented one. */
  readonly sentAs?: string;
  readonly media?: string;
  readonly components?: string;
  readonly sent: string | Buffer;
  /** A value, a part of the reason why it is none, or that nothing is known of it. */
  readonly want: { readonly value: Json } | { readonly reason: string } | 'opaque';
}

const FORM = 'application/x-www-form-urlencoded';
const value = (it: Json) => ({ value: it });

export const PLAIN_READINGS: readonly ReadVector[] = [
  {
    what: 'JSON',
    type: 'application/json',
    sent: '{"a":9007199254740993}',
    want: value({ a: 9007199254740993n }),
  },
  {
    what: 'JSON behind a byte order mark',
    type: 'application/json',
    sent: '\uFEFF1',
    want: value(1),
  },
  {
    what: 'a suffix',
    type: 'application/*',
    sentAs: 'application/vnd.a+json; v=1',
    sent: '"a"',
    want: value('a'),
  },
  { what: 'no JSON', type: 'application/json', sent: '{', want: { reason: 'JSON' } },
  {
    what: 'JSON that is not UTF-8',
    type: 'application/json',
    sent: Buffer.from([0x22, 0xe4, 0x22]),
    want: { reason: 'UTF-8' },
  },
  {
    what: 'JSON that is too deep',
    type: 'application/json',
    sent: '['.repeat(9_000),
    want: { reason: 'deeper' },
  },
  {
    what: 'lines',
    type: 'application/x-ndjson',
    sent: '{"a":1}\r\n\n2',
    want: value([{ a: 1 }, 2]),
  },
  {
    what: 'one line of what the schema describes',
    type: 'application/jsonl',
    media: 'schema: {type: object}',
    sent: '{}\n',
    want: value({}),
  },
  {
    what: 'lines that a schema cannot be about',
    type: 'application/jsonl',
    media: 'schema: {type: object}',
    sent: '{}\n{}',
    want: 'opaque',
  },
  {
    what: 'a line that is none',
    type: 'application/x-ndjson',
    sent: '1\n{\n',
    want: { reason: 'line 2' },
  },
  {
    what: 'a sequence',
    type: 'application/json-seq',
    sent: '\u001E1\n\u001E"a"\n',
    want: value([1, 'a']),
  },
  { what: 'text', type: 'text/plain', sent: 'ä', want: value('ä') },
  {
    what: 'text in another charset',
    type: 'text/plain',
    sentAs: 'text/plain; charset="ISO-8859-1"',
    sent: Buffer.from([0xe4]),
    want: value('ä'),
  },
  {
    what: 'text in no charset',
    type: 'text/plain',
    sentAs: 'text/plain; charset=x-none',
    sent: 'a',
    want: 'opaque',
  },
  {
    what: 'a number as text',
    type: 'text/plain',
    media: 'schema: {type: integer}',
    sent: '7',
    want: value(7),
  },
  { what: 'a table', type: 'text/csv', media: 'schema: {type: array}', sent: 'a', want: 'opaque' },
  { what: 'octets', type: 'image/png', sent: Buffer.from([0, 255]), want: value('\0ÿ') },
  {
    what: 'octets by their number',
    type: 'image/png',
    media: 'schema: {type: string, minLength: 2}',
    sent: 'ä',
    want: value('Ã¤'),
  },
  {
    what: 'a structure in octets',
    type: 'application/cbor',
    media: 'schema: {type: object}',
    sent: 'a',
    want: 'opaque',
  },
];

const ADDRESS = `
schema:
  type: object
  properties:
    id: {type: string, format: uuid}
    address: {type: object, properties: {}}`;
const TYPED = `
schema:
  allOf:
    - required: [n]
      properties: {n: {type: integer}}
    - oneOf:
        - {required: [kind], properties: {kind: {const: a}, on: {type: boolean}}}
        - {required: [kind], properties: {kind: {const: b}, on: {type: string}}}
    - properties:
        list: {type: array, items: {type: integer}}
        either: {anyOf: [{type: integer, maximum: 9}, {type: string, minLength: 2}]}
        words: {type: array, items: {type: string}}
        none: {type: ['null', string], minLength: 1}
        o: {type: object, required: [k], properties: {k: {type: integer}}}
        icon: {type: string, contentEncoding: base64url}
        quoted: {type: string}
      patternProperties: {'^x-': {type: integer}}
encoding:
  quoted: {contentType: application/json}`;
const typed = (what: string, sent: string, want: Json): ReadVector => ({
  what,
  type: FORM,
  media: TYPED,
  sent,
  want: value(want),
});

export const FORM_READINGS: readonly ReadVector[] = [
  {
    // OpenAPI 3.1.1, section 4.8.15.2.1, as it stands there.
    what: "the specification's form with JSON in it",
    type: FORM,
    media: ADDRESS,
    sent: 'id=f81d4fae-7dec-11d0-a765-00a0c91e6bf6&address=%7B%22streetAddress%22:%22123+Example+Dr.%22,%22city%22:%22Somewhere%22,%22state%22:%22CA%22,%22zip%22:%2299999%2B1234%22%7D',
    want: value({
      id: 'f81d4fae-7dec-11d0-a765-00a0c91e6bf6',
      address: {
        streetAddress: '123 Example Dr.',
        city: 'Somewhere',
        state: 'CA',
        zip: '99999+1234',
      },
    }),
  },
  typed("the specification's form with base64 in it", 'icon=iVBORw0KGgo%3D%3D', {
    icon: 'iVBORw0KGgo==',
  }),
  typed('types under allOf and oneOf', 'n=7&kind=a&on=true', { n: 7, kind: 'a', on: true }),
  typed('the branch that breaks least', 'n=7&kind=b&on=true', { n: 7, kind: 'b', on: 'true' }),
  typed('a list', 'list=1&list=2', { list: [1, 2] }),
  typed('a list of one', 'list=1', { list: [1] }),
  typed('a list as JSON text', 'list=%5B1%2C2%5D', { list: [1, 2] }),
  typed('words that look like lists', 'words=%5B', { words: ['['] }),
  typed('what fits one of two types', 'n=1&kind=a&either=7', { n: 1, kind: 'a', either: 7 }),
  typed('what fits the other', 'n=1&kind=a&either=77', { n: 1, kind: 'a', either: '77' }),
  typed('null as nothing', 'n=1&kind=a&none=', { n: 1, kind: 'a', none: null }),
  typed('an object as JSON text', 'o=%7B%22k%22%3A1%7D', { o: { k: 1 } }),
  typed('an object that is none', 'o=k', { o: 'k' }),
  typed('a text in JSON', 'quoted=%22a%22', { quoted: 'a' }),
  typed('names by a pattern', 'x-a=1', { 'x-a': 1 }),
  typed('what is no number', 'n=abc', { n: 'abc' }),
  typed('exact digits', 'n=9007199254740993', { n: 9007199254740993n }),
  typed(
    'names of JavaScript',
    '__proto__=1&constructor=2',
    JSON.parse('{"__proto__":"1","constructor":"2"}') as Json,
  ),
  // URL Standard, section 5.1: pieces without a name or a value, empty ones, plus signs.
  typed('pieces of all kinds', 'a&b=&=c&&d=e=f&g+h=%2B+', {
    a: '',
    b: '',
    '': 'c',
    d: 'e=f',
    'g h': '+ ',
  }),
  { what: 'broken escapes', type: FORM, sent: 'a=%zz', want: { reason: 'percent' } },
  { what: 'no UTF-8', type: FORM, sent: 'a=%E4', want: { reason: 'percent' } },
  { what: 'nothing said', type: FORM, sent: 'a=1&b=x&b=y', want: value({ a: '1', b: ['x', 'y'] }) },
];
