/** A value and the bytes that it is, for a Media Type Object. */
export interface BodyVector {
  readonly what: string;
  readonly type: string;
  /** The Media Type Object, in YAML. */
  readonly media?: string;
  /** The Components Object, in YAML. */
  readonly components?: string;
  readonly value: unknown;
  readonly want: string;
  readonly wantType?: string;
}

const FORM = 'application/x-www-form-urlencoded';
export const JSON_VECTORS: readonly BodyVector[] = [
  { what: 'a value', type: 'application/json', value: { a: [1, null] }, want: '{"a":[1,null]}' },
  { what: 'a string', type: 'application/json', value: 'a', want: '"a"' },
  { what: 'null', type: 'application/json', value: null, want: 'null' },
  { what: 'a suffix', type: 'application/merge-patch+json', value: 'a', want: '"a"' },
  {
    what: 'parameters',
    type: 'application/json; charset=utf-8',
    value: {},
    want: '{}',
    wantType: 'application/json; charset=utf-8',
  },
  {
    what: 'digits',
    type: 'application/json',
    value: [9007199254740993n],
    want: '[9007199254740993]',
  },
  {
    what: 'a date',
    type: 'application/json',
    value: { at: new Date(0) },
    want: '{"at":"1970-01-01T00:00:00.000Z"}',
  },
  { what: 'nothing at a member', type: 'application/json', value: { a: undefined }, want: '{}' },
  {
    what: 'a range',
    type: 'application/*',
    value: { a: 1 },
    want: '{"a":1}',
    wantType: 'application/json',
  },
  { what: 'any range', type: '*/*', value: 'a', want: 'a', wantType: 'application/octet-stream' },
  { what: 'lines', type: 'application/x-ndjson', value: [{ a: 1 }, 2], want: '{"a":1}\n2\n' },
  { what: 'lines of one', type: 'application/jsonl', value: { a: 1 }, want: '{"a":1}\n' },
  {
    what: 'a sequence',
    type: 'application/json-seq',
    value: [1, 'a'],
    want: '\u001E1\n\u001E"a"\n',
  },
];

export const TEXT_VECTORS: readonly BodyVector[] = [
  { what: 'text', type: 'text/plain', value: 'ä"', want: 'ä"' },
  { what: 'a number', type: 'text/plain', value: 4.5, want: '4.5' },
  { what: 'a range', type: 'text/*', value: 'a', want: 'a', wantType: 'text/plain' },
  { what: 'base64', type: 'image/png', value: 'AAEC', want: 'AAEC' },
  { what: 'a table', type: 'text/csv', value: 'a,b\r\n', want: 'a,b\r\n' },
];

// OpenAPI 3.1.1, section 4.8.15.2.1; encoded as the URL Standard, section 5.2, does it.
const ADDRESS = `
schema:
  type: object
  properties:
    id: {type: string, format: uuid}
    address: {type: object, properties: {}}`;
const ENCODED = `
schema:
  type: object
  properties:
    flat: {type: array, items: {type: string}}
    deep: {type: object}
    raw: {type: string}
    id: {type: string}
    both: {type: array, items: {type: string}}
    piped: {type: array, items: {type: string}}
    spaced: {type: array, items: {type: string}}
encoding:
  flat: {style: form, explode: false}
  deep: {style: deepObject, explode: true}
  raw: {allowReserved: true}
  id: {contentType: application/json}
  both: {explode: true}
  piped: {style: pipeDelimited}
  spaced: {style: spaceDelimited}`;
export const FORM_VECTORS: readonly BodyVector[] = [
  {
    what: 'an object as JSON text',
    type: FORM,
    media: ADDRESS,
    value: {
      id: 'f81d4fae-7dec-11d0-a765-00a0c91e6bf6',
      address: { streetAddress: '123 Example Dr.', zip: '99999+1234' },
    },
    want:
      'id=f81d4fae-7dec-11d0-a765-00a0c91e6bf6&' +
      'address=%7B%22streetAddress%22%3A%22123+Example+Dr.%22%2C%22zip%22%3A%2299999%2B1234%22%7D',
  },
  { what: 'a list item by item', type: FORM, value: { a: ['x', 1, true] }, want: 'a=x&a=1&a=true' },
  {
    what: 'lists of structures',
    type: FORM,
    value: { a: [{ b: 1 }, [2]] },
    want: 'a=%7B%22b%22%3A1%7D&a=%5B2%5D',
  },
  { what: 'nothing for null', type: FORM, value: { a: null, b: undefined, c: '' }, want: 'c=' },
  {
    what: 'names as they are',
    type: FORM,
    value: JSON.parse('{"__proto__":"1","a b":"2"}'),
    want: '__proto__=1&a+b=2',
  },
  {
    what: 'all that the URL Standard encodes',
    type: FORM,
    value: { a: "*-._~!'()ä😀\r\n&=+%" },
    want: 'a=*-._%7E%21%27%28%29%C3%A4%F0%9F%98%80%0D%0A%26%3D%2B%25',
  },
  { what: 'half a character', type: FORM, value: { a: '\uD800' }, want: 'a=%EF%BF%BD' },
  {
    what: 'digits and instants',
    type: FORM,
    value: { a: 2n ** 63n, b: new Date(0) },
    want: 'a=9223372036854775808&b=1970-01-01T00%3A00%3A00.000Z',
  },
  { what: 'what is a form already', type: FORM, value: 'a=1&b=%20', want: 'a=1&b=%20' },
  {
    what: 'a list in one field',
    type: FORM,
    media: ENCODED,
    value: { flat: ['red', 'blue'] },
    want: 'flat=red,blue',
  },
  {
    what: 'a comma in an item',
    type: FORM,
    media: ENCODED,
    value: { flat: ['a,b', 'c'] },
    want: 'flat=a%2Cb,c',
  },
  {
    what: 'a deep object',
    type: FORM,
    media: ENCODED,
    value: { deep: { a: 1, b: 'x y' } },
    want: 'deep%5Ba%5D=1&deep%5Bb%5D=x%20y',
  },
  {
    what: 'reserved characters',
    type: FORM,
    media: ENCODED,
    value: { raw: 'a/b?c' },
    want: 'raw=a/b?c',
  },
  {
    what: 'a string as JSON',
    type: FORM,
    media: ENCODED,
    value: { id: 'f8' },
    want: 'id=%22f8%22',
  },
  {
    what: 'a repeated field',
    type: FORM,
    media: ENCODED,
    value: { both: ['a', 'b'] },
    want: 'both=a&both=b',
  },
  { what: 'pipes', type: FORM, media: ENCODED, value: { piped: ['a', 'b'] }, want: 'piped=a%7Cb' },
  {
    what: 'spaces',
    type: FORM,
    media: ENCODED,
    value: { spaced: ['a', 'b'] },
    want: 'spaced=a%20b',
  },
];
