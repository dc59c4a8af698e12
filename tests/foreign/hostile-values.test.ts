import type { AddressInfo } from 'node:net';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import { afterAll, expect, test } from 'vitest';
import { runCheck } from '../../scripts/contract/contract.ts';
import { inputHostile } from '../../scripts/contract/properties/input-hostile.ts';
import { NO_PROFILES } from '../../scripts/contract/wire/profiles.ts';
import { createSender } from '../../scripts/contract/wire/send.ts';
import { describeOperation } from '../values/describe-body.ts';

const { send, close } = createSender({ timeout: 5000, largest: 1e6 });
afterAll(close);

/** What is found in an application of Express, whose own parsers and router read every request. */
async function tryOn(application: Express) {
  const server = application.listen(0, '127.0.0.1');
  await new Promise((resolve) => void server.once('listening', resolve));
  const target = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const properties = { name: { type: 'string' }, size: { type: 'integer' } };
  const { api, operation } = await describeOperation(
    {
      parameters: [
        { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
        { name: 'tag', in: 'query', schema: { type: 'string' } },
        { name: 'limit', in: 'query', schema: { type: 'integer' } },
      ],
      requestBody: { content: { 'application/json': { schema: { type: 'object', properties } } } },
    },
    '/things/{id}',
  );
  const { violations } = await runCheck(
    {
      api,
      targets: new Map(api.servers.map(({ url }) => [url, target])),
      profiles: NO_PROFILES,
      seed: 1,
      runs: 30,
      writes: true,
      send,
      now: () => Date.now(),
    },
    operation,
    inputHostile,
  );
  server.close();
  return violations.map(({ message }) => message);
}

/** An application that reads JSON. */
function reading(): Express {
  const application = express();
  application.use(express.json());
  return application;
}

test('an application of Express that takes whatever comes is accused of nothing', async () => {
  const application = reading();
  application.post('/things/:id', (request, response) => {
    response.json({ id: request.params.id, query: request.query, size: typeof request.body });
  });
  expect(await tryOn(application)).toEqual([]);
});

test('one that counts on integers of 64 bits fails on the first that is larger', async () => {
  const application = reading();
  application.post('/things/:id', (request, response) => {
    const { limit: text } = request.query;
    const limit = BigInt(typeof text === 'string' ? text : 0);
    if (BigInt.asIntN(64, limit) !== limit) throw new RangeError('bigint out of range');
    response.json({});
  });
  application.use((_: unknown, __: Request, response: Response, ___: NextFunction) => {
    response.status(500).end();
  });
  const [message, ...others] = await tryOn(application);
  expect(message).toMatch(/^a request with numbers that 64 bits do not hold is answered 500$/);
  expect(others).toEqual([]);
});

test('one that answers with what it was sent fails where that is nested too deep to write', async () => {
  const application = reading();
  application.post('/things/:id', (request, response) => {
    response.json({ body: request.body as unknown });
  });
  expect(await tryOn(application)).toEqual([
    'a request with a body nested 20,000 deep is answered 500',
  ]);
});
