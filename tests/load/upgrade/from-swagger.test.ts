import { expect, test } from 'vitest';
import { valueAt, type Pointer } from '../../../scripts/base/json-pointer.ts';
import { upgrade } from '../../../scripts/load/upgrade/upgrade.ts';
import {
  DEFINITIONS,
  MOVED,
  OCTETS,
  OPERATION,
  PET,
  STRING,
  upgraded,
  type SwaggerRow,
} from './swagger-row.ts';

test.each<SwaggerRow>([
  {
    name: 'an answer has its schema and examples in each media type that is produced',
    operation: {
      produces: ['application/json', 'text/csv'],
      responses: {
        200: {
          description: 'x',
          schema: PET,
          examples: { 'application/json': { nullable: true } },
        },
      },
    },
    root: DEFINITIONS,
    at: `${OPERATION}/responses/200`,
    want: {
      description: 'x',
      content: {
        'application/json': { schema: MOVED, example: { nullable: true } },
        'text/csv': { schema: MOVED },
      },
    },
  },
  {
    name: 'an answer without a schema has no content',
    operation: { responses: { 204: { description: 'x' } } },
    root: { produces: ['application/json'] },
    at: `${OPERATION}/responses`,
    want: { 204: { description: 'x' } },
  },
  {
    name: 'a file that is answered',
    operation: { responses: { 200: { description: 'x', schema: { type: 'file' } } } },
    at: `${OPERATION}/responses/200/content`,
    want: { 'application/octet-stream': { schema: OCTETS } },
  },
  {
    name: 'headers have schemas',
    operation: {
      responses: {
        200: { description: 'x', headers: { A: { description: 'y', type: 'integer' } } },
      },
    },
    at: `${OPERATION}/responses/200/headers`,
    want: { A: { description: 'y', schema: { type: 'integer' } } },
  },
  {
    name: 'a shared answer is a component',
    operation: { responses: { 404: { $ref: '#/responses/Gone' } } },
    root: { responses: { Gone: { description: 'x', schema: STRING } } },
    at: `${OPERATION}/responses/404`,
    want: { $ref: '#/components/responses/Gone' },
  },
  {
    name: 'names that are none of a component',
    operation: {
      responses: { 200: { description: 'x', schema: { $ref: '#/definitions/Page«Pet»' } } },
    },
    root: { definitions: { 'Page«Pet»': { type: 'object' }, Page_Pet_: { type: 'string' } } },
    at: `${OPERATION}/responses/200/content/application~1json/schema`,
    want: { $ref: '#/components/schemas/Page_Pet_-2' },
  },
  {
    name: 'a reference into an answer',
    operation: {
      parameters: [
        { in: 'body', name: 'b', schema: { $ref: '#/paths/~1a/post/responses/200/schema' } },
      ],
      responses: { 200: { description: 'x', schema: { type: 'object' } } },
    },
    at: `${OPERATION}/requestBody/content/application~1json/schema/$ref`,
    want: '#/paths/~1a/post/responses/200/content/application~1json/schema',
  },
  {
    name: 'a discriminator is an object',
    root: { definitions: { Pet: { type: 'object', discriminator: 'kind', 'x-nullable': true } } },
    at: '#/components/schemas/Pet',
    want: { type: ['object', 'null'], discriminator: { propertyName: 'kind' } },
  },
  {
    name: 'security schemes',
    root: {
      securityDefinitions: {
        b: { type: 'basic' },
        k: { type: 'apiKey', in: 'query', name: 'k' },
        o: {
          type: 'oauth2',
          flow: 'accessCode',
          authorizationUrl: 'a',
          tokenUrl: 't',
          scopes: { s: 'x' },
        },
        c: { type: 'oauth2', flow: 'application', tokenUrl: 't' },
      },
    },
    at: '#/components/securitySchemes',
    want: {
      b: { type: 'http', scheme: 'basic' },
      k: { type: 'apiKey', in: 'query', name: 'k' },
      o: {
        type: 'oauth2',
        flows: { authorizationCode: { authorizationUrl: 'a', tokenUrl: 't', scopes: { s: 'x' } } },
      },
      c: { type: 'oauth2', flows: { clientCredentials: { tokenUrl: 't', scopes: {} } } },
    },
  },
])('$name', ({ operation = {}, root, at, want }) => {
  expect(valueAt(upgraded(operation, root), at)).toEqual(want);
});

test('pointers lead back to where a thing was written', () => {
  const { before } = upgrade(
    {
      swagger: '2.0',
      host: 'a.example',
      paths: {
        '/a': {
          post: {
            parameters: [{ in: 'query', name: 'q', type: 'string' }, { $ref: '#/parameters/F' }],
            responses: {
              200: { description: 'x', schema: { properties: { p: { type: 'integer' } } } },
            },
          },
        },
      },
      parameters: { F: { in: 'formData', name: 'f', type: 'string', maxLength: 1 } },
      definitions: { Pet: { type: 'object', properties: { name: STRING } } },
    },
    '2.0',
  );
  const answer = `${OPERATION}/responses/200` as const;
  const form = `${OPERATION}/requestBody/content/application~1x-www-form-urlencoded` as const;
  const rows: (readonly [Pointer, Pointer])[] = [
    ['#/components/schemas/Pet/properties/name', '#/definitions/Pet/properties/name'],
    [`${OPERATION}/parameters/0/schema/type`, `${OPERATION}/parameters/0/type`],
    [`${answer}/content/application~1json/schema/properties/p`, `${answer}/schema/properties/p`],
    [`${form}/schema/properties/f/maxLength`, '#/parameters/F/maxLength'],
    ['#/servers/0', '#/host/0'],
  ];
  expect(rows.map(([pointer]) => before(pointer))).toEqual(rows.map(([, want]) => want));
});
