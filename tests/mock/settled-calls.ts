import { ANSWERED_SCHEMAS, CLOSED_ERROR } from './settled-description.ts';
import type { JsonObject } from '../../scripts/base/json.ts';

/** A call whose right answer the specifications settle. */
export interface SettledCall {
  /** What is settled, and where. */
  readonly name: string;
  readonly method: 'GET' | 'HEAD' | 'POST' | 'DELETE' | 'PUT';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly right: RightAnswer;
}

interface RightAnswer {
  /** Each that is right. */
  readonly status: readonly number[] | 'refused';
  /** How the media type begins. */
  readonly type?: string;
  /** The body, or what it looks like. */
  readonly text?: string | RegExp;
  /** What JSON in the body has to satisfy. */
  readonly schema?: JsonObject;
  /** A header field, and what it looks like. */
  readonly header?: readonly [name: string, value: RegExp];
}

const OK: RightAnswer = { status: [200] };
const JSON_TYPE = 'application/json';
const accepts = (accept: string) => ({ accept });
const sent = (type: string) => ({ 'content-type': type });
/** Refused as the description says: in the shape that it gives to it. */
const inShape = (...status: readonly number[]): RightAnswer => ({
  status: status.length > 0 ? status : 'refused',
  type: JSON_TYPE,
  schema: CLOSED_ERROR,
});

/** What is writeOnly is in no answer, though it is required (JSON Schema validation, section 9.4). */
const WITHOUT_SECRET: JsonObject = { required: ['name'], properties: { password: false } };

type Row = readonly [
  name: string,
  method: SettledCall['method'],
  path: string,
  right: RightAnswer,
  headers?: Readonly<Record<string, string>>,
  body?: string,
];

const PART = (name: string, text: string) =>
  `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}\r\n--x--\r\n`;
const MULTIPART = sent('multipart/form-data; boundary=x');
const FORM = sent('application/x-www-form-urlencoded');

