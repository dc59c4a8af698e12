import { expect, test } from 'vitest';
import { runCheck } from '../../../scripts/contract/contract.ts';
import { exampleDrafts, type Draft } from '../../../scripts/contract/generation/draft.ts';
import { PROPERTIES } from '../../../scripts/contract/properties.ts';
import { createSuccesses } from '../../../scripts/contract/run/successes.ts';
import type { Exchange } from '../../../scripts/wire/exchange.ts';
import { loadText } from '../../load/load-files.ts';

const api = await loadText(`openapi: 3.1.0
info: {title: Things, version: '1'}
servers: [{url: 'https://things.test'}]
paths:
  /things/{id}:
    get:
      operationId: readThing
      security: [{key: []}]
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses: {'200': {description: ok, content: {application/json: {}}}, '401': {description: who}, '404': {description: none}}
components: {securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}}
`);
const [operation] = api.operations;
const [example] = operation ? exampleDrafts(api, operation) : [];
if (!operation || !example) throw new Error('no operation');
const about = (id: string): Draft => ({
  ...example,
  parameters: example.parameters.map((it) => ({ ...it, value: id })),
});
const answered = (status: number, body = ''): Exchange => ({
  request: { method: 'GET', url: 'http://things.test/things/a', headers: [], body: undefined },
  response: { status, headers: [], body },
});

test('the newest request that succeeded is kept, and none that was broken or only says so', () => {
  const successes = createSuccesses();
  expect(successes.of(operation)).toBe(undefined);
  successes.note(operation, about('a'), answered(404));
  successes.note(operation, { ...about('b'), broken: 'type at body' }, answered(200));
  successes.note(operation, about('c'), answered(200, '{"error": {"code": 1, "message": "no"}}'));
  expect(successes.of(operation)).toBe(undefined);
  successes.note(operation, about('d'), answered(200));
  const newest = about('e');
  successes.note(operation, newest, answered(204));
  expect(successes.of(operation)).toBe(newest);
});

const LET_IN = 'a request without a credential is answered 200, not 401';

test.for([
  [undefined, 'real', 401, []],
  ['real', 'real', 401, [LET_IN]],
  // Whoever has a credential is told the same.
  ['real', 'real', 404, [LET_IN]],
  // Whoever takes anything gets a page.
  [undefined, '*/*', 401, [LET_IN]],
] as const)(
  'who lets strangers in is told where %s succeeded, and %s does, else %i',
  async ([id, there, other, want]) => {
    const successes = createSuccesses();
    if (id !== undefined) successes.note(operation, about(id), answered(200));
    const property = PROPERTIES.find((it) => it.id === 'auth.missing');
    if (!property) throw new Error('no property');
    const none = new Map<string, string>();
    const good = new Map([['key', 'k-123456']]);
    const { violations } = await runCheck(
      {
        api,
        successes,
        targets: new Map([['https://things.test', 'http://server.test']]),
        profiles: { good, expired: none, readOnly: none, narrow: none, metered: none, other: none },
        seed: 1,
        runs: 3,
        writes: true,
        now: () => 0,
        send(request) {
          const has = (field: string) => request.headers.some((it) => it.join(': ') === field);
          const isThere = request.url.endsWith(`/${there}`) || has(`accept: ${there}`);
          const status = isThere ? 200 : has('X-Key: k-123456') ? 404 : other;
          return Promise.resolve({ request, response: { status, headers: [], body: '' } });
        },
      },
      operation,
      property,
    );
    expect(violations.map(({ message }) => message)).toEqual(want);
  },
);
