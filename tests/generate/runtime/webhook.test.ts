import { describe, expect, test } from 'vitest';
import { loadApis } from '../../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../../scripts/cli/io.ts';
import { receive, type WebhookHandler } from '../../../scripts/generate/runtime/webhook.ts';
import { toContract } from '../../../scripts/generate/to-contract.ts';
import { createMock } from '../../../scripts/mock/mock.ts';
import { credentialsOf } from '../../../scripts/wire/credentials.ts';
import type { webhooks as ClayBaseWebhooks } from '../../../generated/clay-base/types.d.ts';
import type { PayloadOf } from '../../../scripts/generate/runtime/webhook.ts';
import { firstCall } from '../../../scripts/generate/example-call.ts';
import { clientOf, methodOf, POLICIES } from '../policies.ts';

const CONTRACT = POLICIES.webhooks?.['thingAdded'] ?? { method: 'none', accept: 0 };
const URL_OF_HOOK = 'https://me.example/hook';

/** What is answered to a webhook. */
async function answerOf(
  handle: WebhookHandler<unknown>,
  body: RequestInit['body'] = '{"name":"a"}',
  method = 'POST',
  contract = CONTRACT,
) {
  const init: RequestInit = method === 'GET' ? {} : { method, body: body ?? null, duplex: 'half' };
  return await receive(contract, handle)(new Request(URL_OF_HOOK, init));
}

describe('a webhook', () => {
  test('is accepted where the handler says nothing, and brings its payload, as it came', async () => {
    const seen: unknown[] = [];
    const text = '{"name": "ä", "id": 12345678901234567890}';
    const answer = await answerOf(({ payload, raw, headers }) => {
      seen.push(payload, new TextDecoder().decode(raw), headers.get('content-type'));
    }, text);
    expect([answer.status, await answer.text()]).toEqual([204, '']);
    // The second one is what a signature is made of.
    expect(seen).toEqual([JSON.parse(text), text, 'text/plain;charset=UTF-8']);
  });

  test('is stopped with the documented status and the reason', async () => {
    const answer = await answerOf(() => Promise.resolve({ veto: 'not that one' }));
    expect([answer.status, await answer.json()]).toEqual([409, { error: 'not that one' }]);
  });

  test('that asks nothing cannot be stopped: its sender is told of a failure', async () => {
    const contract = { method: 'post', accept: 200 };
    const answer = await answerOf(() => ({ veto: 'no' }), '{}', 'POST', contract);
    expect(answer.status).toBe(500);
  });

  test('that a handler fails at is stopped, and says nothing of why', async () => {
    const answer = await answerOf(() => {
      throw new Error('password is hunter2');
    });
    expect([answer.status, await answer.text()]).toEqual([500, '{"error":"the handler failed"}']);
  });

  test.for([
    ['no JSON', 'name=a'],
    ['nothing', ''],
    ['no UTF-8', Uint8Array.of(0x22, 0xff, 0x22)],
  ] as const)('that brings %s is refused, and no handler is asked', async ([, body]) => {
    const answer = await answerOf(() => expect.unreachable(), body);
    expect(answer.status).toBe(400);
  });

  test('that breaks off is refused, and throws nothing', async () => {
    const body = new ReadableStream({
      pull: (controller) => controller.error(new TypeError('terminated')),
    });
    expect((await answerOf(() => expect.unreachable(), body)).status).toBe(400);
  });

  test('comes by its method alone', async () => {
    const answer = await answerOf(() => expect.unreachable(), null, 'GET');
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
  });
});

test('the mock reads the verdict of a handler as an API would', async () => {
  const [api] = await loadApis(nodeIo, ['clay-base']);
  if (!api) throw new Error('there is no clay-base');
  const contract = toContract(api).webhooks?.['recordInsert'];
  if (!contract) throw new Error('clay-base has no recordInsert');
  const payloads: Payload[] = [];
  const handler = receive<Payload>(contract, ({ payload }) => {
    payloads.push(payload);
    return payloads.length === 1 ? undefined : { veto: 'not today' };
  });
  const mock = await createMock([api], {
    clock: { now: Date.now },
    limits: true,
    webhooks: [{ name: 'recordInsert', url: URL_OF_HOOK }],
    async deliver({ url, method, body }) {
      const { status } = await handler(new Request(url, { method: method.toUpperCase(), body }));
      return status;
    },
  });
  const secret = credentialsOf(api).find(({ access }) => access === 'write');
  const fetch = async (request: Request) => {
    const { statusCode, headers, body } = await mock.inject({
      method: 'POST',
      url: `${mock.mounts[0]?.basePath}${new URL(request.url).pathname.slice('/v1'.length)}`,
      headers: Object.fromEntries(request.headers),
      payload: await request.text(),
    });
    return new Response(body, {
      status: statusCode,
      headers: { 'Content-Type': `${headers['content-type']}` },
    });
  };
  const client = clientOf(toContract(api), {
    fetch,
    auth: { [secret?.scheme ?? '']: secret?.value },
  });
  const operations = api.operations.filter(({ id }) => id === 'createRecords');
  const input = firstCall({ ...api, operations })?.input;
  const create = methodOf(client, 'createRecords');
  expect((await create(input)).ok).toBe(true);
  expect((await create(input)).ok).toBe(false);
  expect(payloads).toHaveLength(2);
  await mock.close();
});

type Payload = PayloadOf<ClayBaseWebhooks['recordInsert']>;
