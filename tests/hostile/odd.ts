import {
  chain,
  withBody,
  withOperation,
  yamlWith,
  ref,
  doubling,
  type Hostile,
} from './describe.ts';

/** What can be used but for a part: it is left aside, and lint names its line. */
export const ODD: readonly Hostile[] = [
  {
    what: 'a reference to itself where a path should be',
    text: withOperation({}, { item: { $ref: '#/paths/~1things' } }),
  },
  {
    what: 'parameters that refer to each other',
    text: withOperation(
      { parameters: [ref('A', 'parameters')] },
      { components: { parameters: { A: ref('B', 'parameters'), B: ref('A', 'parameters') } } },
    ),
  },
  {
    what: 'responses that refer to each other',
    text: withOperation(
      { responses: { '200': ref('A', 'responses') } },
      { components: { responses: { A: ref('B', 'responses'), B: ref('A', 'responses') } } },
    ),
  },
  {
    what: 'a request body that refers to itself',
    text: withOperation(
      { requestBody: ref('A', 'requestBodies') },
      { components: { requestBodies: { A: ref('A', 'requestBodies') } } },
    ),
  },
  { what: 'a schema that refers to itself', text: withBody(ref('A'), { A: ref('A') }) },
  {
    what: 'schemas that refer to each other',
    text: withBody(ref('A'), { A: ref('B'), B: ref('A') }),
  },
  { what: 'paths that are a list', text: yamlWith('').replace(/paths:[^]*/, 'paths: [1, 2]\n') },
  {
    what: 'a schema that is all of itself',
    text: withBody(ref('A'), { A: { allOf: [ref('A')] } }),
  },
  {
    what: 'a schema that is any of itself',
    text: withBody(ref('A'), { A: { anyOf: [ref('A'), ref('A')] } }),
  },
  { what: 'a schema that is not itself', text: withBody(ref('A'), { A: { not: ref('A') } }) },
  {
    what: 'a schema whose property it is, required',
    text: withBody(ref('A'), {
      A: { type: 'object', required: ['a'], properties: { a: ref('A') } },
    }),
  },
  { what: 'a method that is null', text: withOperation({}, { item: { post: null } }) },
  { what: 'a path that is null', text: yamlWith('  /nothing: null') },
  { what: 'a path that is a text', text: yamlWith('  /nothing: abc') },
  { what: 'a method that is a text', text: withOperation({}, { item: { post: 'abc' } }) },
  { what: 'a schema that is a text', text: withBody('abc') },
  { what: 'a schema that is a number', text: withBody(3) },
  { what: 'a schema that is null', text: withBody(null) },
  { what: 'a schema that is a list', text: withBody([1]) },
  { what: 'items that are a list', text: withBody({ type: 'array', items: [1] }) },
  { what: 'properties that are a list', text: withBody({ type: 'object', properties: [1] }) },
  { what: 'a property that is a number', text: withBody({ type: 'object', properties: { a: 1 } }) },
  { what: 'an allOf that is an object', text: withBody({ allOf: { a: 1 } }) },
  { what: 'an enum that is a text', text: withBody({ enum: 'abc' }) },
  { what: 'required that is true', text: withBody({ type: 'object', required: true }) },
  { what: 'a type of no kind', text: withBody({ type: 'thing' }) },
  { what: 'a type that is a number', text: withBody({ type: 5 }) },
  { what: 'a pattern that is none', text: withBody({ type: 'string', pattern: '(' }) },
  {
    what: 'a pattern that only some engines take',
    text: withBody({ type: 'string', pattern: '^[\\w\\-\\.]+\\@\\w+$' }),
  },
  { what: 'a pattern that backtracks', text: withBody({ type: 'string', pattern: '^(a+)+$' }) },
  {
    what: 'a pattern of a million',
    text: withBody({ type: 'string', pattern: '^(a{1000}){1000}$' }),
  },
  { what: 'texts of a billion characters', text: withBody({ type: 'string', minLength: 1e9 }) },
  { what: 'a billion items', text: withBody({ type: 'array', items: {}, minItems: 1e9 }) },
  { what: 'a billion properties', text: withBody({ type: 'object', minProperties: 1e9 }) },
  {
    what: 'a schema called __proto__',
    text: withBody({ type: 'object' }).replace(
      '"schemas":{}',
      '"schemas":{"__proto__":{"type":"string"},"constructor":{"$ref":"#/components/schemas/__proto__"}}',
    ),
  },
  {
    what: 'a property called __proto__',
    text: withBody('X').replaceAll(
      '"X"',
      '{"type":"object","required":["__proto__","constructor"],"properties":{"__proto__":{"type":"string"},"constructor":{"type":"integer"},"toString":true}}',
    ),
  },
  { what: 'parameters that are a text', text: withOperation({ parameters: 'abc' }) },
  { what: 'a parameter that is null', text: withOperation({ parameters: [null, 1, 'abc'] }) },
  {
    what: 'a parameter without a place',
    text: withOperation({
      parameters: [{ name: 'a' }, { in: 'query' }, { name: 1, in: 2, style: 3, schema: 4 }],
    }),
  },
  { what: 'responses that are a list', text: withOperation({ responses: [1] }) },
  {
    what: 'a response that is null',
    text: withOperation({ responses: { '200': null, default: 'abc' } }),
  },
  { what: 'a request body that is a text', text: withOperation({ requestBody: 'abc' }) },
  { what: 'security that is a text', text: withOperation({ security: 'abc' }) },
  {
    what: 'security of a scheme that is null',
    text: withOperation(
      { security: [{ a: null }, null] },
      { components: { securitySchemes: { a: null } } },
    ),
  },
  { what: 'tags of null', text: withOperation({ tags: [null, 1, {}] }) },
  {
    what: 'names that no text can be made of',
    text: withOperation({
      tags: [{ toString: {} }],
      security: [{ key: [{ toString: {} }] }],
    }),
  },
  { what: 'an operation id that is an object', text: withOperation({ operationId: {} }) },
  {
    what: 'names with control characters',
    text: withOperation({
      operationId: 'a\u001B[31mred\u0007\u009B',
      summary: 'b\u001B]0;title\u0007',
    }),
  },
  {
    what: 'components of null',
    text: withOperation({}, { components: { schemas: null, responses: 'abc', parameters: [1] } }),
  },
  {
    what: 'an encoding that is a text',
    text: withOperation({
      requestBody: {
        content: { 'multipart/form-data': { schema: {}, encoding: 'abc' }, 'text/plain': null },
      },
    }),
  },
  {
    what: 'a media type that is the operation in which it stands',
    text: withOperation({
      responses: {
        '200': { description: 'ok', content: { 'a/b': { $ref: '#/paths/~1things/get' } } },
      },
    }).replace('3.1.0', '3.2.0'),
  },
  {
    what: 'media types that refer to each other',
    text: withOperation(
      {
        responses: {
          '200': { description: 'ok', content: { 'a/b': ref('A', 'mediaTypes') } },
        },
      },
      { components: { mediaTypes: { A: ref('B', 'mediaTypes'), B: ref('A', 'mediaTypes') } } },
    ).replace('3.1.0', '3.2.0'),
  },
  {
    what: 'examples that are a list',
    text: withOperation({
      requestBody: { content: { 'application/json': { schema: {}, examples: [1, null] } } },
    }),
  },
  {
    what: 'a path of nothing but braces',
    text: withOperation({}).replaceAll('/things', '/{}{a}{{b}}'),
  },
  { what: 'a path without a slash', text: withOperation({}).replaceAll('/things', 'things') },
  {
    what: 'servers that are a text',
    text: withOperation({}).replace(/"servers":\[[^\]]*\]/, '"servers":"abc"'),
  },
  {
    what: 'a server that is no address',
    text: withOperation({}).replaceAll('https://hostile.test/v1', 'http://['),
  },
  { what: 'info that is null', text: withOperation({}).replace(/"info":\{[^}]*\}/, '"info":null') },
  {
    what: 'callbacks and links of nothing',
    text: withOperation({
      callbacks: { a: null, b: 'abc' },
      responses: {
        '200': { description: 'ok', links: { a: null }, headers: { b: null, 'C D': 3 } },
      },
    }),
  },
  { what: 'webhooks that are a text', text: yamlWith('webhooks: abc') },
  {
    what: 'a discriminator that is a text',
    text: withBody({ oneOf: [ref('A')], discriminator: 'abc' }, { A: { type: 'object' } }),
  },
  {
    what: 'a default that is the schema',
    text: withBody({ type: 'object', default: 3, const: {}, enum: [] }),
  },
  { what: '22 schemas that are twice the next', text: doubling('allOf', 22) },
  { what: '22 schemas that are any of twice the next', text: doubling('anyOf', 22) },
  { what: '22 schemas that are one of twice the next', text: doubling('oneOf', 22) },
  {
    what: 'a dynamic reference to itself',
    text: withBody(ref('A'), { A: { $dynamicAnchor: 'a', $dynamicRef: '#a' } }),
  },
  {
    what: 'bounds that no number meets',
    text: withBody({ type: 'number', minimum: 1e308, exclusiveMaximum: -1e308, multipleOf: 0 }),
  },
  {
    what: 'a chain of 2,000 schemas',
    text: chain(2000, (next) => ({ allOf: [next] })),
  },
];
