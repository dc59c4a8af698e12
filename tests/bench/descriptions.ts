import { toBytes } from './load-client.ts';
import type { Workload } from './workloads.ts';

/** Content of a request or a response. */
function content(schema: object, example?: object): object {
  return { 'application/json': { schema, ...(example && { example }) } };
}

/** A description of so many operations, alike but for their names, the last of which is asked for. */
export function generateDescription(count: number): object {
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
