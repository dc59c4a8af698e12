import { expect, test } from 'vitest';
import { parseProgress } from '../../scripts/model/job-progress.ts';
import { idLike } from '../../scripts/mock/behaviour/new-id.ts';
import type { MockOptions } from '../../scripts/mock/options.ts';
import { loadText, START, startMock, type TestMock } from './pets.ts';

const EXAMPLE = '0b9d7f42-6a15-4c3e-8d20-7e5f1a2b3c4d';
const DESCRIPTION = `
openapi: 3.1.0
jsonSchemaDialect: https://json-schema.org/draft/2020-12/schema
info: {title: Pets, version: '1'}
servers: [{url: https://api.pets.example/v1}]
security: []
paths:
  /imports:
    post:
      operationId: createImport
      x-async:
        id: '#/job/id'
        statusOperation: getImport
        parameter: importId
        state: '#/state'
        pending: [Waiting, Running]
        succeeded: [Done]
        failed: [Broken]
      responses:
        '202':
          description: Accepted.
          content:
            application/json:
              schema: {properties: {job: {properties: {id: {type: string, format: uuid}}}}}
              example: {job: {id: ${EXAMPLE}}}
        '400': {description: No.}
  /imports/{importId}:
    get:
      operationId: getImport
      parameters: [{name: importId, in: path, required: true, schema: {type: string}}]
      responses:
        '200':
          description: The state.
          content:
            application/json:
              schema: {properties: {state: {enum: [Waiting, Running, Done, Broken]}}}
              examples:
                done: {value: {state: Done}}
                broken: {value: {state: Broken, why: a reason}}
`;

const start = async (options: Partial<MockOptions> = {}, fixtures?: string) =>
  startMock([await loadText(DESCRIPTION, fixtures)], options);

async function submit(mock: TestMock, headers: Record<string, string> = {}): Promise<string> {
  const { json } = await mock.send('POST', '/imports', { headers });
  return (json as { job: { id: string } }).job.id;
}

async function stateOf(mock: TestMock, id: string, headers: Record<string, string> = {}) {
  return (await mock.send('GET', `/imports/${id}`, { headers })).json as {
    state: string;
    why?: string;
  };
}

test('gives each submission an id of its own, in the form of the example', async () => {
  const mock = await start();
  const ids = [await submit(mock), await submit(mock), await submit(mock)];
  expect(new Set([...ids, EXAMPLE]).size).toBe(4);
  for (const id of ids)
    expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/);
  const again = await start();
  expect([await submit(again), await submit(again)]).toEqual(ids.slice(0, 2));
  expect(await submit(await start({ seed: 2 }))).not.toBe(ids[0]);
});

test('moves with the clock', async () => {
  const mock = await start();
  const id = await submit(mock);
  mock.clock.at = START + 1999;
  expect(await stateOf(mock, id)).toEqual({ state: 'Waiting' });
  mock.clock.at = START + 2000;
  expect(await stateOf(mock, id)).toEqual({ state: 'Done' });
});

test('moves with the number of times it is asked', async () => {
  const mock = await start({ progress: { kind: 'polls', polls: 2 } });
  const [id, other] = [await submit(mock), await submit(mock)];
  const states = [];
  for (let i = 0; i < 4; i += 1) states.push((await stateOf(mock, id)).state);
  expect(states).toEqual(['Waiting', 'Waiting', 'Done', 'Done']);
  expect((await stateOf(mock, other)).state).toBe('Waiting');
});

test('is done at once', async () => {
  const mock = await start({ progress: { kind: 'at-once' } });
  expect((await stateOf(mock, await submit(mock))).state).toBe('Done');
});

test('waits for a hand', async () => {
  const mock = await start({ progress: { kind: 'by-hand' } });
  const id = await submit(mock);
  mock.clock.at = START + 3600_000;
  expect((await stateOf(mock, id)).state).toBe('Waiting');
  expect(await mock.settle('pets', { id, outcome: 'failed' })).toBe(true);
  expect(await stateOf(mock, id)).toEqual({ state: 'Broken', why: 'a reason' });
  expect(await mock.settle('pets', { id: 'lost', outcome: 'failed' })).toBe(false);
  expect(await mock.settle('pets', { namespace: 'x', id, outcome: 'failed' })).toBe(false);
});

test('fails when asked to, or every so many times', async () => {
  const mock = await start({ progress: { kind: 'at-once' }, failEvery: 2 });
  const states = [];
  for (const prefer of ['', '', 'outcome=failed', 'outcome=succeeded']) {
    states.push((await stateOf(mock, await submit(mock, { prefer }))).state);
  }
  expect(states).toEqual(['Done', 'Broken', 'Broken', 'Done']);
  const { status } = await mock.send('POST', '/imports', { headers: { prefer: 'outcome=lost' } });
  expect(status).toBe(400);
});

test('takes both from mock.yaml, unless the start says otherwise', async () => {
  const fixtures = 'progress: at-once\nfailEvery: 1';
  const given = await start({}, fixtures);
  expect((await stateOf(given, await submit(given))).state).toBe('Broken');
  const mock = await start({ failEvery: 2, progress: { kind: 'by-hand' } }, fixtures);
  expect((await stateOf(mock, await submit(mock))).state).toBe('Waiting');
});

test('shows the example for an id that it never gave out', async () => {
  const mock = await start();
  expect((await stateOf(mock, EXAMPLE)).state).toBe('Done');
  const id = await submit(mock);
  expect((await stateOf(mock, id, { 'x-kiln-namespace': 'x' })).state).toBe('Done');
  mock.clock.at = START + 1;
  expect((await stateOf(mock, id)).state).toBe('Waiting');
  await mock.reset('default');
  expect((await stateOf(mock, id)).state).toBe('Done');
});

test.each([
  ['2s', { kind: 'time', milliseconds: 2000 }],
  ['1.5m', { kind: 'time', milliseconds: 90_000 }],
  ['250ms', { kind: 'time', milliseconds: 250 }],
  ['1poll', { kind: 'polls', polls: 1 }],
  ['3polls', { kind: 'polls', polls: 3 }],
  ['by-hand', { kind: 'by-hand' }],
  ['2', undefined],
  ['polls', undefined],
  ['', undefined],
])('reads the progress "%s"', (text, want) => {
  expect(parseProgress(text)).toEqual(want);
});

test('refuses a progress in mock.yaml that it cannot read', async () => {
  await expect(start({}, 'progress: soon')).rejects.toMatchObject({ code: 'shape' });
});

test.each([
  [
    'evt_2KtY3kPl9vR8mNxZ',
    /^evt_\d[A-Z][a-z][A-Z]\d[a-z][A-Z][a-z]\d[a-z][A-Z]\d[a-z][A-Z][a-z][A-Z]$/,
  ],
  ['wb_leads01', /^wb_[a-z]{5}\d\d$/],
  ['ws_storefront', /^ws_[a-z]{10}$/],
  ['cafe0123', /^[\da-f]{8}$/],
  ['order-007', /^order-008$/],
  ['12', /^13$/],
  ['', /^$/],
])('makes an id like "%s"', (example, want) => {
  expect(idLike(example, 1, 'a source')).toMatch(want);
});

test('counts numbers on, and leaves other values alone', () => {
  expect([idLike(676, 2, ''), idLike(null, 2, ''), idLike(true, 2, '')]).toEqual([678, null, true]);
});
