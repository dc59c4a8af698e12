import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { loadDescription } from '../../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../../scripts/cli/io.ts';
import type * as ClayBase from '../../../generated/clay-base/client.d.ts';
import { createMock } from '../../../scripts/mock/mock.ts';

// The client is JavaScript with types beside it: it is loaded as a user's program would.
const { createClayBaseClient, receiveClayBaseWebhook } = (await import(
  `${import.meta.dirname}/../../../generated/clay-base/client.js`
)) as typeof ClayBase;

test('a handler of the client stops what a server of HTTP is about to do', async () => {
  const told: unknown[] = [];
  const receive = receiveClayBaseWebhook('recordInsert', ({ payload, raw }) => {
    told.push(payload, raw.length > 0);
    return JSON.stringify(payload).includes('forbidden') ? { veto: 'not that one' } : undefined;
  });
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = 'GET', url = '/' } = request;
    const body = await buffer(request);
    const answered = await receive(new Request(`http://127.0.0.1${url}`, { method, body }));
    response.writeHead(answered.status, Object.fromEntries(answered.headers));
    response.end(await answered.text());
  };
  const receiver = createServer((request, response) => void answer(request, response));
  receiver.listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  const address = receiver.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const api = await loadDescription(nodeIo, 'specs/clay-base/openapi.yaml');
  const mock = await createMock([api], {
    clock: { now: () => Date.now() },
    limits: true,
    webhooks: [{ name: 'recordInsert', url: `http://127.0.0.1:${port}/hook` }],
  });
  try {
    const client = createClayBaseClient({
      baseUrl: `${await mock.listen({ host: '127.0.0.1', port: 0 })}/clay-base/v1`,
      auth: { accountToken: 'kiln_claybase_account' },
    });
    const insert = async (title: string) => {
      const body = { table: 'articles', values: { title } };
      return (await client.createRecords({ path: { baseId: 2041 }, body })).ok;
    };
    expect(await insert('welcome')).toBe(true);
    expect(await insert('forbidden')).toBe(false);
    expect(told).toHaveLength(4);
    const found = await client
      .findRecords({
        path: { baseId: 2041 },
        body: {
          table: 'articles',
          config: { where: { title: { $in: ['welcome', 'forbidden'] } } },
        },
      })
      .orThrow();
    expect(found.body.result.map(({ title }) => title)).toEqual(['welcome']);
  } finally {
    await mock.close();
    receiver.close();
  }
});
