import { describe, expect, test } from 'vitest';
import { all, methodOf, policiesClient } from '../policies.ts';

const body = { name: 'a' };
const soon = { 'Retry-After': '0' };

/** Answers one after the other; the last one for ever. */
function inTurn(...answers: readonly (() => Response)[]): () => Response {
  let times = 0;
  return () => {
    const answer = answers[Math.min(times, answers.length - 1)];
    times += 1;
    return answer?.() ?? Response.error();
  };
}

const refused = (status: number) => () => Response.json({ error: 'no' }, { status, headers: soon });
const things = (...names: readonly string[]) => ({ items: names.map((name) => ({ name })) });
const made = () => Response.json(body, { status: 201 });

describe('a call is sent again', () => {
  test.for([
    ['a read, when the server is away', 'listByPage', 503, 2],
    ['a write that was refused for its number', 'addThing', 429, 2],
    ['no other write, which may have been done', 'addThing', 503, 1],
    ['a write that carries a key', 'startJob', 503, 2],
  ] as const)('%s', async ([, id, status, times]) => {
    const { client, requests } = policiesClient(
      {},
      inTurn(refused(status), id === 'listByPage' ? () => Response.json(things()) : made),
    );
    await methodOf(client, id)(id === 'addThing' ? { body } : {}).catch(() => undefined);
    expect(requests).toHaveLength(times);
    const keys = new Set(requests.map(({ headers }) => headers.get('idempotency-key')));
    expect([keys.size, keys.has(null)]).toEqual([1, id !== 'startJob']);
  });

  test('never when that is refused', async () => {
    const { client, requests } = policiesClient({ retries: 0 }, refused(429));
    expect(await methodOf(client, 'addThing')({ body })).toMatchObject({ status: 429 });
    expect(requests).toHaveLength(1);
  });
});

test('a quota lets no more through than it has', async () => {
  const { client, requests } = policiesClient({ plan: 'small', deadline: 1000 }, made);
  const call = methodOf(client, 'addThing');
  for (let times = 0; times < 3; times += 1) await call({ body });
  await expect(call({ body })).rejects.toMatchObject({ code: 'quota-spent' });
  expect(requests).toHaveLength(3);
});

test.for([
  ['a credential that may only read writes nothing', { access: 'read' }, body, 'access-refused'],
  ['a body is not sent that is too large', {}, { name: 'a'.repeat(60) }, 'body-too-large'],
] as const)('%s', async ([, options, sent, code]) => {
  const { client, requests } = policiesClient(options, made);
  await expect(methodOf(client, 'addThing')({ body: sent })).rejects.toMatchObject({ code });
  expect(requests).toEqual([]);
});

describe('a list is read to its end', () => {
  test.for([
    ['by pages', 'listByPage', ['', '?page=2']],
    ['by offsets', 'listByOffset', ['', '?skip=2']],
    ['by cursors', 'listByCursor', ['', '']],
    ['by links', 'listByLink', ['', '?at=2']],
  ] as const)('%s', async ([, id, searches]) => {
    const full = Response.json(
      { ...things('a', 'b'), next: 'c1' },
      { headers: id === 'listByLink' ? { Link: '<?at=2>; rel="next"' } : {} },
    );
    const last = () => Response.json({ ...things('c'), next: null });
    const { client, requests } = policiesClient(
      {},
      inTurn(() => full, last),
    );
    expect(await all(methodOf(client, id).items())).toEqual(things('a', 'b', 'c').items);
    expect(requests.map(({ url }) => new URL(url).search)).toEqual(searches);
    if (id !== 'listByCursor') return;
    expect(await requests[1]?.json()).toEqual({ paging: { after: 'c1' } });
  });
});

test('any number of items is sent, and each is told what became of it', async () => {
  const { client, requests } = policiesClient();
  const items = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => ({ name }));
  const large = { name: 'x'.repeat(50) };
  const sent = await methodOf(client, 'addThings').inBatches([...items, large]);
  expect(sent.map(({ result, error }) => result?.status ?? error?.name)).toEqual([
    ...items.map(() => 200),
    'TooLargeError',
  ]);
  const bodies = await Promise.all(requests.map(async (it) => (await it.json()) as object));
  expect(bodies).toEqual([{ batch: items.slice(0, 4) }, { batch: items.slice(4) }]);
});

test.for([
  ['done', true],
  ['broken', false],
] as const)('work is waited for until it is %s', async ([state, ok]) => {
  const { client } = policiesClient(
    {},
    inTurn(
      () => Response.json({ job: 'j' }, { status: 202 }),
      () => Response.json({ state: 'waiting' }),
      () => Response.json({ state }),
    ),
  );
  const ended = await methodOf(client, 'startJob').submitAndWait({}, { interval: 1 });
  expect(ended).toMatchObject({ ok, state });
});

test('a session is opened when it is needed, kept, and opened again when it is refused', async () => {
  let logins = 0;
  let valid = 'sid=s1';
  const { client, requests } = policiesClient({ login: { body: { user: 'ann' } } }, (request) => {
    if (new URL(request.url).pathname === '/v1/login') {
      logins += 1;
      return Response.json({ ok: true }, { headers: { 'Set-Cookie': `sid=s${logins}; Path=/` } });
    }
    return request.headers.get('cookie') === valid ? Response.json(body) : refused(401)();
  });
  const call = methodOf(client, 'readMe');
  const statuses = [(await call()).status, (await call()).status];
  // A session lives for a while before it is refused.
  await new Promise((resolve) => setTimeout(resolve, 5));
  valid = 'sid=s2';
  statuses.push((await call()).status);
  expect(statuses).toEqual([200, 200, 200]);
  expect(requests.map(({ url }) => new URL(url).pathname)).toEqual(
    ['login', 'me', 'me', 'me', 'login', 'me'].map((it) => `/v1/${it}`),
  );
});

test('events come one by one', async () => {
  const { client } = policiesClient(
    {},
    () =>
      new Response('data: a\n\nevent: b\ndata: c\n\n', {
        headers: { 'Content-Type': 'text/event-stream' },
      }),
  );
  const { body: events } = await methodOf(client, 'watch')();
  expect(await all(events as AsyncIterable<unknown>)).toMatchObject([
    { event: 'message', data: 'a' },
    { event: 'b', data: 'c' },
  ]);
});

test('hooks are told what goes on, and no credential', async () => {
  const lines: string[] = [];
  const told: unknown[] = [];
  const { client } = policiesClient(
    { log: (line) => lines.push(line), onRequest: (event) => told.push(event) },
    inTurn(refused(503), () => Response.json(things())),
  );
  await methodOf(client, 'listByPage')();
  expect(lines).toHaveLength(5);
  expect(told).toHaveLength(2);
  expect(JSON.stringify([lines, told])).not.toContain('s3cret');
});
