import { describe, expect, test, vi } from 'vitest';
import { onMock } from '../on-mock.ts';
import { methodOf, policiesClient } from '../policies.ts';

const LOGIN = { body: { email: 'ada@example.com', password: 'example-password', source: null } };
const DAY = 86_400_000;

describe('on the mock of an API with sessions', () => {
  test('calls that wait share one login, and later ones its session', async () => {
    await using place = await onMock('clay-com');
    const client = place.clientWith({ login: LOGIN });
    const call = methodOf(client, 'listWorkspaces');
    const answers = await place.hurry(Promise.all([call(), call(), call()]));
    answers.push(await place.hurry(call()));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const ids = place.mock.requests().map(({ operation }) => operation);
    expect(ids).toEqual(['login', ...Array.from({ length: 4 }, () => 'listWorkspaces')]);
  });

  test('a session that would have ended is opened again before anybody is refused', async () => {
    await using place = await onMock('clay-com');
    const call = methodOf(
      place.clientWith({ login: () => Promise.resolve(LOGIN) }),
      'listWorkspaces',
    );
    await place.hurry(call());
    vi.setSystemTime(Date.now() + DAY + 1_000);
    expect((await place.hurry(call())).status).toBe(200);
    expect(place.mock.requests().map(({ operation, status }) => `${operation} ${status}`)).toEqual([
      'login 200',
      'listWorkspaces 200',
      'login 200',
      'listWorkspaces 200',
    ]);
  });

  test('a session that the server has forgotten is opened again, once for all', async () => {
    await using place = await onMock('clay-com');
    const call = methodOf(place.clientWith({ login: LOGIN }), 'listWorkspaces');
    await place.hurry(call());
    vi.setSystemTime(Date.now() + 1_000);
    // Only the server's clock: the client believes in its session.
    place.mock.advance(DAY + 1_000);
    const answers = await place.hurry(Promise.all([call(), call()]));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const counted = place.mock
      .requests()
      .map(({ operation, status }) => `${operation} ${status}`)
      .toSorted();
    expect(counted).toEqual([
      'listWorkspaces 200',
      'listWorkspaces 200',
      'listWorkspaces 200',
      'listWorkspaces 401',
      'listWorkspaces 401',
      'login 200',
      'login 200',
    ]);
  });

  test('who logs in with the client itself has the session too', async () => {
    await using place = await onMock('clay-com');
    const client = place.clientWith();
    await expect(methodOf(client, 'listWorkspaces')()).rejects.toMatchObject({
      code: 'credential-missing',
    });
    await place.hurry(methodOf(client, 'login')(LOGIN));
    expect((await place.hurry(methodOf(client, 'listWorkspaces')())).status).toBe(200);
  });

  test('a login that is refused is told as that, and asked for once', async () => {
    await using place = await onMock('clay-com');
    const login = { body: {} };
    const call = methodOf(place.clientWith({ login }), 'listWorkspaces');
    const failed = await place.hurry(Promise.allSettled([call(), call()]));
    expect(failed).toMatchObject([
      { reason: { name: 'ClientError', code: 'session-refused' } },
      { reason: { name: 'ClientError', code: 'session-refused' } },
    ]);
    expect(place.mock.requests()).toHaveLength(1);
  });
});

test('a refusal after a new login is the answer: nobody logs in for ever', async () => {
  const { client, requests } = policiesClient({ login: { body: { user: 'ann' } } }, ({ url }) =>
    url.endsWith('/login')
      ? Response.json({ ok: true }, { headers: { 'Set-Cookie': 'sid=s; Path=/' } })
      : Response.json({ error: 'no' }, { status: 401 }),
  );
  expect(await methodOf(client, 'readMe')()).toMatchObject({ status: 401 });
  const paths = requests.map(({ url }) => new URL(url).pathname);
  expect(paths).toEqual(['/v1/login', '/v1/me', '/v1/login', '/v1/me']);
});
