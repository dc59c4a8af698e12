import type { Json } from '../../scripts/base/json.ts';
import type { ReadVector } from './read-vectors.ts';

const SCHEMA = `
schema:
  type: object
  required: [id]
  properties:
    id: {type: string}
    count: {type: integer}
    meta: {type: object, properties: {a: {type: integer}}}
    said: {type: string}
    tags: {type: array, items: {type: string}}
    metas: {type: array, items: {type: object}}
    file: {type: string, format: binary, minLength: 2}
    packed: {type: string, contentEncoding: base64}
    image: {type: string}
    styled: {type: string}
    xml: {type: object, xml: {name: thing}, properties: {n: {type: integer, xml: {attribute: true}}}}
    flat: {type: array, items: {type: integer}}
    deep: {type: object, properties: {x: {type: string}}}
encoding:
  flat: {style: form, explode: false}
  deep: {style: deepObject, explode: true}
  said: {contentType: application/json}
  image: {contentType: 'image/png, image/*;q=0.5, application/pdf'}
  styled: {contentType: image/png, style: form}
  xml: {contentType: application/xml}`;
const part = (head: string, content: string) => `--b\r\n${head}\r\n\r\n${content}\r\n`;
const named = (name: string, content: string, rest = '') =>
  part(`Content-Disposition: form-data; name=${name}${rest}`, content);
const END = '--b--\r\n';
const reads = (
  what: string,
  sent: string | Buffer,
  want: Json,
  sentAs = 'multipart/form-data; boundary=b',
): ReadVector => ({
  what,
  type: 'multipart/form-data',
  media: SCHEMA,
  sentAs,
  sent,
  want: { value: want },
});
const refuses = (
  what: string,
  sent: string,
  reason: string,
  boundary = '; boundary=b',
): ReadVector => ({
  what,
  type: 'multipart/form-data',
  media: SCHEMA,
  sentAs: `multipart/form-data${boundary}`,
  sent,
  want: { reason },
});
const LATIN1 = Buffer.from(
  named('id', 'ä', '\r\nContent-Type: text/plain; charset=iso-8859-1') + END,
  'latin1',
);
const OCTETS = Buffer.from(named('file', '\0ÿ\r\n--bx', '; filename=a') + END, 'latin1');

