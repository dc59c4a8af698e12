import { describe, expect, test } from 'vitest';
import { all, methodOf, policiesClient } from '../policies.ts';

const THINGS = [1, 2, 3, 4, 5].map((id) => ({ id, name: `thing ${id}` }));

describe('a list is read to its end', () => {
  test.for(['listByPage', 'listByOffset', 'listByCursor', 'listByLink'])('%s', async (id) => {
    const { client } = policiesClient({}, async (request) => {
      const { searchParams } = new URL(request.url);
      const said = request.method === 'POST' ? await request.text() : '';
      const after =
        /"after":"(\d+)"/.exec(said)?.[1] ?? searchParams.get('skip') ?? searchParams.get('at');
      const page = Number(searchParams.get('page') ?? 1);
      const start = after === null ? (page - 1) * 2 : Number(after);
      const next = start + 2 < THINGS.length ? String(start + 2) : null;
      const headers = next === null ? {} : { Link: `</v1/by-link?at=${next}>; rel="next"` };
      return Response.json({ items: THINGS.slice(start, start + 2), next }, { headers });
    });
    expect(await all(methodOf(client, id).items())).toEqual(THINGS);
  });

  test('but not on another server', async () => {
    const headers = { Link: '<https://evil.example/>; rel=next' };
    const { client, requests } = policiesClient({}, () =>
      Response.json({ items: [] }, { headers }),
    );
    const walk = all(methodOf(client, 'listByLink').pages());
    await expect(walk).rejects.toMatchObject({ code: 'url-unusable' });
    expect(requests).toHaveLength(1);
  });
});

test('a batch holds as many items as are taken, and each has a result of its own', async () => {
  const { client, requests } = policiesClient();
  const items = [...THINGS, { name: 'x'.repeat(60) }];
  const sent = await methodOf(client, 'addThings').inBatches(items);
  expect(sent.map(({ result, error }) => result?.status ?? error?.message)).toEqual([
    ...THINGS.map(() => 200),
    'addThings takes 50 bytes at #/batch/5, and there are 71',
  ]);
  const lengths = await Promise.all(
    requests.map(async (it) => (await it.text()).split('name').length - 1),
  );
  expect(lengths).toEqual([4, 1]);
});

test('a body that is too large is not sent', async () => {
  const { client, requests } = policiesClient();
  const call = methodOf(
    client,
    'addThings',
  )({ body: { batch: [{ name: 'a' }, { name: 'x'.repeat(60) }] } });
  await expect(call).rejects.toMatchObject({ code: 'body-too-large', at: '#/batch/1', limit: 50 });
  expect(requests).toHaveLength(0);
});

test('calls that need a session share one login, and get another one once when it is refused', async () => {
  let logins = 0;
  const { client } = policiesClient({ login: { body: { user: 'ann' } } }, (request) => {
    if (request.url.endsWith('/login')) {
      logins += 1;
      return Response.json({ ok: true }, { headers: { 'Set-Cookie': `sid=s${logins}; Path=/` } });
    }
    const isFirst = request.headers.get('cookie') === 'sid=s1' && logins < 2;
    return Response.json({ name: 'me' }, { status: isFirst ? 401 : 200 });
  });
  const me = methodOf(client, 'readMe');
  expect(await Promise.all([me(), me(), me()])).toMatchObject([
    { status: 200 },
    { status: 200 },
    { status: 200 },
  ]);
  expect(logins).toBe(2);
});

test('a credential that may only read sends no write', async () => {
  const { client } = policiesClient({ access: 'read' });
  await expect(methodOf(client, 'addThing')({ body: { name: 'x' } })).rejects.toMatchObject({
    code: 'access-refused',
  });
});

test('a dry run sends nothing and shows no secret', async () => {
  const { client, requests } = policiesClient();
  const { curl, request } = await methodOf(client, 'addThing').dryRun({ body: { name: "it's" } });
  expect(curl).toContain(`--data-binary '{"name":"it'\\''s"}'`);
  expect(curl).toContain('x-key: [redacted]');
  expect(request.headers.get('x-key')).toBe('s3cret');
  expect(requests).toHaveLength(0);
});
