import { afterEach, expect, test } from 'vitest';
import { borrowLetterbox, lendLetterbox } from '../../scripts/cli/contract/letterbox-channel.ts';
import { openListener, type WebhookListener } from '../../scripts/cli/contract/webhook-listener.ts';
import { loadDescription } from '../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../scripts/cli/io.ts';
import { DEPOT } from './run-parcels.ts';

const depot = await loadDescription(nodeIo, DEPOT);
const open: WebhookListener[] = [];
afterEach(async () => {
  for (const it of open.splice(0)) await it.close();
});

async function listen(port = 0): Promise<WebhookListener> {
  const listener = await openListener([depot], port);
  open.push(listener);
  return listener;
}

async function put(url: string, body = '{"text":"A note."}'): Promise<number | string> {
  const sent = fetch(url, { method: 'PUT', headers: { 'x-event': 'note' }, body });
  return sent.then(
    ({ status }) => status,
    () => 'no answer',
  );
}

test('lets everything pass, by the status of the webhook, until it is told otherwise', async () => {
  const { origin, targets, answerWith } = await listen();
  expect(targets).toEqual([{ name: 'noteAdded', url: `${origin}/noteAdded` }]);
  const url = targets[0]?.url ?? '';
  expect([await put(url), await put(origin)]).toEqual([204, 204]);
  await answerWith(409);
  expect(await put(url)).toBe(409);
  await answerWith('silence');
  expect(await put(url)).toBe('no answer');
  await answerWith(undefined);
  expect(await put(url)).toBe(204);
});

test('keeps what came, whole, until it is taken', async () => {
  const { origin, empty } = await listen();
  await put(`${origin}/noteAdded?by=ada`, 'Zoë');
  await put(origin);
  const [named, nameless, ...others] = await empty();
  expect(named).toMatchObject({
    webhook: 'noteAdded',
    request: { method: 'PUT', url: `${origin}/noteAdded?by=ada`, body: 'Zoë' },
  });
  expect(named?.request.headers).toContainEqual(['x-event', 'note']);
  expect([nameless?.webhook, others]).toEqual(['', []]);
  expect(await empty()).toEqual([]);
});

test('does not read a letter without end', async () => {
  const { origin, empty } = await listen();
  expect(await put(origin, 'x'.repeat(16 * 1024 * 1024 + 1))).toBe('no answer');
  expect(await empty()).toEqual([]);
});

test('another thread can take letters and decide', async () => {
  const { origin, ...letterbox } = await listen();
  const lent = lendLetterbox(letterbox);
  const borrowed = borrowLetterbox(lent.channel);
  await borrowed.answerWith(409);
  expect(await put(`${origin}/noteAdded`)).toBe(409);
  expect((await borrowed.empty()).map(({ webhook }) => webhook)).toEqual(['noteAdded']);
  expect(await borrowed.empty()).toEqual([]);
  borrowed.close();
  lent.close();
});

test('says which port is taken', async () => {
  const { origin } = await listen();
  const taken = openListener([depot], Number(new URL(origin).port));
  await expect(taken).rejects.toMatchObject({
    code: 'port-in-use',
    hint: expect.stringContaining('--webhook-port') as unknown,
  });
});
