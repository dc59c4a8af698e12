import { expect, test } from 'vitest';
import { startControlled } from './controlled.ts';
import { FREE, loadPets } from './pets.ts';

const pets = await loadPets();

test('a request is sent again with its own secret, and shown without', async () => {
  const { mock, ask } = await startControlled([pets]);
  await mock.send('GET', '/pets?limit=2', { headers: FREE });
  const { json } = await ask('POST', '/requests/1/resend');
  expect(json).toEqual({ id: 2, status: 200 });
  const again = await ask('GET', '/requests/2');
  expect(again.json).toMatchObject({ status: 200, credential: 'free' });
  expect(JSON.stringify(again.json)).toContain(String.raw`authorization: Bearer '\"$KILN_SECRET\"`);
});

test('one whose body is not kept is not sent without it', async () => {
  const { mock, ask } = await startControlled([pets]);
  const headers = { ...FREE, 'content-type': 'application/json' };
  await mock.send('POST', '/pets', { headers, body: '{"name": "Rex"}' });
  const { status, json } = await ask('POST', '/requests/1/resend');
  expect([status, json]).toMatchObject([400, { detail: expect.stringContaining('--log-bodies') }]);
  expect((await ask('POST', '/requests/9/resend')).status).toBe(404);
});
