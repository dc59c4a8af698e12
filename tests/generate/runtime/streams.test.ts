import { setTimeout as wait } from 'node:timers/promises';
import { array, assert, asyncProperty, constantFrom, nat, tuple } from 'fast-check';
import { EventSource, type MessageEvent } from 'undici';
import { describe, expect, test } from 'vitest';
import type { ServerEvent } from '../../../scripts/generate/runtime/streams.ts';
import { all, methodOf, policiesClient } from '../policies.ts';
import { serve } from '../serve.ts';

const EVENTS = 'text/event-stream';
const LINES = 'application/x-ndjson';
const RECORDS = 'application/json-seq';

/** What a client reads of a body that comes in these pieces. */
async function read(contentType: string, pieces: readonly (string | Uint8Array)[]) {
  const octets = pieces.map((it) => (typeof it === 'string' ? new TextEncoder().encode(it) : it));
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of octets) controller.enqueue(piece);
      controller.close();
    },
  });
  const { client } = policiesClient(
    {},
    () => new Response(body, { headers: { 'Content-Type': contentType } }),
  );
  const result = await methodOf(client, 'watch')();
  return await all(result.body as AsyncIterable<unknown>);
}

const plain = (data: string) => ({ event: 'message', data, id: undefined, retry: undefined });

/** What stands in a stream, and the events that it has. */
const EVENT_STREAMS = [
  ['lines of data are joined', 'data: a\ndata: b\n\n', [plain('a\nb')]],
  ['one space after the colon is none of it', 'data:a\n\ndata:  b\n\n', [plain('a'), plain(' b')]],
  ['a field without a colon is empty', 'data\n\ndata\ndata\n\n', [plain(''), plain('\n')]],
  ['comments and unknown fields say nothing', ': hi\nfoo: bar\ndata: a\n\n', [plain('a')]],
  ['an event without data is none', 'event: a\n\ndata: b\n\n', [plain('b')]],
  ['what has no blank line is not complete', 'data: a\n\ndata: b\n', [plain('a')]],
  ['lines end with returns', 'data: a\r\rdata: b\r\r', [plain('a'), plain('b')]],
  ['lines end with both', 'data: a\r\n\r\ndata: b\r\n\r\n', [plain('a'), plain('b')]],
  ['a byte order mark is none of it', '\u{FEFF}data: a\n\n', [plain('a')]],
  [
    'the id stays, the time to wait too, and the name does not',
    'id: 7\nretry: 20\nevent: x\ndata: a\n\ndata: b\n\nid\ndata: c\n\n',
    [
      { event: 'x', data: 'a', id: '7', retry: 20 },
      { event: 'message', data: 'b', id: '7', retry: 20 },
      { event: 'message', data: 'c', id: '', retry: 20 },
    ],
  ],
  [
    'an id with NUL and a time that is none are left out',
    'id: a\0\nretry: 1s\ndata: a\n\n',
    [plain('a')],
  ],
] as const;

