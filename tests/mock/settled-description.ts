import type { Json, JsonObject } from '../../scripts/base/json.ts';

/** A description of which OpenAPI and JSON Schema say how each call of `SETTLED_CALLS` is answered. */

const STRING: JsonObject = { type: 'string' };
const INTEGER: JsonObject = { type: 'integer' };
export const CLOSED_ERROR: JsonObject = {
  type: 'object',
  required: ['code', 'message'],
  properties: { code: INTEGER, message: STRING },
  additionalProperties: false,
};

/** Schemas of answers without an example, by the path that answers with each. */
export const ANSWERED_SCHEMAS: Readonly<Record<string, JsonObject>> = {
  pattern: { type: 'string', pattern: '^[A-Z]{3}-\\d{2}$' },
  number: { type: 'string', pattern: '^(0|[1-9][0-9]*)$' },
  kids: { $ref: '#/components/schemas/Kids' },
  parent: { $ref: '#/components/schemas/Parent' },
  orNull: { oneOf: [{ $ref: '#/components/schemas/Parent' }, { type: 'null' }] },
  unique: { type: 'array', minItems: 2, uniqueItems: true, items: { enum: ['a', 'b', 'c'] } },
  tuple: { type: 'array', prefixItems: [STRING, INTEGER], items: false, minItems: 2 },
  either: {
    type: 'object',
    properties: { a: STRING, b: STRING },
    oneOf: [{ required: ['a'] }, { required: ['b'] }],
  },
  formats: {
    type: 'object',
    required: ['when', 'id', 'span', 'mail', 'at'],
    properties: {
      when: { type: 'string', format: 'date-time' },
      id: { type: 'string', format: 'uuid' },
      span: { type: 'string', format: 'duration' },
      mail: { type: 'string', format: 'email' },
      at: { type: 'string', format: 'uri', pattern: '^https://example\\.com/' },
    },
  },
  names: { type: 'object', propertyNames: { pattern: '^[a-z]{3}$' }, minProperties: 2 },
  bounds: { type: 'integer', exclusiveMinimum: 3, exclusiveMaximum: 5 },
  contains: { type: 'array', contains: { const: 7 }, minContains: 2, items: INTEGER },
  step: { type: 'number', multipleOf: 0.05, minimum: 0.01 },
  condition: {
    type: 'object',
    required: ['kind'],
    properties: { kind: { const: 'cat' }, lives: INTEGER },
    if: { properties: { kind: { const: 'cat' } } },
    // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
    then: { required: ['lives'] },
  },
  unnamed: { type: 'object', required: ['links'], properties: { a: STRING } },
  dependent: {
    type: 'object',
    required: ['card'],
    properties: { card: STRING, address: STRING },
    dependentRequired: { card: ['address'] },
  },
  unevaluated: {
    allOf: [{ type: 'object', properties: { a: STRING } }],
    properties: { b: INTEGER },
    required: ['a', 'b'],
    unevaluatedProperties: false,
  },
  sibling: { $ref: '#/components/schemas/Name', maxLength: 3, minLength: 3 },
  patterned: { type: 'object', patternProperties: { '^x-': INTEGER }, minProperties: 1 },
  badExample: { type: 'string', maxLength: 2, example: 'abc' },
  two: {
    oneOf: [
      { type: 'object', required: ['a'] },
      { type: 'object', required: ['b'] },
    ],
  },
  secret: {
    type: 'object',
    required: ['password', 'name'],
    properties: { password: { type: 'string', writeOnly: true }, name: STRING },
  },
};

const json = (schema: Json, more: JsonObject = {}): JsonObject => ({
  'application/json': { schema, ...more },
});
const answers = (content: JsonObject): JsonObject => ({ '200': { description: 'ok', content } });
const done: JsonObject = { '200': { description: 'ok' } };
const refusing = (status: string): JsonObject => ({
  ...done,
  [status]: { description: 'no', content: json(CLOSED_ERROR) },
});
const get = (responses: JsonObject, more: JsonObject = {}): JsonObject => ({
  get: { responses, ...more },
});
const query = (schema: Json, more: JsonObject = {}): JsonObject => ({
  parameters: [{ name: 'q', in: 'query', schema, ...more }],
});
const takes = (content: JsonObject, isRequired = true): JsonObject => ({
  post: { requestBody: { required: isRequired, content }, responses: refusing('400') },
});
const pet: JsonObject = {
  type: 'object',
  required: ['id', 'name'],
  properties: { id: { type: 'integer', readOnly: true }, name: STRING },
  additionalProperties: false,
};

