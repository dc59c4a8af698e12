/** The kinds of objects that a description is made of (OpenAPI 3.1.1 and 3.2.0, section 4.8). */
export type ObjectKind =
  | 'description'
  | 'info'
  | 'components'
  | 'path'
  | 'operation'
  | 'parameter'
  | 'request body'
  | 'content'
  | 'encoding'
  | 'response'
  | 'header'
  | 'example'
  | 'link'
  | 'callback'
  | 'schema'
  | 'security scheme'
  | 'security requirement'
  | 'server'
  | 'server variable';

/** What a field of an object holds: one object of a kind, a list of them, or each under a name. */
export interface ObjectField {
  readonly kind: ObjectKind;
  readonly holds: 'one' | 'list' | 'map';
}

function one(kind: ObjectKind): ObjectField {
  return { kind, holds: 'one' };
}

function list(kind: ObjectKind): ObjectField {
  return { kind, holds: 'list' };
}

function map(kind: ObjectKind): ObjectField {
  return { kind, holds: 'map' };
}

/** Methods of a Path Item Object, `query` being of OpenAPI 3.2. */
const OPERATIONS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'];

const VALUE = { schema: one('schema'), content: map('content'), examples: map('example') };

/** The fields of each kind that hold objects; all others are data, or words for people. */
export const OBJECT_FIELDS: Readonly<
  Partial<Record<ObjectKind, Readonly<Record<string, ObjectField>>>>
> = {
  description: {
    info: one('info'),
    paths: map('path'),
    webhooks: map('path'),
    components: one('components'),
    servers: list('server'),
    security: list('security requirement'),
  },
  components: {
    schemas: map('schema'),
    responses: map('response'),
    parameters: map('parameter'),
    examples: map('example'),
    requestBodies: map('request body'),
    headers: map('header'),
    securitySchemes: map('security scheme'),
    links: map('link'),
    callbacks: map('callback'),
    pathItems: map('path'),
    mediaTypes: map('content'),
  },
  path: {
    ...Object.fromEntries(OPERATIONS.map((method) => [method, one('operation')])),
    additionalOperations: map('operation'),
    parameters: list('parameter'),
    servers: list('server'),
  },
  operation: {
    parameters: list('parameter'),
    requestBody: one('request body'),
    responses: map('response'),
    callbacks: map('callback'),
    security: list('security requirement'),
    servers: list('server'),
  },
  parameter: VALUE,
  header: VALUE,
  'request body': { content: map('content') },
  response: { headers: map('header'), content: map('content'), links: map('link') },
  content: {
    schema: one('schema'),
    itemSchema: one('schema'),
    examples: map('example'),
    encoding: map('encoding'),
    prefixEncoding: list('encoding'),
    itemEncoding: one('encoding'),
  },
  encoding: { headers: map('header') },
  link: { server: one('server') },
  server: { variables: map('server variable') },
};

/** What may stand as a Reference Object (OpenAPI 3.1.1, section 4.8.23; a path item by section 4.8.9). */
export const REFERABLE: ReadonlySet<ObjectKind> = new Set([
  'path',
  // Not of OpenAPI, but what many write and all tools follow.
  'operation',
  'parameter',
  'header',
  'request body',
  'response',
  'example',
  'link',
  'callback',
  'security scheme',
  'content',
]);
