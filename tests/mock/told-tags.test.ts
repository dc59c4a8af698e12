import { expect, test } from 'vitest';
import type { JsonObject } from '../../scripts/base/json.ts';
import { injectInto } from '../../scripts/cli/prove/inject.ts';
import { targetsOf } from '../../scripts/cli/run-all.ts';
import { runCheck } from '../../scripts/contract/contract.ts';
import { PROPERTIES } from '../../scripts/contract/properties.ts';
import { fixtureProfiles } from '../../scripts/contract/wire/profiles.ts';
import { createMock } from '../../scripts/mock/mock.ts';
import { violationsOf } from '../../scripts/result/contract-run.ts';
import { loadText, START, startMock } from './pets.ts';

/** A thing that is read with an ETag of which only its schema is documented, and written with one. */
async function describe(schema: JsonObject) {
  const headers = { ETag: { schema, required: true } };
  const content = {
    'application/json': {
      schema: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } },
    },
  };
  const responses = { 200: { description: 'The thing.', headers, content } };
  return await loadText(
    JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'Pets', version: '1' },
      paths: { '/thing': { get: { responses }, put: { requestBody: { content }, responses } } },
    }),
  );
}

const now = () => START;
const THING = 'http://mock.invalid/pets/thing';

test('what has an ETag of which nothing is shown is not sent again to who knows it', async () => {
  const mock = await startMock([await describe({ type: 'string' })]);
  const get = async (known?: string) => {
    const { status, headers } = await mock.send('GET', THING, {
      headers: known === undefined ? {} : { 'if-none-match': known },
    });
    return [status, headers['etag']];
  };
  const [, tag] = await get();
  expect(tag).toMatch(/^"[!#-~]+"$/);
  expect(await get(String(tag))).toEqual([304, tag]);
  expect(await get('"another"')).toEqual([200, tag]);
});

test.for<[schema: JsonObject, want: RegExp]>([
  [{ type: 'string' }, /^"[!#-~]+"$/],
  [{ type: 'string', pattern: '^[a-z]+$' }, /^[a-z]+$/],
  [{ const: 'W/"1"' }, /^W\/"1"$/],
])('an ETag of %j is an entity tag where it may be one', async ([schema, want]) => {
  const mock = await startMock([await describe(schema)]);
  for (const method of ['GET', 'PUT'] as const) {
    const { headers } = await mock.send(method, THING, {
      headers: {},
      ...(method === 'PUT' && { body: { name: 'Rex' } }),
    });
    expect(headers['etag']).toMatch(want);
  }
});

test('the tester finds nothing wrong with it', async () => {
  const api = await describe({ type: 'string' });
  const mock = await createMock([api], { clock: { now }, limits: true });
  const options = {
    api,
    targets: targetsOf(mock, api, 'http://mock.test'),
    profiles: fixtureProfiles(api, now()),
    seed: 1,
    runs: 3,
    writes: true,
    send: injectInto(mock),
    now,
  };
  const found: string[] = [];
  for (const operation of api.operations) {
    for (const property of PROPERTIES) {
      const result = await runCheck(options, operation, property);
      found.push(...violationsOf([result]).map((it) => `${it.property}: ${it.message}`));
    }
  }
  await mock.close();
  expect(found).toEqual([]);
});

test('where 412 is documented, a write under If-Match of another tag is refused, and of what is shown is not', async () => {
  const responses = { 200: { description: 'The thing.' } };
  const header = { name: 'If-Match', in: 'header', schema: { type: 'string' }, example: '"shown"' };
  const content = { 'text/plain': { example: 'Rex' } };
  const shown = { 200: { description: 'The thing.', content } };
  const conflict = { ...responses, 412: { description: 'It has changed.' } };
  const paths = {
    '/thing': { get: { responses: shown }, delete: { parameters: [header], responses: conflict } },
    '/other': { delete: { responses } },
  };
  const info = { title: 'Pets', version: '1' };
  const mock = await startMock([await loadText(JSON.stringify({ openapi: '3.1.0', info, paths }))]);
  const write = async (path: string, tag: string) =>
    (await mock.send('DELETE', `http://mock.invalid/pets${path}`, { headers: { 'if-match': tag } }))
      .status;
  expect(await write('/thing', '"another"')).toBe(412);
  expect(await write('/thing', '"another", W/"more"')).toBe(412);
  for (const tag of ['*', '"shown"', 'text']) expect(await write('/thing', tag)).toBe(200);
  expect(await write('/other', '"another"')).toBe(200);
});
