import { expect, test } from 'vitest';
import { DESCRIPTION, FREE, loadPets, loadText, startMock } from './pets.ts';

test('does not start with a credential of no scheme', async () => {
  const api = await loadText(
    "openapi: 3.1.0\ninfo: {title: Bare, version: '1'}\npaths: {}",
    'credentials: [{id: lost, scheme: nowhere, value: x}]',
  );
  const message = 'pets/mock.yaml: "lost" has the scheme "nowhere"';
  await expect(startMock([api])).rejects.toMatchObject({ code: 'unknown-scheme', message });
});

test('serves every server, counting together', async () => {
  const mock = await startMock([await loadPets()]);
  await mock.send('GET', '/pets', { headers: FREE });
  const url = '/pets/sandbox.pets.example/v1/pets';
  const { statusCode, headers } = await mock.inject({ method: 'GET', url, headers: FREE });
  expect([statusCode, headers['x-ratelimit-remaining']]).toEqual([200, '3']);
});

test('takes the absolute form of a target, and leaves double slashes alone', async () => {
  const mock = await startMock([await loadPets()], { limits: false });
  const url = 'http://elsewhere.example/pets/v1/pets?limit=2';
  const absolute = await mock.inject({ method: 'GET', url, headers: FREE });
  expect(absolute.statusCode).toBe(200);
});

test.each([
  ['a schema that does not compile', 'maxLength: 5}}', "pattern: '['}}", 'schema'],
  ['an example that breaks its schema', 'id: 2, name: Tom', 'id: 2, name: 5', 'example'],
  ['an envelope that breaks its schema', 'message: Not JSON.', 'message: 4', 'example'],
  ['a policy without its response', '404, response: Refused', '404, response: R', 'x-errors'],
  ['a policy without its example', 'example: notFound', 'example: lost', 'x-errors'],
])('starts without %s, and names its line', async (_, written, changed, what) => {
  const api = await loadPets((text) => text.replace(written, changed));
  const line = DESCRIPTION.slice(0, DESCRIPTION.indexOf(written)).split('\n').length;
  expect(api.aside).toContainEqual(
    expect.objectContaining({ what, at: expect.objectContaining({ line }) }),
  );
  const mock = await startMock([api]);
  const answers = ['/pets/v1/pets', '/pets/v1/pets/none', '/pets/v1/nowhere'].map((url) =>
    mock.inject({ method: 'GET', url, headers: FREE }),
  );
  const statuses = (await Promise.all(answers)).map(({ statusCode }) => statusCode);
  expect(statuses.every((status) => status < 500)).toBe(true);
});

test('does not start where a quota has no figure', async () => {
  const api = await loadPets((text) => text.replace('x-rate-limit: writing', 'x-rate-limit: w'));
  const starting = startMock([api]);
  await expect(starting).rejects.toMatchObject({ code: 'no-quota' });
});

test('names the plans when one is not known', async () => {
  const starting = startMock([await loadPets()], { plan: 'prp' });
  await expect(starting).rejects.toMatchObject({
    code: 'unknown-plan',
    hint: 'Did you mean pro? The plans are: free, pro, team.',
  });
});

test('refuses two descriptions of one name', async () => {
  const starting = startMock([await loadPets(), await loadPets()]);
  await expect(starting).rejects.toMatchObject({ code: 'repeated-api' });
});

test('serves other descriptions from the next request on, and keeps what it has counted', async () => {
  const mock = await startMock([await loadPets()]);
  await mock.send('GET', '/pets', { headers: FREE });
  const renamed = await loadPets((text) => text.replace('  /public:', '  /open:'));
  mock.reload([renamed]);
  expect((await mock.send('GET', '/public')).status).toBe(404);
  expect((await mock.send('GET', '/open')).status).toBe(200);
  expect(await mock.standings()).toMatchObject([{ used: 1 }]);
  expect(() => mock.reload([renamed, renamed])).toThrow('Two descriptions are called "pets"');
  expect((await mock.send('GET', '/open')).status).toBe(200);
});
