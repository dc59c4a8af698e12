import type { ApiModel, Operation } from '../../scripts/core/api-model.ts';
import { exampleRequest } from '../../scripts/mock/faults/example-request.ts';
import type { Mount } from '../../scripts/mock/mounts.ts';
import { toBytes } from './load-client.ts';

/** One request, as our mock and as the others know its path. */
export interface Workload {
  readonly name: string;
  readonly method: string;
  /** Below the mount of our mock. */
  readonly mounted: Buffer;
  /** Below the root, where the others serve every API. */
  readonly bare: Buffer;
  /** The path as Fastify's router would have it. */
  readonly route: string;
}

/** A description of so many operations, alike but for their names, the last of which is asked for. */
export function generateDescription(count: number): object {
  const content = (schema: object, example?: object) => ({
    'application/json': { schema, ...(example && { example }) },
  });
  const answer = {
    type: 'object',
    required: ['key', 'items'],
    properties: {
      key: { type: 'string' },
      ok: { type: 'boolean' },
      items: {
        type: 'array',
        minItems: 2,
        maxItems: 2,
        items: { type: 'object', required: ['n'], properties: { n: { type: 'integer' } } },
      },
    },
  };
  const operation = (id: string, example?: object) => ({
    operationId: id,
    parameters: [{ name: 'thing', in: 'path', required: true, schema: { type: 'string' } }],
    requestBody: {
      required: true,
      content: content({
        type: 'object',
        required: ['event'],
        properties: { event: { type: 'string', minLength: 1 } },
      }),
    },
    responses: { 200: { description: 'Done.', content: content(answer, example) } },
  });
  const example = { key: 'abc-1234', ok: true, items: [{ n: 1 }, { n: 2 }] };
  const paths = Array.from({ length: count }, (_, i) => [
    [`/r${i}/{thing}/shown`, { post: operation(`shown${i}`, example) }],
    [`/r${i}/{thing}/made`, { post: operation(`made${i}`) }],
  ]);
  return {
    openapi: '3.1.0',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: { title: 'Generated', version: '1' },
    servers: [{ url: 'https://generated.example' }],
    security: [],
    paths: Object.fromEntries(paths.flat().slice(0, count)),
  };
}

/** The last operations of a generated description: with an example, and without. */
export function generatedWorkload(
  api: string,
  count: number,
  kind: 'shown' | 'made' | 'dynamic',
): Workload {
  const last = Math.floor(count / 2) - 1;
  const leaf = kind === 'made' ? 'made' : 'shown';
  const path = `/r${last}/abc/${leaf}`;
  const headers = {
    'content-type': 'application/json',
    ...(kind === 'dynamic' && { prefer: 'dynamic=true' }),
  };
  const bytes = (target: string) =>
    toBytes({ method: 'POST', target, headers, body: '{"event":"a"}' });
  return {
    name: `${count} operations`,
    method: 'POST',
    mounted: bytes(`/${api}${path}`),
    bare: bytes(path),
    route: `/r${last}/:thing/${leaf}`,
  };
}

/** Two requests of a description: one that says nothing, if there is one, and one with a body. */
export function workloadsOf(api: ApiModel, mounts: readonly Mount[]): readonly Workload[] {
  const plain = api.operations.find(
    (it) => it.method === 'get' && !it.parameters.some(({ required }) => required),
  );
  const full = api.operations.find((it) => it.body && it.method === 'post');
  const mount = mounts.find((it) => it.api === api.name)?.basePath ?? '';
  return [plain, full].flatMap((it) => (it ? workloadOf(api, it, mount) : []));
}

function workloadOf(api: ApiModel, operation: Operation, mount: string): Workload[] {
  const draft = exampleRequest(api, operation);
  if (!draft) return [];
  const { method, path, query, headers, body } = draft;
  const target = `${path}${query && `?${query}`}`;
  const request = { method, headers, body: body?.toString() };
  return [
    {
      name: `${api.name} ${operation.id}`,
      method,
      mounted: toBytes({ ...request, target: `${mount}${target}` }),
      bare: toBytes({ ...request, target }),
      route: operation.path.replaceAll(/\{([^}]+)\}/g, ':$1'),
    },
  ];
}
