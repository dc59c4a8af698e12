import { expect, test } from 'vitest';
import { FREE, loadPets, START, startMock, type TestMock } from './pets.ts';

const PRO = { authorization: 'Bearer pets_pro' };

function standingOf({ headers }: { headers: Readonly<Record<string, unknown>> }) {
  return ['limit', 'remaining', 'reset'].map((name) => Number(headers[`x-ratelimit-${name}`]));
}

async function drain(mock: TestMock, times: number, headers = FREE) {
  for (let i = 0; i < times; i += 1) await mock.send('GET', '/pets', { headers });
}

test('counts down to the quota and refuses the request after it', async () => {
  const mock = await startMock([await loadPets()]);
  const reset = START / 1000 + 60;
  for (const remaining of [4, 3, 2, 1, 0]) {
    const answer = await mock.send('GET', '/pets', { headers: FREE });
    expect([answer.status, ...standingOf(answer)]).toEqual([200, 5, remaining, reset]);
  }
  const refused = await mock.send('GET', '/pets', { headers: FREE });
  expect([refused.status, ...standingOf(refused)]).toEqual([429, 5, 0, reset]);
  expect(refused.json.error?.code).toBe('RATE_LIMITED');
  expect(refused.headers['retry-after']).toBe('60');
});

test('counts each credential and each category by itself', async () => {
  const mock = await startMock([await loadPets()]);
  await drain(mock, 6);
  const other = { authorization: 'Bearer pets_other' };
  expect((await mock.send('GET', '/pets', { headers: other })).status).toBe(200);
  const body = { name: 'Rex' };
  const written = await mock.send('POST', '/pets', { headers: FREE, body });
  expect(standingOf(written).slice(0, 2)).toEqual([3, 2]);
  expect((await mock.send('GET', '/pets', { headers: FREE })).status).toBe(429);
});

test('begins afresh when the window ends, at a multiple of its length', async () => {
  const mock = await startMock([await loadPets()]);
  mock.clock.at = START + 45_000;
  await drain(mock, 5);
  mock.clock.at = START + 59_001;
  const refused = await mock.send('GET', '/pets', { headers: FREE });
  expect([refused.status, refused.headers['retry-after']]).toEqual([429, '1']);
  mock.clock.at = START + 60_000;
  const fresh = await mock.send('GET', '/pets', { headers: FREE });
  expect([fresh.status, ...standingOf(fresh)]).toEqual([200, 5, 4, START / 1000 + 120]);
});

test('gives the reset in the unit that the description states', async () => {
  const api = await loadPets((text) => text.replace('unix-seconds', 'delta-seconds'));
  const mock = await startMock([api]);
  mock.clock.at = START + 15_500;
  expect(standingOf(await mock.send('GET', '/pets', { headers: FREE }))).toEqual([5, 4, 45]);
});

test('takes the quota from the plan, and every plan from --plan', async () => {
  const api = await loadPets();
  const limits = async (headers: Record<string, string>, plan?: string) => {
    const mock = await startMock([api], { plan });
    return standingOf(await mock.send('GET', '/pets', { headers }))[0];
  };
  expect(await limits(PRO)).toBe(50);
  expect(await limits({ authorization: 'Bearer pets_team' })).toBe(100);
  expect(await limits(FREE, 'pro')).toBe(50);
  expect(await limits({}, 'pro')).toBe(50);
});

test('shows the headers on every ending, and counts only known senders', async () => {
  const mock = await startMock([await loadPets()]);
  const endings = [
    [401, await mock.send('GET', '/pets')],
    [404, await mock.send('GET', '/nowhere')],
    [404, await mock.send('GET', '/pets/v2/beside')],
    [405, await mock.send('DELETE', '/pets')],
    [204, await mock.send('OPTIONS', '/pets')],
    [200, await mock.send('GET', '/public')],
    [200, await mock.send('GET', '/impossible')],
  ] as const;
  for (const [status, answer] of endings) {
    expect([answer.status, ...standingOf(answer)]).toEqual([status, 5, 5, START / 1000 + 60]);
  }
  const malformed = await mock.send('POST', '/pets', {
    headers: { ...FREE, 'content-type': 'application/json' },
    body: '{',
  });
  expect([malformed.status, ...standingOf(malformed).slice(0, 2)]).toEqual([400, 3, 2]);
});

test('shows a known sender its standing where nothing is counted', async () => {
  const mock = await startMock([await loadPets()]);
  await drain(mock, 2);
  const lost = await mock.send('GET', '/nowhere', { headers: FREE });
  expect(standingOf(lost).slice(0, 2)).toEqual([5, 3]);
});

test('never refuses without limits, and still counts', async () => {
  const mock = await startMock([await loadPets()], { limits: false });
  await drain(mock, 7);
  const answer = await mock.send('GET', '/pets', { headers: FREE });
  expect([answer.status, ...standingOf(answer).slice(0, 2)]).toEqual([200, 5, 0]);
});

test('counts addresses where the description says so', async () => {
  const mock = await startMock([
    await loadPets((text) => text.replace('partition: credential', 'partition: address')),
  ]);
  await drain(mock, 3);
  expect(standingOf(await mock.send('GET', '/pets', { headers: PRO })).slice(0, 2)).toEqual([
    50, 46,
  ]);
});

test('counts each namespace by itself', async () => {
  const mock = await startMock([await loadPets()]);
  await drain(mock, 6);
  const elsewhere = { ...FREE, 'x-kiln-namespace': 'run-2' };
  const { status, headers } = await mock.send('GET', '/pets', { headers: elsewhere });
  expect([status, headers['x-ratelimit-remaining']]).toEqual([200, '4']);
  const lost = await mock.send('GET', '/nowhere', { headers: elsewhere });
  expect(lost.headers['x-ratelimit-remaining']).toBe('4');
});

test.each(['', 'a b', 'a/b', 'é', 'x'.repeat(65)])('refuses the namespace "%s"', async (name) => {
  const mock = await startMock([await loadPets()]);
  const headers = { ...FREE, 'x-kiln-namespace': name };
  const { status, json } = await mock.send('GET', '/pets', { headers });
  expect([status, json.error?.code]).toEqual([400, 'MALFORMED']);
});
