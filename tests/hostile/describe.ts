/** A description that nobody means well with. */
export interface Hostile {
  readonly what: string;
  /** YAML or JSON. */
  readonly text: string;
  /** Set where it is simply much: what testing it takes grows with its size alone, and `--budget` ends it. */
  readonly isVast?: true;
}

const INFO = { title: 'Hostile', version: '1.0.0' };
const SERVERS = [{ url: 'https://hostile.test/v1' }];
const DONE = { '200': { description: 'ok' } };

type Node = object | string | number | boolean | null;

/** A description of `POST /things`, whose body is of a schema. */
export function withBody(schema: Node, schemas: Readonly<Record<string, Node>> = {}): string {
  return JSON.stringify({
    openapi: '3.1.0',
    info: INFO,
    servers: SERVERS,
    paths: {
      '/things': {
        post: {
          operationId: 'send',
          requestBody: { content: { 'application/json': { schema } } },
          responses: { '200': { description: 'ok', content: { 'application/json': { schema } } } },
        },
      },
    },
    components: { schemas },
  });
}

/** A description of `/things` with what is given of its operation, its path item and its components. */
export function withOperation(
  operation: Readonly<Record<string, Node>>,
  rest: { readonly item?: object; readonly components?: object } = {},
): string {
  return JSON.stringify({
    openapi: '3.1.0',
    info: INFO,
    servers: SERVERS,
    paths: {
      '/things': { ...rest.item, get: { operationId: 'list', responses: DONE, ...operation } },
    },
    components: rest.components ?? {},
  });
}

export function yamlWith(lines: string): string {
  return `openapi: 3.1.0
info: { title: Hostile, version: 1.0.0 }
servers: [{ url: 'https://hostile.test/v1' }]
paths:
  /things:
    get:
      operationId: list
      responses: { '200': { description: ok } }
${lines}
`;
}

export const ref = (name: string, kind = 'schemas') => ({ $ref: `#/components/${kind}/${name}` });

export function nested(levels: number): string {
  return `${'{"properties":{"a":'.repeat(levels)}true${'}}'.repeat(levels)}`;
}

export function doubling(keyword: 'allOf' | 'anyOf' | 'oneOf', levels: number): string {
  const schemas: Record<string, Node> = { S0: { type: 'object' } };
  for (let level = 1; level <= levels; level += 1) {
    schemas[`S${level}`] = { [keyword]: [ref(`S${level - 1}`), ref(`S${level - 1}`)] };
  }
  return withBody(ref(`S${levels}`), schemas);
}

export function many<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

/** A chain of schemas, each made of the next. */
export function chain(levels: number, make: (next: { $ref: string }) => Node): string {
  const schemas = many(levels, (at): [string, Node] => [`S${at}`, make(ref(`S${at + 1}`))]);
  const last = { [`S${levels}`]: { type: 'object' } };
  return withBody(ref('S0'), { ...Object.fromEntries(schemas), ...last });
}