const ROWS: readonly Row[] = [
  ['nobody asks for a type: any documented', 'GET', '/both', OK],
  [
    'a named type',
    'GET',
    '/both',
    { ...OK, type: 'application/xml', text: /<it>/ },
    accepts('application/xml'),
  ],
  [
    'the greater weight (RFC 9110, 12.4.2)',
    'GET',
    '/both',
    { ...OK, type: 'application/xml' },
    accepts('application/json;q=0.2, application/xml;q=0.9'),
  ],
  [
    'a named type before any',
    'GET',
    '/both',
    { ...OK, type: JSON_TYPE },
    accepts('*/*;q=0.1, application/json'),
  ],
  [
    'weight 0 excludes (12.5.1)',
    'GET',
    '/both',
    { ...OK, type: 'application/xml' },
    accepts('application/json;q=0, */*'),
  ],
  ['a range', 'GET', '/both', OK, accepts('application/*')],
  [
    'a type with a charset',
    'GET',
    '/both',
    { ...OK, type: JSON_TYPE },
    accepts('application/json; charset=utf-8'),
  ],
  [
    'types in upper case (8.3.1)',
    'GET',
    '/both',
    { ...OK, type: 'application/xml' },
    accepts('APPLICATION/XML'),
  ],
  ['nothing that is documented (15.5.7)', 'GET', '/both', { status: [406] }, accepts('image/png')],
  [
    'a parameter tells two types apart',
    'GET',
    '/versions',
    { ...OK, text: '"two"' },
    accepts('application/vnd.things+json;version=2'),
  ],
  [
    'an image for a range of images',
    'GET',
    '/image',
    { ...OK, type: 'image/gif', text: /^GIF8/ },
    accepts('image/gif'),
  ],
  ['text for anything', 'GET', '/anything', { ...OK, type: 'text/plain' }, accepts('text/plain')],
  [
    'records in lines',
    'GET',
    '/lines',
    { ...OK, type: 'application/x-ndjson', text: /^(\{.*"a".*\}\n)+$/ },
  ],
  [
    'events',
    'GET',
    '/events',
    { ...OK, type: 'text/event-stream', text: /^(data: \{.*"a".*\}\n\n)+$/ },
  ],
  ['octets', 'GET', '/octets', { ...OK, type: 'application/octet-stream' }],
  ['an integer as text', 'GET', '/count', { ...OK, type: 'text/plain', text: /^([3-9]|\d{2,})$/ }],
  ['a table', 'GET', '/table', { ...OK, type: 'text/csv' }],
  ['a form', 'GET', '/form', { ...OK, type: 'application/x-www-form-urlencoded', text: /^a=/ }],
  ['an answer without content', 'GET', '/bare', { ...OK, text: '' }],
  ['HEAD is GET without content (9.3.2)', 'HEAD', '/shown', { ...OK, text: '' }],
  ['no content', 'DELETE', '/gone', { status: [204], text: '' }],
  [
    'a range of statuses (OpenAPI 3.1.1, 4.8.16)',
    'GET',
    '/range',
    { status: [200], schema: { type: 'integer' } },
  ],
  ['default alone', 'GET', '/default', { status: [200], schema: { type: 'integer' } }],
  ['no responses (4.8.10)', 'GET', '/unsaid', { status: [200, 204] }],
  ['a redirection', 'GET', '/moved', { status: [302], header: ['location', /^[a-z]+:/] }],
  ['a header that must be there', 'GET', '/counted', { ...OK, header: ['x-total', /^[1-9]\d*$/] }],
  ['an example as it is', 'GET', '/shown', { ...OK, text: '"as it is"' }],
  ['a required parameter is missing', 'GET', '/refused400', inShape(400)],
  ['only 422 is documented', 'GET', '/refused422?q=x', inShape(422)],
  ['only 4XX is documented', 'GET', '/refused4XX?q=x', inShape()],
  ['only default is documented', 'GET', '/refusedDefault?q=x', inShape()],
  ['an undocumented parameter counts for nothing', 'GET', '/refused422?other=x', OK],
  ['a list, exploded', 'GET', '/exploded?q=1&q=2', OK],
  ['a list of something else', 'GET', '/exploded?q=1&q=x', inShape(400)],
  ['a list with spaces', 'GET', '/spaced?q=1%202', OK],
  ['a list with spaces of something else', 'GET', '/spaced?q=1%20x', inShape(400)],
  ['a deep object', 'GET', '/deep?q[n]=1', OK],
  ['a deep object of something else', 'GET', '/deep?q[n]=x', inShape(400)],
  ['a matrix', 'GET', '/matrix/;m=5', OK],
  ['a matrix of something else', 'GET', '/matrix/;m=x', inShape(400)],
  ['a header of something else', 'GET', '/header', inShape(400), { 'x-n': 'x' }],
  ['a cookie', 'GET', '/cookie', OK, { cookie: 'c=3' }],
  ['a cookie that is missing', 'GET', '/cookie', inShape(400)],
  [
    'what is readOnly is left out (JSON Schema validation, 9.4)',
    'POST',
    '/pets',
    OK,
    sent(JSON_TYPE),
    '{"name":"Rex"}',
  ],
  [
    'a property that is not allowed',
    'POST',
    '/pets',
    inShape(400),
    sent(JSON_TYPE),
    '{"name":"Rex","age":3}',
  ],
  ['JSON that breaks off', 'POST', '/pets', inShape(400), sent(JSON_TYPE), '{"name":'],
  ['a body that must be there', 'POST', '/pets', inShape(400)],
  [
    'a body in another type (15.5.16)',
    'POST',
    '/pets',
    { status: 'refused' },
    sent('text/plain'),
    'Rex',
  ],
  ['a body that may be left out', 'POST', '/maybe', OK],
  ['a form with an integer', 'POST', '/urlencoded', OK, FORM, 'n=5'],
  ['a form with something else', 'POST', '/urlencoded', inShape(400), FORM, 'n=x'],
  ['parts of a combined schema', 'POST', '/parts', OK, MULTIPART, PART('n', '5')],
  ['parts of something else', 'POST', '/parts', inShape(400), MULTIPART, PART('n', 'x')],
  ['XML with an attribute', 'POST', '/xml', OK, sent('application/xml'), '<it n="5"/>'],
  [
    'XML with another attribute',
    'POST',
    '/xml',
    inShape(400),
    sent('application/xml'),
    '<it n="x"/>',
  ],
  ['a tuple', 'POST', '/pair', OK, sent(JSON_TYPE), '["a",1]'],
  ['a tuple that is too long', 'POST', '/pair', inShape(400), sent(JSON_TYPE), '["a",1,2]'],
  ['no credential (15.5.2)', 'GET', '/secured', inShape(401)],
  ['an optional credential (4.8.30)', 'GET', '/optional', OK],
  ['a path without a variable first (4.8.8.2)', 'GET', '/rooms/best', { ...OK, text: '"best"' }],
  ['a path with a variable', 'GET', '/rooms/other', { ...OK, text: '"any"' }],
  ['no such path', 'GET', '/nowhere', { status: [404] }],
  [
    'no such method, and which there are (15.5.6)',
    'PUT',
    '/bare',
    { status: [405], header: ['allow', /GET/] },
  ],
  ...Object.entries(ANSWERED_SCHEMAS).map(([name, schema]): Row => {
    const right = { ...OK, type: JSON_TYPE, schema: name === 'secret' ? WITHOUT_SECRET : schema };
    return [`an answer of ${name}`, 'GET', `/schema/${name}`, right];
  }),
];

export const SETTLED_CALLS: readonly SettledCall[] = ROWS.map(
  ([name, method, path, right, headers = {}, body]) => ({
    name,
    method,
    path,
    headers,
    right,
    ...(body === undefined ? {} : { body }),
  }),
);