/** RFC 7578 and RFC 2046, section 5.1.1: what they say, and what senders make of it. */
export const MULTIPART_READINGS: readonly ReadVector[] = [
  ...['image/gif', 'IMAGE/PNG; a=b', 'application/pdf', 'application/octet-stream'].map((type) =>
    reads(
      `a part of ${type}, which is listed or unknown`,
      named('id', 'x') + named('image', 'ab', `; filename=a\r\nContent-Type: ${type}`) + END,
      { id: 'x', image: 'ab' },
    ),
  ),
  reads('a part that does not say what it is', named('id', 'x') + named('image', 'ab') + END, {
    id: 'x',
    image: 'ab',
  }),
  reads(
    'a part whose style counts, and not its type',
    named('id', 'x') + named('styled', 'ab', '\r\nContent-Type: text/html') + END,
    { id: 'x', styled: 'ab' },
  ),
  refuses(
    'a part of a type that is not listed',
    named('id', 'x') + named('image', 'ab', '; filename=a\r\nContent-Type: text/html') + END,
    'the part "image" is text/html, and not image/png, image/*;q=0.5, application/pdf',
  ),
  reads('text', named('"id"', 'ä') + END, { id: 'ä' }),
  reads('a name without quotes', named('id', 'a') + END, { id: 'a' }),
  reads('preamble and epilogue', `ignored\r\n${named('id', 'a')}--b--\r\nignored --b\r\n`, {
    id: 'a',
  }),
  reads('nothing behind the last delimiter', `${named('id', 'a')}--b--`, { id: 'a' }),
  reads(
    'white space behind a delimiter',
    `--b \t\r\nContent-Disposition: form-data; name="id"\r\n\r\na\r\n--b-- `,
    { id: 'a' },
  ),
  reads('lines that begin like a delimiter', `${named('id', 'a\r\n--bc\r\n--b\nx')}${END}`, {
    id: 'a\r\n--bc\r\n--b\nx',
  }),
  reads('content that ends in line breaks', named('id', '\r\n') + END, { id: '\r\n' }),
  reads('empty content', named('id', '') + END, { id: '' }),
  reads('no part', '--b--\r\n', {}),
  reads('types', named('count', '7') + named('meta', '{"a":1}') + END, {
    count: 7,
    meta: { a: 1 },
  }),
  reads(
    'JSON that says so',
    named('meta', '{"a":1}', '\r\ncontent-type: application/json') + named('said', '"x"') + END,
    {
      meta: { a: 1 },
      said: 'x',
    },
  ),
  reads('JSON that is none', named('meta', '{', '\r\nContent-Type: application/json') + END, {
    meta: '{',
  }),
  reads('a list', named('tags', 'a') + named('tags', 'b') + END, { tags: ['a', 'b'] }),
  reads('a list of one', named('tags', 'a') + END, { tags: ['a'] }),
  reads('a list in one part', named('metas', '[{},{}]') + END, { metas: [{}, {}] }),
  reads('objects of a list', named('metas', '{}') + named('metas', '{}') + END, {
    metas: [{}, {}],
  }),
  reads('XML', named('xml', '<thing n="1"/>', '\r\nContent-Type: application/xml') + END, {
    xml: { n: 1 },
  }),
  reads('octets', OCTETS, { file: '\0ÿ\r\n--bx' }),
  reads('a charset', LATIN1, { id: 'ä' }),
  reads(
    'the charset of all',
    Buffer.from(named('_charset_', 'latin1') + named('id', 'ä') + END, 'latin1'),
    { _charset_: 'latin1', id: 'ä' },
  ),
  reads(
    'base64 that the description wants',
    named('packed', 'AAEC', '\r\nContent-Transfer-Encoding: base64') + END,
    { packed: 'AAEC' },
  ),
  reads(
    'base64 that nobody wants',
    named('id', 'aGk=', '\r\nContent-Transfer-Encoding: BASE64') + END,
    { id: 'hi' },
  ),
  reads(
    'quoted-printable',
    named('id', 'a=C3=A4=\r\nb', '\r\nContent-Transfer-Encoding: quoted-printable') + END,
    { id: 'aäb' },
  ),
  reads('names with what would end them', named('"a%22%0D%0A%zz"', '1') + END, {
    'a"\r\n%zz': '1',
  }),
  reads('names with a backslash', named(String.raw`"a\"b"`, '1') + END, { 'a"b': '1' }),
  reads(
    'names of JavaScript',
    named('__proto__', '1') + END,
    JSON.parse('{"__proto__":"1"}') as Json,
  ),
  reads('a folded header', part('Content-Disposition: form-data;\r\n name="id"', 'a') + END, {
    id: 'a',
  }),
  reads(
    'a name behind a file name',
    part('content-disposition:form-data; filename="x; name=y"; name="id"', 'a') + END,
    { id: 'a' },
  ),
  reads(
    'a quoted boundary',
    `--b c:d\r\nContent-Disposition: form-data; name="id"\r\n\r\na\r\n--b c:d--`,
    { id: 'a' },
    'Multipart/Form-Data; charset=utf-8; Boundary="b c:d"',
  ),
  reads('styles', named('flat', '1,2') + named('"deep[x]"', '1&2') + END, {
    flat: [1, 2],
    deep: { x: '1&2' },
  }),
  refuses('no boundary', named('id', 'a') + END, 'boundary', ''),
  refuses('an empty boundary', named('id', 'a') + END, 'boundary', '; boundary='),
  refuses('another boundary', named('id', 'a') + END, 'boundary', '; boundary=x'),
  refuses('no end', named('id', 'a'), 'does not end'),
  refuses('no name', part('Content-Disposition: form-data', 'a') + END, 'no name'),
  refuses('no header', `--b\r\n\r\na\r\n${END}`, 'no name'),
  refuses('no empty line', '--b\r\nContent-Disposition: form-data; name=id\r\n--b--', 'empty line'),
  refuses(
    'a header without end',
    part(`Content-Disposition: form-data; name="id"\r\nX: ${'x'.repeat(20_000)}`, 'a') + END,
    'header',
  ),
  refuses('too many parts', '--b\r\n\r\n\r\n'.repeat(10_001) + END, 'parts'),
  {
    what: 'names',
    type: 'multipart/mixed',
    sentAs: 'multipart/mixed; boundary=b',
    sent: named('a', '1') + END,
    want: { value: { a: '1' } },
  },
  {
    what: 'no names',
    type: 'multipart/mixed',
    sentAs: 'multipart/mixed; boundary=b',
    sent: part('X: y', '1') + END,
    want: 'opaque',
  },
];
