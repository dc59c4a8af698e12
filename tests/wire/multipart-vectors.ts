import type { BodyVector } from './body-vectors.ts';

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
const multipart = (what: string, value: unknown, want: string): BodyVector => ({
  what,
  type: 'multipart/form-data',
  media: PARTS,
  value,
  want,
  wantType: `multipart/form-data; boundary=${B}`,
});
export const MULTIPART_VECTORS: readonly BodyVector[] = [
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
