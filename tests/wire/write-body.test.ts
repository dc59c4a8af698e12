import { expect, test } from 'vitest';
import { describeBody } from '../../scripts/wire/describe-body.ts';
import { writeBody } from '../../scripts/wire/write-body.ts';
import { describeMedia } from './describe.ts';

interface Row {
  readonly what: string;
  readonly type: string;
  /** The Media Type Object, in YAML. */
  readonly media?: string;
  readonly value: unknown;
  readonly want: string;
  readonly wantType?: string;
}

const FORM = 'application/x-www-form-urlencoded';
const JSON_ROWS: readonly Row[] = [
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

const TEXT_ROWS: readonly Row[] = [
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
const FORM_ROWS: readonly Row[] = [
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

const B = 'kiln-boundary-7MA4YWxkTrZu0gW';
const PARTS = `
schema:
  type: object
  properties:
    id: {type: string, format: uuid}
    profileImage: {type: string, format: binary}
    addresses: {type: array, items: {type: object}}
    anything: {}
    meta: {type: string}
    csv: {type: string}
    packed: {type: string, contentEncoding: base64}
    urlSafe: {type: string, contentEncoding: base64url}
    files: {type: array, items: {type: string, contentMediaType: application/octet-stream}}
    counted: {type: integer}
    xml: {type: object, properties: {id: {type: integer, xml: {attribute: true}}}, xml: {name: thing}}
    flat: {type: array, items: {type: string}}
    deep: {type: object}
encoding:
  profileImage:
    contentType: image/*, image/png, image/jpeg
    headers:
      X-Rate-Limit-Limit: {schema: {type: integer, example: 7}}
      Content-Type: {schema: {const: no}}
  meta: {contentType: application/json}
  csv: {contentType: text/csv}
  xml: {contentType: application/xml; charset=utf-8}
  flat: {style: form, explode: false}
  deep: {style: deepObject, explode: true}`;
const field = (name: string, rest = '') =>
  `Content-Disposition: form-data; name="${name}"${rest}\r\n`;
const parts = (...all: readonly string[]) =>
  `${all.map((part) => `--${B}\r\n${part}\r\n`).join('')}--${B}--\r\n`;
const multipart = (what: string, value: unknown, want: string): Row => ({
  what,
  type: 'multipart/form-data',
  media: PARTS,
  value,
  want,
  wantType: `multipart/form-data; boundary=${B}`,
});
const MULTIPART_ROWS: readonly Row[] = [
  multipart(
    'text without a type',
    { id: 'ä', counted: 7 },
    parts(`${field('id')}\r\nä`, `${field('counted')}\r\n7`),
  ),
  multipart(
    'structures as JSON, item by item',
    { addresses: [{ a: 1 }, {}] },
    parts(
      `${field('addresses')}Content-Type: application/json\r\n\r\n{"a":1}`,
      `${field('addresses')}Content-Type: application/json\r\n\r\n{}`,
    ),
  ),
  multipart(
    'the first concrete type, its headers, and a file name',
    { profileImage: 'x' },
    parts(
      `${field('profileImage', '; filename="profileImage.png"')}Content-Type: image/png\r\nX-Rate-Limit-Limit: 7\r\n\r\nx`,
    ),
  ),
  multipart(
    'octets where no type is given',
    { anything: 'x' },
    parts(
      `${field('anything', '; filename="anything.bin"')}Content-Type: application/octet-stream\r\n\r\nx`,
    ),
  ),
  multipart(
    'a file of its own name and type',
    {
      profileImage: {
        bytes: new TextEncoder().encode('x'),
        name: 'a"\r\n.jpg',
        contentType: 'image/jpeg',
      },
    },
    parts(
      `${field('profileImage', '; filename="a%22%0D%0A.jpg"')}Content-Type: image/jpeg\r\nX-Rate-Limit-Limit: 7\r\n\r\nx`,
    ),
  ),
  multipart(
    'content types that are told',
    { meta: 'a', csv: 'a,b' },
    parts(
      `${field('meta')}Content-Type: application/json\r\n\r\n"a"`,
      `${field('csv')}Content-Type: text/csv\r\n\r\na,b`,
    ),
  ),
  multipart(
    'XML in a part',
    { xml: { id: 1 } },
    parts(`${field('xml')}Content-Type: application/xml; charset=utf-8\r\n\r\n<thing id="1"/>`),
  ),
  multipart(
    'what is in an encoding',
    { packed: 'AAEC', urlSafe: '_-8' },
    parts(
      `${field('packed', '; filename="packed.bin"')}Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n\r\nAAEC`,
      `${field('urlSafe', '; filename="urlSafe.bin"')}Content-Type: application/octet-stream\r\n\r\n_-8`,
    ),
  ),
  multipart(
    'files under one name',
    { files: ['a', 'b'] },
    parts(
      ...['a', 'b'].map(
        (it) =>
          `${field('files', '; filename="files.bin"')}Content-Type: application/octet-stream\r\n\r\n${it}`,
      ),
    ),
  ),
  multipart(
    'styles without percent-encoding',
    { flat: ['a b', 'ä'], deep: { x: '1&2' } },
    parts(`${field('flat')}\r\na b,ä`, `${field('deep[x]')}\r\n1&2`),
  ),
  multipart(
    'names with what would end them',
    { 'a"\r\n%22': 'x' },
    parts(`${field('a%22%0D%0A%22')}\r\nx`),
  ),
  multipart('no part for null', { id: null, counted: 1 }, parts(`${field('counted')}\r\n1`)),
  {
    what: 'a boundary that stands in no part',
    type: 'multipart/form-data; boundary=own; x=y',
    value: { a: `--${B}`, b: `${B}-1` },
    want: `--${B}-2\r\n${field('a')}\r\n--${B}\r\n--${B}-2\r\n${field('b')}\r\n${B}-1\r\n--${B}-2--\r\n`,
    wantType: `multipart/form-data; x=y; boundary=${B}-2`,
  },
  {
    what: 'other multipart',
    type: 'multipart/mixed',
    value: { a: 1 },
    want: parts(`${field('a')}\r\n1`),
    wantType: `multipart/mixed; boundary=${B}`,
  },
  {
    what: 'what is multipart already',
    type: 'multipart/form-data',
    value: '--q\r\n\r\n\r\n--q--',
    want: '--q\r\n\r\n\r\n--q--',
    wantType: 'multipart/form-data; boundary="q"',
  },
];

test.for([...JSON_ROWS, ...TEXT_ROWS, ...FORM_ROWS, ...MULTIPART_ROWS])(
  'writes $type: $what',
  async ({ type, media, value, want, wantType = type }) => {
    const { document, media: described } = await describeMedia(type, media ?? '{}');
    const body = writeBody(describeBody(document, described), value);
    expect(new TextDecoder().decode(body.bytes)).toBe(want);
    expect(body.contentType).toBe(wantType);
    expect([want, undefined]).toContain(body.text);
  },
);

test('sends octets as they are, whatever the media type', () => {
  const bytes = Uint8Array.of(0, 255, 13);
  for (const value of [bytes, bytes.buffer, new DataView(bytes.buffer)]) {
    const written = writeBody({ mediaType: 'image/*' }, value);
    expect(written).toEqual({ contentType: 'image/png', bytes });
  }
  expect(writeBody({ mediaType: 'application/json' }, bytes).bytes).toBe(bytes);
  const file = { bytes, contentType: 'image/gif' };
  expect(writeBody({ mediaType: 'image/*' }, file).contentType).toBe('image/gif');
});
