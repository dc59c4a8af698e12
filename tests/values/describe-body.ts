import { loadApi } from '../../scripts/load/load-api.ts';
import type { ApiModel, Operation } from '../../scripts/model/api-model.ts';
import type { Json, JsonObject } from '../../scripts/base/json.ts';
import { TREE } from './keywords.ts';

/** A description of one operation, `send`, that takes a body of a schema, and what else is given. */
export async function describeBody(
  schema: JsonObject,
  example: Json | undefined,
  operation: JsonObject = {},
): Promise<{ api: ApiModel; operation: Operation }> {
  const content = { schema, ...(example === undefined ? {} : { example }) };
  return describeOperation({
    requestBody: { required: true, content: { 'application/json': content } },
    ...operation,
  });
}

/** A description of one operation, `send`, a POST at `/things` unless said. */
export async function describeOperation(
  operation: JsonObject,
  path = '/things',
  schemas: JsonObject = {},
  method = 'post',
): Promise<{ api: ApiModel; operation: Operation }> {
  const document: JsonObject = {
    openapi: '3.1.0',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: { title: 'Things', version: '1.0.0' },
    servers: [{ url: 'https://things.test' }],
    paths: {
      [path]: {
        [method]: {
          operationId: 'send',
          responses: { '200': { description: 'ok' } },
          ...operation,
        },
      },
    },
    components: { schemas: { Tree: TREE, ...schemas } },
  };
  const text = JSON.stringify(document);
  const api = await loadApi('things.json', {
    readText: () => Promise.resolve(text),
    exists: (name) => Promise.resolve(name === 'things.json'),
    bundle: () => Promise.resolve(text),
  });
  const [only] = api.operations;
  if (!only) throw new Error('the description has no operation');
  return { api, operation: only };
}