const PATHS: JsonObject = {
  '/both': get(
    answers({
      'application/json': { schema: { type: 'object', properties: { a: STRING } } },
      'application/xml': {
        schema: { type: 'object', xml: { name: 'it' }, properties: { a: STRING } },
      },
    }),
  ),
  '/versions': get(
    answers({
      'application/vnd.things+json;version=1': { schema: { const: 'one' } },
      'application/vnd.things+json;version=2': { schema: { const: 'two' } },
    }),
  ),
  '/image': get(answers({ 'image/*': { schema: { type: 'string', format: 'binary' } } })),
  '/anything': get(answers({ '*/*': { schema: STRING } })),
  '/lines': get(
    answers({ 'application/x-ndjson': { schema: { type: 'object', required: ['a'] } } }),
  ),
  '/events': get(answers({ 'text/event-stream': { schema: { type: 'object', required: ['a'] } } })),
  '/octets': get(answers({ 'application/octet-stream': {} })),
  '/count': get(answers({ 'text/plain': { schema: { type: 'integer', minimum: 3 } } })),
  '/table': get(answers({ 'text/csv': { schema: STRING } })),
  '/form': get(
    answers({
      'application/x-www-form-urlencoded': { schema: { type: 'object', required: ['a'] } },
    }),
  ),
  '/bare': get(done),
  '/gone': { delete: { responses: { '204': { description: 'gone' } } } },
  '/range': get({ '2XX': { description: 'ok', content: json(INTEGER) } }),
  '/default': get({ default: { description: 'ok', content: json(INTEGER) } }),
  '/unsaid': { get: {} },
  '/moved': get({
    '302': {
      description: 'there',
      headers: { Location: { required: true, schema: { type: 'string', format: 'uri' } } },
    },
  }),
  '/counted': get({
    '200': {
      description: 'ok',
      headers: { 'X-Total': { required: true, schema: { type: 'integer', minimum: 1 } } },
    },
  }),
  '/shown': get(answers(json(STRING, { example: 'as it is' }))),
  '/refused400': get(refusing('400'), query(INTEGER, { required: true })),
  '/refused422': get(refusing('422'), query(INTEGER)),
  '/refused4XX': get(refusing('4XX'), query(INTEGER)),
  '/refusedDefault': get(refusing('default'), query(INTEGER)),
  '/exploded': get(refusing('400'), query({ type: 'array', items: INTEGER })),
  '/spaced': get(
    refusing('400'),
    query({ type: 'array', items: INTEGER }, { style: 'spaceDelimited', explode: false }),
  ),
  '/deep': get(
    refusing('400'),
    query({ type: 'object', properties: { n: INTEGER } }, { style: 'deepObject' }),
  ),
  '/matrix/{m}': get(refusing('400'), {
    parameters: [{ name: 'm', in: 'path', required: true, style: 'matrix', schema: INTEGER }],
  }),
  '/header': get(refusing('400'), { parameters: [{ name: 'X-N', in: 'header', schema: INTEGER }] }),
  '/cookie': get(refusing('400'), {
    parameters: [{ name: 'c', in: 'cookie', required: true, schema: INTEGER }],
  }),
  '/pets': takes(json(pet)),
  '/maybe': takes(json(INTEGER), false),
  '/urlencoded': takes({
    'application/x-www-form-urlencoded': {
      schema: { type: 'object', required: ['n'], properties: { n: INTEGER } },
    },
  }),
  '/parts': takes({
    'multipart/form-data': {
      schema: { allOf: [{ type: 'object', required: ['n'], properties: { n: INTEGER } }] },
    },
  }),
  '/xml': takes({
    'application/xml': {
      schema: {
        type: 'object',
        xml: { name: 'it' },
        properties: { n: { type: 'integer', xml: { attribute: true } } },
      },
    },
  }),
  '/pair': takes(json({ type: 'array', prefixItems: [STRING, INTEGER], items: false })),
  '/secured': {
    get: {
      security: [{ token: [] }],
      responses: { ...done, '401': { description: 'who', content: json(CLOSED_ERROR) } },
    },
  },
  '/optional': { get: { security: [{ token: [] }, {}], responses: done } },
  '/rooms/{room}': get(answers(json(STRING, { example: 'any' }))),
  '/rooms/best': get(answers(json(STRING, { example: 'best' }))),
  ...Object.fromEntries(
    Object.entries(ANSWERED_SCHEMAS).map(([name, schema]) => [
      `/schema/${name}`,
      get(answers(json(schema))),
    ]),
  ),
};

export const SETTLED_DESCRIPTION: JsonObject = {
  openapi: '3.1.0',
  jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
  info: { title: 'Settled', version: '1' },
  paths: PATHS,
  components: {
    securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
    schemas: {
      Name: STRING,
      Kids: {
        type: 'object',
        required: ['name'],
        properties: {
          name: STRING,
          kids: { type: 'array', items: { $ref: '#/components/schemas/Kids' } },
        },
      },
      Parent: {
        type: 'object',
        required: ['name'],
        properties: { name: STRING, parent: { $ref: '#/components/schemas/Parent' } },
      },
    },
  },
};
