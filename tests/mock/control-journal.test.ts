import { expect, test } from 'vitest';
import type { EntryDetail } from '../../scripts/mock/control/entry-view.ts';
import { createJournal, type Journal } from '../../scripts/mock/control/journal.ts';
import { startControlled } from './controlled.ts';
import { DESCRIPTION, FREE, loadPets, loadText } from './pets.ts';

const pets = await loadPets();

test('no secret gets out, wherever it came in', async () => {
  const { mock, ask } = await startControlled([pets], { withBodies: true });
  const keeper = Buffer.from('keeper:secret').toString('base64');
  await mock.send('GET', '/search?q=a&key=pets_query&%6Bey=guessed', {
    headers: {
      authorization: `Basic ${keeper}`,
      cookie: 'session=pets_cookie; theme=dark',
      'x-key': 'pets_header',
      'x-trace': 'holds pets_pro inside',
      'x-other-token': 'unheard-of',
      'proxy-authorization': 'very-private',
    },
  });
  await mock.send('POST', '/pets_team/pets_free?a=b', {
    headers: FREE,
    body: { note: 'pets_other', password: 'hidden-one' },
  });
  await mock.send('POST', '/pets', {
    headers: FREE,
    body: { name: 'Rex', password: 'hidden-two', note: 'pets_token' },
  });
  await mock.send('POST', '/pets', {
    headers: { ...FREE, 'content-type': 'application/json' },
    body: '{"password": "hidden-three", "name": ',
  });
  await mock.send('POST', '/pets', {
    headers: { ...FREE, 'content-type': 'application/x-www-form-urlencoded' },
    body: 'name=Rex&secret=hidden-four',
  });
  const paths = ['', '/1', '/2', '/3', '/4', '/5'];
  const told = await Promise.all(paths.map((path) => ask('GET', `/requests${path}`)));
  const text = JSON.stringify(told);
  for (const secret of [
    /pets_(query|cookie|header|pro|free|team|other|token)/,
    /hidden-/,
    /guessed|unheard-of|very-private/,
    keeper,
  ]) {
    expect(text).not.toMatch(secret);
  }
  expect(text).toContain('q=a&key=[redacted]');
  expect(text).toContain('Basic [redacted]');
  expect(text).toContain('session=[redacted]; theme=[redacted]');
});

test('an issued cookie keeps its attributes and loses its value', async () => {
  const api = await loadText(
    DESCRIPTION.replace(
      "'204': {description: Imported.}",
      "'204': {description: Imported., headers: {Set-Cookie: {schema: {type: string}, example: 'sid=abcdef; Path=/; HttpOnly'}}}",
    ),
  );
  const { mock, ask } = await startControlled([api]);
  await mock.send('POST', '/pets/import', { headers: { authorization: 'Bearer kiln_bearer' } });
  expect((await ask('GET', '/requests/1')).json).toMatchObject({
    status: 204,
    response: { headers: { 'set-cookie': 'sid=[redacted]; Path=/; HttpOnly' } },
  });
});

const compact = (text: string | null) => text?.replaceAll(/\s/g, '') ?? null;

test.each([
  [false, null, null],
  [true, '{"name":"Rex"}', '{"id":3,"name":"Rex"}'],
])('bodies are kept only when asked for: %j', async (withBodies, sent, received) => {
  const { mock, ask } = await startControlled([pets], { withBodies });
  await mock.send('POST', '/pets', { headers: FREE, body: { name: 'Rex' } });
  const { request, response } = (await ask('GET', '/requests/1')).json as EntryDetail;
  expect([compact(request.body), compact(response.body)]).toEqual([sent, received]);
});

function fill(journal: Journal, requests: number): void {
  const arrival = {
    method: 'GET',
    path: '/x',
    query: 'y'.repeat(1000),
    headers: {},
    address: '',
    defect: undefined,
  };
  for (let i = 0; i < requests; i += 1) {
    const watch = journal.watch({ ...arrival, readBytes: () => Promise.resolve(Buffer.alloc(0)) });
    watch.end({
      answer: { status: 200, headers: {}, body: undefined },
      ending: undefined,
      refusal: undefined,
    });
  }
}

const still = { clock: { now: () => 0 }, stopwatch: () => 0 };

test('the journal is bounded in bytes', () => {
  const journal = createJournal({ ...still, maxBytes: 10_000 });
  fill(journal, 50);
  expect(journal.list().map(({ id }) => id)).toEqual([50, 49, 48]);
});

test('the journal keeps the last requests, and counts on when it was cleared', () => {
  const journal = createJournal({ ...still, maxEntries: 3 });
  fill(journal, 5);
  expect(journal.list().map(({ id }) => id)).toEqual([5, 4, 3]);
  expect([2, 3, 5, 6].map((id) => journal.find(id)?.id)).toEqual([undefined, 3, 5, undefined]);
  journal.clear();
  expect(journal.list()).toEqual([]);
  fill(journal, 2);
  expect(journal.list().map(({ id }) => id)).toEqual([7, 6]);
});
