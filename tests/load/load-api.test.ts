import { expect, test } from 'vitest';
import { HEAD, loadFiles, loadText } from './load-files.ts';

test('references, examples and names of properties are told apart', async () => {
  const text = `${HEAD}components:
  schemas:
    Pet:
      properties:
        x-prefix: {type: integer}
        $ref: {type: string}
      default: {$ref: nowhere.yaml}
      examples: [{$ref: nowhere.yaml, x-evidence: 7}]
`;
  await expect(loadText(text)).resolves.toMatchObject({ title: 'Pets' });
});

test.each([
  { servers: '', want: [{ url: '/', basePath: '' }] },
  {
    servers: 'servers: [{url: https://a.example/v1/}]',
    want: [{ url: 'https://a.example/v1/', basePath: '/v1' }],
  },
  { servers: 'servers: [{url: /api}]', want: [{ url: '/api', basePath: '/api' }] },
  {
    servers: "servers: [{url: 'https://{zone}.example', variables: {zone: {default: eu}}}]",
    want: [{ url: 'https://eu.example', basePath: '' }],
  },
])('servers: $servers', async ({ servers, want }) => {
  const api = await loadText(`${HEAD}${servers}\n`);
  expect(api.servers).toMatchObject(want);
  expect(api.servers).toHaveLength(want.length);
});

test.each([['pets/openapi.yaml', 'pets']])('the folder names the API', async (path, name) => {
  expect((await loadFiles({ [path]: HEAD })).name).toBe(name);
});

const OPERATION = HEAD.replace(
  'paths: {}',
  `security: [{key: []}]
paths:
  /pets/{id}:
    parameters:
      - {name: id, in: path, required: true, schema: {type: string}}
      - {name: lang, in: query, schema: {type: string}}
    get:
      parameters:
        - {name: lang, in: query, required: true, style: pipeDelimited, schema: {type: array}}
        - {name: filter, in: query, style: deepObject, schema: {type: object}}
        - {name: Authorization, in: header, required: true, schema: {type: string}}
        - {name: since, in: header, schema: {type: string}}
      x-errors: {invalid: {status: 422, response: B}}
      responses:
        '200': {$ref: '#/components/responses/Pet%20Found'}
    delete:
      security: []
      requestBody: {$ref: '#/components/requestBodies/Reason'}
      responses: {4XX: {description: no}}
x-errors: {invalid: {status: 400, response: A}, notFound: {status: 404, response: A}}
components:
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Key, x-prefix: Token}
    basic: {type: http, scheme: Basic}
    login: {type: openIdConnect, openIdConnectUrl: https://a.example}
  requestBodies:
    Reason: {required: true, content: {text/plain: {schema: {type: string}, example: Gone.}}}
  responses:
    Pet Found:
      description: The pet.
      headers: {X-Age: {required: true, schema: {type: integer}}}
      content: {application/json: {examples: {none: {externalValue: a.json}, rex: {value: 1}}}}`,
);

test('an operation overrides the parameters of its path and HTTP owns some headers', async () => {
  const { operations } = await loadText(OPERATION);
  const [get] = operations;
  expect(
    get?.parameters.map(({ name, style, explode, required }) => [name, style, explode, required]),
  ).toEqual([
    ['id', 'simple', false, true],
    ['lang', 'pipeDelimited', false, true],
    ['filter', 'deepObject', true, false],
    ['since', 'simple', false, false],
  ]);
  expect(get?.parameters.at(-1)?.pointer).toBe('#/paths/~1pets~1{id}/get/parameters/3');
});

test('references are resolved, percent-encoded ones too', async () => {
  const [get, remove] = (await loadText(OPERATION)).operations;
  expect(get?.responses).toMatchObject([
    {
      status: '200',
      pointer: '#/components/responses/Pet Found',
      headers: [{ name: 'X-Age', required: true }],
      content: [{ mediaType: 'application/json', examples: [{ name: 'rex', value: 1 }] }],
    },
  ]);
  expect(remove?.body).toMatchObject({
    required: true,
    pointer: '#/components/requestBodies/Reason',
  });
});

test('an operation has the security and the errors of the root unless it has its own', async () => {
  const { operations, securitySchemes } = await loadText(OPERATION);
  const [get, remove] = operations;
  expect(get?.security).toEqual([new Map([['key', []]])]);
  expect(remove?.security).toEqual([]);
  expect([get?.errors.invalid?.status, get?.errors.notFound?.status]).toEqual([422, 404]);
  expect(remove?.errors.invalid?.status).toBe(400);
  expect([...securitySchemes.values()].map(({ type }) => type)).toEqual([
    'apiKey',
    'http',
    'openIdConnect',
  ]);
});

test('claims come from the node, its keyword, or the nearest node above', async () => {
  const { claimsAt } = await loadText(`${HEAD}x-evidence: [ROOT]
components:
  schemas:
    Pet:
      required: [name]
      properties:
        name: {minLength: 1, x-evidence: [NAME]}
      x-evidence: {required: [REQUIRED]}
`);
  expect(claimsAt('#/components/schemas/Pet/properties/name/minLength')).toEqual(['NAME']);
  expect(claimsAt('#/components/schemas/Pet/required')).toEqual(['REQUIRED']);
  expect(claimsAt('#/components/schemas/Pet/properties')).toEqual(['ROOT']);
  expect(claimsAt('#')).toEqual(['ROOT']);
});

test('a breach names the value, the constraint and what it expects', async () => {
  const { schemas } = await loadText(`${HEAD}components:
  schemas:
    Pet:
      required: [name]
      properties:
        name: {$ref: '#/components/schemas/Na~1me'}
      additionalProperties: false
    Na/me: {type: string, format: date}
`);
  const check = (value: unknown) => {
    return schemas
      .check('#/components/schemas/Pet', value)
      .map((it) => [it.instance, it.constraint, it.expected]);
  };
  expect(check({ name: '2026-01-31' })).toEqual([]);
  expect(check({ name: 'x' })).toEqual([['/name', '#/components/schemas/Na~1me/format', 'date']]);
  expect(check({})).toEqual([['/name', '#/components/schemas/Pet/required', ['name']]]);
  expect(check({ name: '2026-01-31', 'a/b': 1 })).toEqual([
    ['/a~1b', '#/components/schemas/Pet/additionalProperties', false],
  ]);
});

test('a breach is told in words that fit one thing and several', async () => {
  const { schemas } = await loadText(`${HEAD}components:
  schemas:
    Text: {minLength: 1, maxLength: 11}
    List: {minItems: 1}
    Thing: {minProperties: 1}
`);
  const tell = (name: string, value: unknown) =>
    schemas.check(`#/components/schemas/${name}`, value).map(({ message }) => message);
  expect(tell('Text', '')).toEqual(['must not have fewer than 1 character']);
  expect(tell('Text', 'twelve signs')).toEqual(['must not have more than 11 characters']);
  expect(tell('List', [])).toEqual(['must not have fewer than 1 item']);
  expect(tell('Thing', {})).toEqual(['must not have fewer than 1 property']);
});

test('merged and aliased YAML is one value with a line for each part', async () => {
  const { document, locate } = await loadText(`${HEAD}components:
  schemas:
    A: &a
      type: object
    B:
      <<: *a
      title: b
`);
  expect(document['components']).toMatchObject({ schemas: { B: { type: 'object', title: 'b' } } });
  expect(locate('#/components/schemas/B/title').line).toBe(11);
  expect(locate('#/components/schemas/B/type').line).toBe(9);
});
