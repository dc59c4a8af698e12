import { expect, test } from 'vitest';
import { objectionsTo } from '../../../scripts/contract/judges/objections.ts';
import { loadText } from '../../load/load-files.ts';

const swagger = (produces: string) =>
  loadText(`swagger: '2.0'
info: {title: Things, version: '1'}
host: things.test
${produces}
paths:
  /things/{id}:
    get:
      parameters: [{name: id, in: path, required: true, type: string}]
      responses:
        '200': {description: ok, schema: {type: object}}
        '403': {description: closed}
`);
async function told(produces: string, status: number, type: string) {
  const api = await swagger(produces);
  const [operation] = api.operations;
  if (!operation) throw new Error('no operation');
  const exchange = {
    request: { method: 'GET', url: 'http://things.test/things/1', headers: [], body: undefined },
    response: { status, headers: [['content-type', type]] as const, body: '<!doctype html>' },
  };
  return objectionsTo(api, operation, exchange).map(({ message, states }) => [message, states]);
}
const JSON_ONLY = 'produces: [application/json]';

test.for([404, 403, 400])('a page is no JSON, whoever documents a %i', async (status) => {
  expect(await told(JSON_ONLY, status, 'text/html; charset=UTF-8')).toEqual([
    [`answers ${status} in another media type`, 'application/json'],
  ]);
});

test('other types, pages that are produced, and what nobody says are none of it', async () => {
  expect(await told(JSON_ONLY, 404, 'application/problem+json')).toEqual([]);
  expect(await told('produces: [application/json, text/html]', 404, 'text/html')).toEqual([]);
  expect(await told("produces: ['*/*']", 404, 'text/html')).toEqual([]);
  expect(await told('schemes: [http]', 404, 'text/html')).toEqual([]);
});
