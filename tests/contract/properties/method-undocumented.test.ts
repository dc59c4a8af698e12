import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { runCheck } from '../../../scripts/contract/contract.ts';
import { methodUndocumented } from '../../../scripts/contract/properties/method-undocumented.ts';
import { NO_PROFILES } from '../../../scripts/contract/wire/profiles.ts';
import { createSender } from '../../../scripts/contract/wire/send.ts';
import { describeOperation } from '../../values/describe-body.ts';

const { send, close } = createSender({ timeout: 2000, largest: 1e6 });
afterAll(close);

/** What is found where PUT of words of one letter or digit goes to a handler, and all else is answered 404. */
async function tryOn(handled: number, schema: object) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const isHandled = request.method === 'PUT' && /^\/things\/\w$/.test(request.url ?? '');
    response.writeHead(isHandled ? handled : 404).end();
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const target = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const parameters = [{ name: 'name', in: 'path', required: true, schema: { ...schema } }];
  const { api, operation } = await describeOperation({ parameters }, '/things/{name}', {}, 'get');
  const targets = new Map(api.servers.map(({ url }) => [url, target]));
  const fixed = { api, targets, profiles: NO_PROFILES, seed: 1, runs: 5, writes: true };
  const options = { ...fixed, send, now: () => Date.now(), passTime: undefined };
  const result = await runCheck(options, operation, methodUndocumented);
  server.close();
  return { found: result.violations.map(({ message }) => message), asked };
}

test('a method that fails behind a plain word only is found out', async () => {
  const { found } = await tryOn(500, { type: 'string' });
  expect(found).toEqual(['the undocumented method PUT is answered 500, not 4xx']);
});

test('who refuses it by any word is not blamed, and a number is asked for once', async () => {
  const refusing = await tryOn(405, { type: 'string' });
  expect(refusing.found).toEqual([]);
  expect(refusing.asked).toContain('PUT /things/0');
  const { asked } = await tryOn(405, { type: 'integer', minimum: 12 });
  expect(asked).toHaveLength(1);
});
