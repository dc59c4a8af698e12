import { expect, test, vi } from 'vitest';
import type { Mock } from '../../scripts/mock/mock.ts';
import { startControlled } from './controlled.ts';
import { FREE, loadPets, START } from './pets.ts';

const pets = await loadPets();

test('says that it is healthy, and what it serves without a secret', async () => {
  const { ask } = await startControlled([pets]);
  expect(await ask('GET', '/health')).toEqual({ status: 200, json: { status: 'ok' } });
  const { json } = await ask('GET', '/ready');
  expect(json).toMatchObject({
    status: 'ready',
    apis: [
      {
        name: 'pets',
        operations: 9,
        credentials: expect.arrayContaining(['free', 'keeper']),
        mounts: [{ basePath: '/pets/v1' }, { basePath: '/pets/sandbox.pets.example/v1' }],
      },
    ],
  });
  expect(JSON.stringify(json)).not.toContain('pets_free');
});

test('lists requests newest first, with who sent them and what became of them', async () => {
  const { mock, ask } = await startControlled([pets]);
  await mock.send('GET', '/pets?limit=2', { headers: FREE });
  await mock.send('GET', '/pets', { headers: { 'x-kiln-namespace': 'run-1' } });
  await mock.send('GET', '/nowhere', { headers: FREE });
  expect((await ask('GET', '/requests')).json).toEqual({
    requests: [
      expect.objectContaining({
        id: 3,
        operation: null,
        credential: 'free',
        status: 404,
        stage: 'route',
      }),
      expect.objectContaining({
        id: 2,
        namespace: 'run-1',
        credential: null,
        kind: 'unauthenticated',
      }),
      {
        id: 1,
        at: '2026-01-01T00:00:00.000Z',
        method: 'GET',
        path: '/pets/v1/pets',
        namespace: 'default',
        api: 'pets',
        operation: 'listPets',
        credential: 'free',
        status: 200,
        verdict: 'served',
        stage: null,
        kind: null,
        message: null,
        milliseconds: 0.25,
      },
    ],
  });
});

test.each([
  ['limit=1', [4]],
  ['status=404', [3]],
  ['status=4XX', [3, 2]],
  ['verdict=served', [4, 1]],
  ['operation=readPublic', [4]],
  ['api=pets&verdict=refused&limit=1', [3]],
  ['api=parcels', []],
])('filters by %s', async (query, want) => {
  const { mock, ask } = await startControlled([pets]);
  await mock.send('GET', '/pets', { headers: FREE });
  await mock.send('GET', '/pets');
  await mock.send('GET', '/nowhere');
  await mock.send('GET', '/public');
  const { json } = await ask('GET', `/requests?${query}`);
  expect((json as { requests: { id: number }[] }).requests.map(({ id }) => id)).toEqual(want);
});

test('keeps as many requests as fit, and forgets them when told to', async () => {
  const { mock, ask } = await startControlled([pets], { maxEntries: 2 });
  for (let i = 0; i < 5; i += 1) await mock.send('GET', '/public');
  expect((await ask('GET', '/requests')).json).toMatchObject({ requests: [{ id: 5 }, { id: 4 }] });
  expect((await ask('GET', '/requests/3')).status).toBe(404);
  expect((await ask('DELETE', '/requests')).status).toBe(204);
  expect((await ask('GET', '/requests')).json).toEqual({ requests: [] });
});

test('tells who has used how much of which quota', async () => {
  const { mock, ask } = await startControlled([pets]);
  await mock.send('GET', '/pets', { headers: FREE });
  await mock.send('GET', '/pets', { headers: FREE });
  await mock.send('GET', '/pets', { headers: { authorization: 'Bearer pets_pro' } });
  const window = { namespace: 'default', api: 'pets', category: 'reading', secondsLeft: 60 };
  expect((await ask('GET', '/limits')).json).toEqual({
    limits: [
      {
        ...window,
        client: 'free',
        limit: 5,
        used: 2,
        remaining: 3,
        windowEnd: '2026-01-01T00:01:00.000Z',
      },
      {
        ...window,
        client: 'pro',
        limit: 50,
        used: 1,
        remaining: 49,
        windowEnd: '2026-01-01T00:01:00.000Z',
      },
    ],
  });
});

test('forgets the counters, all or those of a namespace', async () => {
  const { mock, ask } = await startControlled([pets]);
  const other = { ...FREE, 'x-kiln-namespace': 'run-1' };
  const clients = async () => ((await ask('GET', '/limits')).json as { limits: unknown[] }).limits;
  await mock.send('GET', '/pets', { headers: FREE });
  await mock.send('GET', '/pets', { headers: other });
  await ask('POST', '/reset?namespace=run-1');
  expect(await clients()).toMatchObject([{ namespace: 'default' }]);
  expect((await ask('POST', '/reset?namespace=a/b')).status).toBe(400);
  expect(await clients()).toHaveLength(1);
  expect((await ask('POST', '/reset')).status).toBe(204);
  expect(await clients()).toEqual([]);
});

