import { expect, test } from 'vitest';
import { valueAt } from '../../../scripts/base/json-pointer.ts';
import { upgrade } from '../../../scripts/load/upgrade/upgrade.ts';
import {
  DEFINITIONS,
  LIST,
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
    name: 'the address comes from host, basePath and schemes',
    root: { host: 'a.example', basePath: '/v1', schemes: ['https', 'http'] },
    at: '#/servers',
    want: [{ url: 'https://a.example/v1' }, { url: 'http://a.example/v1' }],
  },
  {
    name: 'a host without a scheme is asked by https',
    root: { host: 'a.example' },
    at: '#/servers',
    want: [{ url: 'https://a.example' }],
  },
  {
    name: 'without a host a path remains',
    root: { basePath: '/v1' },
    at: '#/servers',
    want: [{ url: '/v1' }],
  },
  {
    name: 'an operation has schemes of its own',
    operation: { schemes: ['ws'] },
    root: { host: 'a.example', schemes: ['https'] },
    at: `${OPERATION}/servers`,
    want: [{ url: 'ws://a.example' }],
  },
  {
    name: 'a body in each media type that the root takes',
    operation: {
      parameters: [{ in: 'body', name: 'b', required: true, description: 'x', schema: PET }],
    },
    root: { ...DEFINITIONS, consumes: ['application/json', 'application/xml'] },
    at: `${OPERATION}/requestBody`,
    want: {
      description: 'x',
      required: true,
      content: { 'application/json': { schema: MOVED }, 'application/xml': { schema: MOVED } },
    },
  },
  {
    name: 'what an operation takes counts before what the root takes',
    operation: {
      consumes: ['text/plain'],
      parameters: [{ in: 'body', name: 'b', schema: STRING }],
    },
    root: { consumes: ['application/json'] },
    at: `${OPERATION}/requestBody`,
    want: { content: { 'text/plain': { schema: STRING } } },
  },
  {
    name: 'a shared body is a component',
    operation: { parameters: [{ $ref: '#/parameters/B' }] },
    root: { parameters: { B: { in: 'body', name: 'b', schema: STRING } } },
    at: OPERATION,
    want: { requestBody: { $ref: '#/components/requestBodies/B' } },
  },
  {
    name: 'a shared body in other media types is written out',
    operation: { consumes: ['text/plain'], parameters: [{ $ref: '#/parameters/B' }] },
    root: { parameters: { B: { in: 'body', name: 'b', schema: STRING } } },
    at: OPERATION,
    want: { requestBody: { content: { 'text/plain': { schema: STRING } } } },
  },
  {
    name: 'fields of a form, shared ones too',
    operation: {
      parameters: [
        { $ref: '#/parameters/F' },
        { in: 'formData', name: 'n', type: 'integer', required: true, description: 'x' },
      ],
    },
    root: { parameters: { F: { in: 'formData', name: 'f', type: 'string' } } },
    at: OPERATION,
    want: {
      requestBody: {
        required: true,
        content: {
          'application/x-www-form-urlencoded': {
            schema: {
              type: 'object',
              properties: { f: STRING, n: { type: 'integer', description: 'x' } },
              required: ['n'],
            },
          },
        },
      },
    },
  },
  {
    name: 'a file makes it multipart',
    operation: { parameters: [{ in: 'formData', name: 'f', type: 'file' }] },
    root: { consumes: ['application/x-www-form-urlencoded', 'multipart/form-data'] },
    at: `${OPERATION}/requestBody/content`,
    want: { 'multipart/form-data': { schema: { type: 'object', properties: { f: OCTETS } } } },
  },
  {
    name: 'lists in a form',
    operation: {
      parameters: [
        { in: 'formData', name: 'c', ...LIST },
        { in: 'formData', name: 'm', ...LIST, collectionFormat: 'multi' },
      ],
    },
    at: `${OPERATION}/requestBody/content/application~1x-www-form-urlencoded/encoding`,
    want: { c: { style: 'form', explode: false }, m: { style: 'form', explode: true } },
  },
  ...(
    [
      [undefined, { style: 'form', explode: false }],
      ['csv', { style: 'form', explode: false }],
      ['multi', { style: 'form', explode: true }],
      ['ssv', { style: 'spaceDelimited', explode: false }],
      ['pipes', { style: 'pipeDelimited', explode: false }],
    ] as const
  ).map(([format, style]): SwaggerRow => ({
    name: `a list in a query, ${format}`,
    operation: {
      parameters: [
        {
          in: 'query',
          name: 'l',
          ...LIST,
          ...(format !== undefined && { collectionFormat: format }),
        },
      ],
    },
    at: `${OPERATION}/parameters`,
    want: [{ in: 'query', name: 'l', ...style, schema: LIST }],
  })),
  {
    name: 'a list between tabs is left a text',
    operation: { parameters: [{ in: 'query', name: 'l', ...LIST, collectionFormat: 'tsv' }] },
    at: `${OPERATION}/parameters`,
    want: [{ in: 'query', name: 'l', schema: STRING }],
  },
  ...(
    [
      ['ssv', { type: 'integer' }, {}, '^-?\\d+(?: -?\\d+){0,}$'],
      [
        'tsv',
        { type: 'integer', minimum: 1 },
        { minItems: 2, maxItems: 3 },
        '^\\d+(?:\t\\d+){1,2}$',
      ],
      ['pipes', { type: 'string', enum: ['a.b', 'c'] }, {}, '^(?:a\\.b|c)(?:\\|(?:a\\.b|c)){0,}$'],
      ['ssv', { type: 'boolean' }, { maxItems: 1 }, '^(?:true|false)(?: (?:true|false)){0,0}$'],
    ] as const
  ).map(([collectionFormat, items, limits, pattern]): SwaggerRow => ({
    name: `a list in a header is the text that it is, ${collectionFormat} of ${items.type}`,
    operation: {
      parameters: [{ in: 'header', name: 'l', type: 'array', items, collectionFormat, ...limits }],
    },
    at: `${OPERATION}/parameters`,
    want: [{ in: 'header', name: 'l', schema: { type: 'string', pattern } }],
  })),
  {
    name: 'limits and null of a parameter go to its schema',
    operation: {
      parameters: [
        { in: 'query', name: 'q', type: 'integer', minimum: 1, 'x-nullable': true, 'x-own': 1 },
      ],
    },
    at: `${OPERATION}/parameters/0`,
    want: { in: 'query', name: 'q', 'x-own': 1, schema: { type: ['integer', 'null'], minimum: 1 } },
  },
])('$name', ({ operation = {}, root, at, want }) => {
  expect(valueAt(upgraded(operation, root), at)).toEqual(want);
});

test('a body of a path is that of each of its operations without one', () => {
  const own = { in: 'body', name: 'own', schema: { type: 'integer' } };
  const { document } = upgrade(
    {
      swagger: '2.0',
      paths: {
        '/a': {
          parameters: [
            { in: 'body', name: 'b', schema: STRING },
            { in: 'query', name: 'q', type: 'string' },
          ],
          put: { parameters: [own] },
          post: {},
        },
      },
    },
    '2.0',
  );
  expect(valueAt(document, '#/paths/~1a')).toEqual({
    parameters: [{ in: 'query', name: 'q', schema: STRING }],
    put: { requestBody: { content: { 'application/json': { schema: { type: 'integer' } } } } },
    post: { requestBody: { content: { 'application/json': { schema: STRING } } } },
  });
});
