import { expect, test } from 'vitest';
import { describeBody } from '../../scripts/wire/describe-body.ts';
import {
  UNDEFINED_BODIES,
  undefinedBody,
  type UndefinedBody,
} from '../../scripts/wire/undefined-body.ts';
import { describeMedia } from './describe.ts';

const FORM = 'application/x-www-form-urlencoded';
const PARTS = 'multipart/form-data';
const XML = 'application/xml';
const STYLES = `
schema: {properties: {flat: {type: array}, deep: {type: object}, piped: {type: array}}}
encoding: {flat: {explode: false}, deep: {style: deepObject, explode: true}, piped: {style: pipeDelimited}}`;
const IMAGE = `
schema: {properties: {image: {type: string, format: binary}, any: {}}}
encoding: {image: {contentType: image/png, headers: {X-A: {schema: {const: "a\\nb"}}}}}`;
const ROOT = 'schema: {type: object, xml: {name: x}}';
const xml = (property: string) =>
  `schema: {type: object, xml: {name: x}, properties: {a: ${property}}}`;

type Row = readonly [type: string, media: string, value: unknown, want: UndefinedBody | undefined];

test.for<Row>([
  ['application/json', '{}', null, undefined],
  ['application/json', '{}', '', undefined],
  ['text/plain', '{}', '', 'empty-content'],
  ['text/plain', '{}', null, 'null-value'],
  ['text/plain', '{}', { a: 1 }, 'structure-as-text'],
  ['text/plain', '{}', '\uD800', 'lone-surrogate'],
  ['text/plain', '{}', 7, undefined],
  ['application/octet-stream', '{}', new Uint8Array(), 'empty-content'],
  ['application/x-ndjson', '{}', [], 'empty-content'],
  ['application/x-ndjson', '{}', [null], undefined],
  [FORM, '{}', { a: 'x', b: [1], c: { d: null } }, undefined],
  [FORM, '{}', {}, 'empty-content'],
  [FORM, '{}', [1], 'not-an-object'],
  [FORM, '{}', { a: null }, 'null-value'],
  [FORM, '{}', { a: [null] }, 'null-value'],
  [FORM, '{}', { a: [] }, 'empty-array'],
  [FORM, '{}', { a: '\uDC00' }, 'lone-surrogate'],
  [FORM, STYLES, { flat: ['a,b'], deep: { a: 1 }, piped: ['a'] }, undefined],
  [FORM, STYLES, { deep: { a: { b: 1 } } }, 'deep-object-nested'],
  [FORM, STYLES, { deep: [1] }, 'deep-object-of-non-object'],
  [FORM, STYLES, { flat: [[1]] }, 'nested-value'],
  [FORM, STYLES, { piped: ['a|b'] }, 'delimiter-in-item'],
  [PARTS, STYLES, { flat: ['a,b'] }, 'delimiter-in-item'],
  [PARTS, STYLES, { flat: ['a'] }, undefined],
  [PARTS, IMAGE, { any: { a: 1 } }, 'structure-as-text'],
  [PARTS, IMAGE.replace('\\n', ''), { image: 'x' }, 'foreign-format'],
  [PARTS, IMAGE.replace('\\n', ''), { image: Uint8Array.of(1) }, undefined],
  [XML, ROOT, { a: 'x', b: ['y'] }, undefined],
  [XML, ROOT, { a: null }, 'null-value'],
  [XML, ROOT, { a: [] }, 'empty-array'],
  [XML, ROOT, { a: [[1]] }, 'nested-list'],
  [XML, ROOT, { 'a b': 1 }, 'xml-name'],
  [XML, ROOT, { a: '\u0000' }, 'xml-character'],
  [XML, '{}', { a: 1 }, 'nameless-root'],
  [XML, ROOT, ['a'], 'root-list'],
  [XML, xml('{type: array, xml: {wrapped: true}}'), { a: [] }, undefined],
  [XML, xml('{xml: {attribute: true}}'), { a: { b: 1 } }, 'attribute-structure'],
  [XML, xml('{xml: {attribute: true, namespace: "urn:a"}}'), { a: 1 }, 'attribute-namespace'],
  [XML, xml('{xml: {prefix: p}}'), { a: 1 }, 'undeclared-prefix'],
])('%s, %s, %j is undefined as %s', async ([type, media, value, want]) => {
  const described = await describeMedia(type, media);
  expect(undefinedBody(describeBody(described.document, described.media), value)).toBe(want);
});

test('each name says in a sentence what is not defined', () => {
  for (const sentence of Object.values(UNDEFINED_BODIES)) expect(sentence).toMatch(/^[A-Z].*\.$/);
});
