import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { govern, RunStopped } from '../../../scripts/contract/wire/govern.ts';
import type { WireRequest } from '../../../scripts/wire/exchange.ts';

const REQUEST: WireRequest = {
  method: 'GET',
  url: 'http://127.0.0.1:1/',
  headers: [],
  body: undefined,
};
const SIZE = 1_000_000;

test('keeps none of the answers of a run that can be stopped', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const { signal } = new AbortController();
  const send = govern(
    (request) => {
      const headers = [['content-type', 'text/plain']] as const;
      return Promise.resolve({
        request,
        // Text that shares nothing with that of another answer.
        response: { status: 200, headers, body: Buffer.alloc(SIZE, 'a').toString('latin1') },
      });
    },
    { patience: 1, signal },
  );
  const sendMany = async (count: number) => {
    for (let sent = 0; sent < count; sent += 1) await send(REQUEST);
    collect();
    return process.memoryUsage().heapUsed;
  };
  const before = await sendMany(10);
  expect((await sendMany(200)) - before).toBeLessThan(20 * SIZE);
});

test('gives up whatever is under way when the run is stopped, and sends nothing after', async () => {
  const stop = new AbortController();
  let sent = 0;
  const send = govern(
    () => {
      sent += 1;
      return new Promise<never>(() => undefined);
    },
    { patience: 1, signal: stop.signal },
  );
  const waiting = [send(REQUEST), send(REQUEST)];
  stop.abort(new RunStopped('enough'));
  for (const each of waiting) await expect(each).rejects.toThrow('enough');
  await expect(send(REQUEST)).rejects.toThrow('enough');
  expect(sent).toBe(2);
});

test('passes on what could not be sent', async () => {
  const { signal } = new AbortController();
  const send = govern(() => Promise.reject(new Error('no wire')), { patience: 1, signal });
  await expect(send(REQUEST)).rejects.toThrow('no wire');
});
