import { describeWith, type FaultyRow } from './describe-with.ts';
import { HEAD } from './load-files.ts';

export const FAULTY_OBJECTS: readonly FaultyRow[] = [
  ['nothing', describeWith({}), []],
  [
    'a method that is null',
    describeWith({ item: 'put: null' }),
    ['9: operation PUT /pets/{id}: it must be an object, and is null'],
  ],
  [
    'a method that is a text',
    describeWith({ item: 'put: abc' }),
    ['9: operation PUT /pets/{id}: it must be an object, and is a text'],
  ],
  [
    'a path without a slash',
    describeWith({ paths: 'pets: {}' }),
    ['9: path pets: a path begins with /'],
  ],
  [
    'a path with a query',
    describeWith({ paths: '/pets?a=1: {}' }),
    ['9: path /pets?a=1: a path holds no query and no fragment'],
  ],
  [
    'a path that is null',
    describeWith({ paths: '/pets: null' }),
    ['9: path /pets: it must be an object, and is null'],
  ],
  [
    'a path that leads nowhere',
    describeWith({ paths: "/pets: {$ref: '#/components/pathItems/P'}" }),
    ['9: path /pets: $ref leads to #/components/pathItems/P, but there is no such node'],
  ],
  [
    'a path that leads to itself',
    describeWith({ paths: "/pets: {$ref: '#/paths/~1pets'}" }),
    ['9: path /pets: $ref leads back to itself: #/paths/~1pets'],
  ],
  [
    'paths that are a list',
    HEAD.replace('paths: {}', 'paths: []'),
    ['4: path paths: paths must be an object, and is a list'],
  ],
  [
    'one address twice',
    describeWith({
      paths:
        '/pets/{name}:\n  get: {parameters: [{name: name, in: path, required: true, schema: {}}], responses: {}}',
    }),
    ['10: operation GET /pets/{name}: it has the address of GET /pets/{id}'],
  ],
  [
    'one name twice',
    describeWith({ item: 'put: {operationId: getPet, responses: {}}' }),
    ['9: operationId "getPet" of PUT /pets/{id}: GET /pets/{id} has the operationId already'],
  ],
  [
    'a name that is a number',
    describeWith({ item: 'put: {operationId: 3, responses: {}}' }),
    ['9: operationId PUT /pets/{id} operationId: it must be a text, and is a number'],
  ],
  [
    'a path parameter that nobody describes',
    describeWith({ paths: '/a/{b}: {get: {responses: {}}}' }),
    [
      '9: parameter "b" of GET /a/{b}: the path names it and nothing describes it, so any text is taken',
    ],
  ],
  [
    'a path parameter that the path has not',
    describeWith({ operation: 'parameters: [{name: x, in: path, required: true, schema: {}}]' }),
    ['9: parameter "x" of GET /pets/{id}: the path does not name it'],
  ],
  [
    'a parameter twice',
    describeWith({ operation: 'parameters: [{name: x, in: query}, {name: x, in: query}]' }),
    ['9: parameter "x" of GET /pets/{id}: it is given twice'],
  ],
  [
    'a parameter of an unknown place',
    describeWith({ operation: 'parameters: [{name: x, in: body}]' }),
    [
      '9: parameter "x" of GET /pets/{id}: there is no place called "body": in must be one of path, query, header, cookie',
    ],
  ],
  [
    'a parameter without a name',
    describeWith({ operation: 'parameters: [{in: query}]' }),
    ['9: parameter GET /pets/{id} parameters 0: it has no name'],
  ],
  [
    'a parameter that leads nowhere',
    describeWith({ operation: "parameters: [{$ref: '#/components/parameters/X'}]" }),
    [
      '9: parameter GET /pets/{id} parameters 0: $ref leads to #/components/parameters/X, but there is no such node',
    ],
  ],
  [
    'parameters that are an object',
    describeWith({ operation: 'parameters: {}' }),
    ['9: parameter GET /pets/{id} parameters: parameters must be a list, and is an object'],
  ],
  [
    'a request body that leads nowhere',
    describeWith({ operation: "requestBody: {$ref: '#/components/requestBodies/X'}" }),
    [
      '6: operation GET /pets/{id}: its request body cannot be read',
      '9: request body GET /pets/{id} requestBody: $ref leads to #/components/requestBodies/X, but there is no such node',
    ],
  ],
  [
    'a status that is none',
    describeWith({ operation: '' }).replace("'200'", 'success'),
    [
      '8: response GET /pets/{id} success: "success" is no status: it is written as 200, 2XX or default',
    ],
  ],
  ['a status in small letters, with a space', describeWith({}).replace("'200'", "'2xx '"), []],
  [
    'a response that is null',
    describeWith({}).replace('{description: ok}', 'null'),
    ['8: response GET /pets/{id} 200: it must be an object, and is null'],
  ],
  [
    'a response that leads nowhere',
    describeWith({}).replace('{description: ok}', "{$ref: '#/components/responses/X'}"),
    [
      '8: response GET /pets/{id} 200: $ref leads to #/components/responses/X, but there is no such node',
    ],
  ],
  [
    'a media type that is none',
    describeWith({}).replace('ok}', 'ok, content: {json: {}}}'),
    ['8: content GET /pets/{id} 200 json: "json" is no media type'],
  ],
  [
    'content that is null',
    describeWith({}).replace('ok}', 'ok, content: {text/plain: null}}'),
    ['8: content GET /pets/{id} 200 text/plain: it must be an object, and is null'],
  ],
  [
    'an example that breaks its schema',
    describeWith({}).replace(
      'ok}',
      'ok, content: {application/json: {schema: {type: string}, example: 3}}}',
    ),
    ['8: example GET /pets/{id} 200 application/json: it must be string'],
  ],
  [
    'one of two examples that breaks it',
    describeWith({}).replace(
      'ok}',
      'ok, content: {application/json: {schema: {type: string}, examples: {a: {value: 3}, b: {value: x}}}}}',
    ),
    ['8: example "a" of GET /pets/{id} 200 application/json: it must be string'],
  ],
  [
    'an example without a value',
    describeWith({}).replace('ok}', 'ok, content: {application/json: {examples: {a: {id: 1}}}}}'),
    [
      '8: example GET /pets/{id} 200 application/json a: it has no value: an entry of examples is an object with one',
    ],
  ],
  [
    'examples that are a list',
    describeWith({}).replace('ok}', 'ok, content: {application/json: {examples: [1]}}}'),
    [
      '8: example GET /pets/{id} 200 application/json examples: examples must be an object, and is a list',
    ],
  ],
  [
    'a number where a parameter is a text',
    describeWith({
      operation: 'parameters: [{name: x, in: query, schema: {type: string}, example: 3}]',
    }),
    [],
  ],
  [
    'a server without a url',
    describeWith({ rest: 'servers: [{description: x}]' }),
    ['9: server servers/0: it has no url'],
  ],
  [
    'servers that are a text',
    describeWith({ rest: 'servers: abc' }),
    ['9: server servers: servers must be a list, and is a text'],
  ],
  [
    'security that is a text',
    describeWith({ operation: 'security: abc' }),
    ['9: security requirement GET /pets/{id} security: security must be a list, and is a text'],
  ],
  [
    'security that nobody describes',
    describeWith({ operation: 'security: [{key: []}]' }),
    ['9: undescribed scheme key: no security scheme is called so'],
  ],
  [
    'a callback that is null',
    describeWith({ operation: 'callbacks: {a: null}' }),
    ['9: callback GET /pets/{id} callbacks a: it must be an object, and is null'],
  ],
  [
    'a header that is null',
    describeWith({}).replace('ok}', 'ok, headers: {X-A: null}}'),
    ['8: header GET /pets/{id} 200 headers X-A: it must be an object, and is null'],
  ],
  [
    'webhooks that are a text',
    describeWith({ rest: 'webhooks: abc' }),
    ['9: path webhooks: webhooks must be an object, and is a text'],
  ],
  [
    'words that are none',
    describeWith({ operation: 'summary: 3\ndescription: null\ntags: null' }),
    [],
  ],
  [
    "an extension that is somebody else's",
    describeWith({ operation: 'x-rate-limit: [1]' }),
    [
      '9: extension GET /pets/{id} x-rate-limit: x-rate-limit must be string. specs/EXTENSIONS.md lists what each extension may hold, CONTRIBUTING.md what each file may.',
    ],
  ],
];