test('decides a job by hand', async () => {
  const settle = vi.fn<Mock['settle']>(async (_, { id }) => id === '7');
  const { ask } = await startControlled([pets], {}, { settle });
  const command = { api: 'pets', id: '7', outcome: 'failed', namespace: 'run-1' };
  expect((await ask('POST', '/jobs', command)).status).toBe(204);
  expect(settle).toHaveBeenCalledWith('pets', { id: '7', outcome: 'failed', namespace: 'run-1' });
  expect((await ask('POST', '/jobs', { ...command, id: '8' })).status).toBe(404);
  for (const wrong of [{ outcome: 'lost' }, { id: 7 }, { api: null }, { namespace: 'a/b' }]) {
    expect((await ask('POST', '/jobs', { ...command, ...wrong })).status).toBe(400);
  }
  expect(settle).toHaveBeenCalledTimes(2);
});

test('lists webhooks newest first', async () => {
  const from = { namespace: 'default', api: 'pets', webhook: 'created', operation: 'createPet' };
  const sent = { ...from, kind: 'webhook' as const };
  const [first, second] = [
    {
      ...sent,
      at: START,
      url: 'http://127.0.0.1/a',
      status: 200,
      failure: undefined,
      isAllowed: true,
    },
    {
      ...sent,
      at: START,
      url: 'http://127.0.0.1/b',
      status: undefined,
      failure: 'late',
      isAllowed: false,
    },
  ] as const;
  const { ask } = await startControlled([pets], {}, { deliveries: () => [first, second] });
  const at = '2026-01-01T00:00:00.000Z';
  expect((await ask('GET', '/webhooks')).json).toEqual({
    webhooks: [
      { ...sent, at, url: 'http://127.0.0.1/b', status: null, failure: 'late', allowed: false },
      { ...sent, at, url: 'http://127.0.0.1/a', status: 200, failure: null, allowed: true },
    ],
  });
});

test.each([
  ['GET', '/nothing', undefined, 404],
  ['GET', '/requests/x', undefined, 404],
  ['GET', '/requests?limit=0', undefined, 400],
  ['GET', '/requests?status=teapot', undefined, 400],
  ['GET', '/requests?verdict=maybe', undefined, 400],
  ['GET', '/requests?colour=red', undefined, 400],
  ['POST', '/clock', {}, 405],
  ['POST', '/explain', { method: 'GET' }, 400],
  ['POST', '/explain', { path: '/pets', speed: 1 }, 400],
] as const)('answers %s %s %j with a problem', async (method, url, payload, status) => {
  const { control } = await startControlled([pets]);
  const answer = await control.inject({ method, url, ...(payload && { payload }) });
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([
    status,
    'application/problem+json',
  ]);
  expect(answer.json()).toMatchObject({ type: 'about:blank', status, detail: expect.any(String) });
});

test('answers what is not JSON with a problem', async () => {
  const { control } = await startControlled([pets]);
  const broken = { method: 'PUT', url: '/clock', payload: '{' } as const;
  const json = await control.inject({ ...broken, headers: { 'content-type': 'application/json' } });
  expect([json.statusCode, json.json().status]).toEqual([400, 400]);
  const xml = await control.inject({ ...broken, headers: { 'content-type': 'text/xml' } });
  expect([xml.statusCode, xml.json().status]).toEqual([415, 415]);
});

test.each([
  ['a rebound name', { host: 'evil.example' }],
  ['a page of another site', { origin: 'http://evil.example' }],
  ['a page of another port', { host: 'localhost:4011', origin: 'http://localhost:3000' }],
  ['a sandboxed page', { origin: 'null' }],
  ['a picture in another page', { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'image' }],
])('refuses %s, and lets nothing happen', async (_, headers) => {
  const { mock, control, ask } = await startControlled([pets]);
  await mock.send('GET', '/pets', { headers: FREE });
  const reset = await control.inject({ method: 'POST', url: '/reset', headers });
  expect([reset.statusCode, reset.json().status]).toEqual([403, 403]);
  expect(reset.headers).not.toHaveProperty('access-control-allow-origin');
  expect((await ask('GET', '/limits')).json).toMatchObject({ limits: [{ used: 1 }] });
});

test.each([
  ['a command line', { host: '127.0.0.1:4011' }],
  ['IPv6', { host: '[::1]:4011' }],
  [
    'its own page',
    { host: 'localhost:4011', origin: 'http://localhost:4011', 'sec-fetch-site': 'same-origin' },
  ],
  ['a link from elsewhere', { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'document' }],
])('serves %s', async (_, headers) => {
  const { control } = await startControlled([pets]);
  expect((await control.inject({ method: 'GET', url: '/health', headers })).statusCode).toBe(200);
});
