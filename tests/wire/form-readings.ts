import type { Json } from '../../scripts/base/json.ts';
import type { ReadVector } from './read-vectors.ts';

const FORM = 'application/x-www-form-urlencoded';
const value = (it: Json) => ({ value: it });

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

const STYLED = `
schema:
  type: object
  properties:
    flat: {type: array, items: {type: string}}
    ids: {type: array, items: {type: integer}}
    deep: {type: object, properties: {a: {type: integer}}}
    piped: {type: array, items: {type: string}}
    spaced: {type: array, items: {type: string}}
    spread: {type: object, properties: {kind: {type: string}}}
    raw: {type: string}
    plain: {type: integer}
encoding:
  flat: {style: form, explode: false}
  ids: {explode: false}
  deep: {style: deepObject, explode: true}
  piped: {style: pipeDelimited}
  spaced: {style: spaceDelimited}
  spread: {style: form}
  raw: {allowReserved: true}`;
const styled = (what: string, sent: string, want: Json): ReadVector => ({
  ...typed(what, sent, want),
  media: STYLED,
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
  styled('a list in one field', 'flat=red,blue', { flat: ['red', 'blue'] }),
  styled('a list whose comma is encoded', 'ids=1%2C2', { ids: [1, 2] }),
  styled('a comma in an item', 'flat=a%2Cb,c', { flat: ['a,b', 'c'] }),
  styled('a deep object', 'deep[a]=1&deep%5Bb%5D=x+y', { deep: { a: 1, b: 'x y' } }),
  styled('pipes and spaces', 'piped=a|b&spaced=a%20b', { piped: ['a', 'b'], spaced: ['a', 'b'] }),
  styled('an object among the other fields', 'kind=cat&plain=1', {
    spread: { kind: 'cat' },
    plain: 1,
  }),
  styled('reserved characters', 'raw=a/b?c', { raw: 'a/b?c' }),
  { what: 'broken escapes', type: FORM, sent: 'a=%zz', want: { reason: 'percent' } },
  { what: 'no UTF-8', type: FORM, sent: 'a=%E4', want: { reason: 'percent' } },
  { what: 'nothing said', type: FORM, sent: 'a=1&b=x&b=y', want: value({ a: '1', b: ['x', 'y'] }) },
];