describe('events are read as the HTML Standard says', () => {
  test.for(EVENT_STREAMS)('%s', async ([, text, events]) => {
    expect(await read(EVENTS, [text])).toEqual(events);
    // The same in the smallest pieces: a character of several octets, and both ends of a line, are parted.
    const octets = [...new TextEncoder().encode(text)].map((it) => Uint8Array.of(it));
    expect(await read(EVENTS, octets)).toEqual(events);
  });

  test('wherever the pieces end', async () => {
    const end = constantFrom('\n', '\r', '\r\n');
    const line = tuple(constantFrom('data: a', 'data', 'id: ü', ': x', '', ''), end);
    const cuts = array(nat(60), { maxLength: 6 });
    await assert(
      asyncProperty(array(line, { maxLength: 12 }), cuts, async (lines, at) => {
        const octets = new TextEncoder().encode(lines.flat().join(''));
        const ends = [0, ...at.toSorted((left, right) => left - right), octets.length];
        const pieces = ends.slice(1).map((to, index) => octets.slice(ends[index], to));
        expect(await read(EVENTS, pieces)).toEqual(await read(EVENTS, [octets]));
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});

describe('events are those that the EventSource of undici sees', () => {
  test.for(EVENT_STREAMS)('%s', async ([, text]) => {
    await using server = await serve((_request, response) => {
      response.writeHead(200, { 'Content-Type': EVENTS });
      response.end(text);
    });
    const source = new EventSource(server.url);
    const seen: unknown[] = [];
    const tell = (event: Event) => {
      const { type, data, lastEventId } = event as MessageEvent;
      seen.push([type, data, lastEventId]);
    };
    source.addEventListener('message', tell);
    source.addEventListener('x', tell);
    await new Promise((resolve) => source.addEventListener('error', resolve, { once: true }));
    source.close();
    const own = (await read(EVENTS, [text])) as readonly ServerEvent[];
    expect(own.map(({ event, data, id = '' }) => [event, data, id])).toEqual(seen);
  });
});

describe('values come one after the other', () => {
  test.for([
    ['a line each', LINES, '{"a":1}\n[2]\r\n\n"drei"\n4', [{ a: 1 }, [2], 'drei', 4]],
    ['a record each', RECORDS, '\x1E{"a":\n1}\n\x1E[2]\x1E"3"\n\x1E4\n', [{ a: 1 }, [2], '3', 4]],
  ] as const)('%s', async ([, type, text, values]) => {
    const octets = [...new TextEncoder().encode(text)].map((it) => Uint8Array.of(it));
    expect(await read(type, [text])).toEqual(values);
    expect(await read(type, octets)).toEqual(values);
  });

  test.for([
    ['a line', LINES, '{"a":1}\n{"b":'],
    ['a record', RECORDS, '\x1E{"a":1}\n\x1E[2'],
    ['a number that may be longer', RECORDS, '\x1E1\n\x1E12'],
  ] as const)('%s that is cut is told', async ([, type, text]) => {
    await expect(read(type, [text])).rejects.toMatchObject({
      name: 'ClientError',
      code: 'body-cut',
    });
  });

  test('a large one in many pieces takes no time squared', async () => {
    const piece = 'x'.repeat(1000);
    const pieces = ['"', ...Array.from({ length: 20_000 }, () => piece), '"\n'];
    const began = performance.now();
    const [value] = await read(LINES, pieces);
    expect(value).toHaveLength(20_000_000);
    expect(performance.now() - began).toBeLessThan(3_000);
  });
});

describe('over real sockets', () => {
  test('each is there before the next one is sent', async () => {
    let next: (() => void) | undefined;
    await using server = await serve((_request, response) => {
      response.writeHead(200, { 'Content-Type': EVENTS });
      let count = 0;
      next = () => response.write(`data: ${(count += 1)}\n\n`);
      next();
    });
    const { client } = policiesClient({ baseUrl: server.url, fetch: undefined, timeout: 60 });
    const { body } = await methodOf(client, 'watch')();
    const seen: unknown[] = [];
    for await (const event of body as AsyncIterable<object>) {
      seen.push(event);
      if (seen.length === 3) break;
      // It lives longer than an attempt may take.
      await wait(50);
      next?.();
    }
    expect(seen).toMatchObject([{ data: '1' }, { data: '2' }, { data: '3' }]);
  });

  test('who stops reading ends the connection', async () => {
    const closed = Promise.withResolvers<string>();
    await using server = await serve((_request, response) => {
      response.on('close', () => closed.resolve('closed'));
      response.writeHead(200, { 'Content-Type': LINES });
      response.write('1\n');
    });
    const { client } = policiesClient({ baseUrl: server.url, fetch: undefined });
    const { body } = await methodOf(client, 'watch')();
    for await (const value of body as AsyncIterable<unknown>) {
      expect(value).toBe(1);
      break;
    }
    expect(await closed.promise).toBe('closed');
  });

  test('a connection that is lost is told, and so is a caller who gives up', async () => {
    await using server = await serve((_request, response) => {
      response.writeHead(200, { 'Content-Type': EVENTS });
      response.write('data: a\n\n');
      setTimeout(() => response.destroy(), 30);
    });
    const { client } = policiesClient({ baseUrl: server.url, fetch: undefined });
    const lost = await methodOf(client, 'watch')();
    await expect(all(lost.body as AsyncIterable<unknown>)).rejects.toMatchObject({
      name: 'ClientError',
      code: 'body-cut',
    });
    const controller = new AbortController();
    const given = await methodOf(client, 'watch')({ signal: controller.signal });
    controller.abort('enough');
    await expect(all(given.body as AsyncIterable<unknown>)).rejects.toMatchObject({
      code: 'aborted',
      cause: 'enough',
    });
  });
});
