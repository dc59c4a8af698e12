import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../../scripts/cli/main.ts';
import { fakeIo } from '../fake-io.ts';
import { problemsOf } from '../type-problems.ts';
import { TRIPS, USE } from './trips.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const WRITTEN = '2026-03-01T10:00:00+02:00';
const AT = new Date(WRITTEN);
const SENT = AT.toISOString();

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

type Method = (input?: object) => Promise<Answer>;
type Http = Readonly<Record<string, (path: string, init?: object) => Promise<object>>>;

interface Client extends Readonly<Record<string, Method>> {
  readonly http: never;
}

interface Made {
  readonly createTripsClient: (options: object) => Client & { readonly http: unknown };
  readonly receiveTripsWebhook: (
    name: string,
    handle: (received: { readonly payload: unknown }) => void,
  ) => (request: Request) => Promise<Response>;
}

type Operation = (connection: unknown, input?: object) => Promise<Answer>;

interface Calls extends Readonly<Record<string, Operation>> {
  readonly connect: never;
}

const PROJECT = { 'trips.json': JSON.stringify(TRIPS), 'package.json': '{ "type": "module" }' };
const io = fakeIo(PROJECT, { isWhole: true });

let folder: string;
let made: Made;
let single: Made;
let calls: Calls & { readonly connect: unknown };

const OUT = ['generate', 'trips.json', '--out', 'clients'];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kiln-dates-'));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  await run([...OUT, '--dates'], io);
  await run(['generate', 'trips.json', '--single-file', 'trips.ts', '--dates'], io);
  for (const [path, text] of io.files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  made = (await import(join(folder, 'clients/trips/client.js'))) as Made;
  calls = (await import(join(folder, 'clients/trips/calls.js'))) as typeof calls;
  single = (await import(join(folder, 'trips.ts'))) as Made;
}, 120_000);

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A server that answers as its path says, and keeps what it was sent. */
function serverOf(answer: () => Response) {
  const sent: { readonly request: Request; readonly text: string }[] = [];
  const fetch = async (request: Request) => {
    sent.push({ request, text: await request.clone().text() });
    return answer();
  };
  return { sent, fetch };
}

const one = () => Response.json({ left: WRITTEN, note: WRITTEN, arrived: null }, { status: 201 });
const ONE = { left: AT, note: WRITTEN, arrived: null };

describe.each(['the package', 'the single file'])('dates in %s', (name) => {
  const clientOf = (fetch: unknown) =>
    (name === 'the package' ? made : single).createTripsClient({ fetch });

  test('are in successes, and in refusals', async () => {
    const client = clientOf(serverOf(one).fetch);
    expect(await client['addTrip']?.({ body: { left: AT } })).toMatchObject({ body: ONE });
    const refusing = clientOf(
      serverOf(() => Response.json({ until: WRITTEN }, { status: 422 })).fetch,
    );
    expect(await refusing['addTrip']?.({ body: { left: AT } })).toMatchObject({
      status: 422,
      body: { until: AT },
    });
  });

  test('are in what comes value by value', async () => {
    const lines = `{"left":"${WRITTEN}"}\n{"left":"soon"}\n`;
    const headers = { 'content-type': 'application/x-ndjson' };
    const { fetch, sent } = serverOf(() => new Response(lines, { headers }));
    const result = await clientOf(fetch)['watchTrips']?.({ path: { left: AT } });
    const seen: unknown[] = [];
    const values = (result?.body ?? []) as AsyncIterable<unknown>;
    for await (const it of values) seen.push(it);
    expect(seen).toEqual([{ left: AT }, { left: 'soon' }]);
    expect(decodeURIComponent(sent[0]?.request.url ?? '')).toBe(`https://trips.test/trips/${SENT}`);
  });

  test('are the texts that they were to openapi-fetch', async () => {
    const { fetch } = serverOf(() => Response.json([{ left: WRITTEN }]));
    const http = clientOf(fetch).http as Http;
    expect(await http['GET']?.('/trips')).toMatchObject({ data: [{ left: WRITTEN }] });
  });

  test('are sent as times, and texts as they are, wherever they stand', async () => {
    const { fetch, sent } = serverOf(() => Response.json([]));
    const client = clientOf(fetch);
    await client['listTrips']?.({ query: { since: AT }, header: { 'If-Modified-Since': AT } });
    await client['listTrips']?.({ query: { since: WRITTEN } });
    const [first, second] = sent.map(({ request }) => request);
    expect(new URL(first?.url ?? '').searchParams.get('since')).toBe(SENT);
    expect(first?.headers.get('if-modified-since')).toBe(SENT);
    expect(new URL(second?.url ?? '').searchParams.get('since')).toBe(WRITTEN);
  });

  test.each(['application/x-www-form-urlencoded', 'multipart/form-data', 'application/xml'])(
    'are in a body of %s',
    async (contentType) => {
      const { fetch, sent } = serverOf(() => new Response(null, { status: 204 }));
      await clientOf(fetch)['sendForm']?.({ contentType, body: { left: AT } });
      const read = decodeURIComponent(sent[0]?.text ?? '');
      expect(read).toContain(SENT);
    },
  );

  test('are in what webhooks bring', async () => {
    const { receiveTripsWebhook } = name === 'the package' ? made : single;
    const seen: unknown[] = [];
    const receive = receiveTripsWebhook('tripLeft', ({ payload }) => void seen.push(payload));
    const request = new Request('https://me.test/', {
      method: 'POST',
      body: JSON.stringify({ left: WRITTEN }),
    });
    expect((await receive(request)).status).toBe(204);
    expect(seen).toEqual([{ left: AT }]);
  });
});

test('the function of one operation has them too', async () => {
  const connect = calls.connect as (options: object) => unknown;
  const connection = connect({ fetch: serverOf(one).fetch });
  const result = await calls['addTrip']?.(connection, { body: { left: AT } });
  expect(result).toMatchObject({ body: ONE });
});

test('the types take and give them', { timeout: 120_000 }, () => {
  const place = join(folder, 'clients');
  expect(problemsOf(new Map([[join(place, 'use.ts'), USE]]), place)).toEqual([]);
});

test('it is a part of what is checked', async () => {
  expect(await run([...OUT, '--check'], io)).toBe(1);
  expect(await run([...OUT, '--dates', '--check'], io)).toBe(0);
});

test('the page of the package says so', () => {
  expect(io.files.get('clients/trips/README.md')).toContain('- A time is a `Date` where it comes');
});

test('without it, nothing of dates is in the package', async () => {
  const plain = fakeIo(PROJECT);
  expect(await run(OUT, plain)).toBe(0);
  const read = (path: string) => plain.files.get(`clients/trips/${path}`);
  expect(read('types.d.ts')).not.toContain('Date');
  expect(read('operations.js')).not.toContain('dateTimes');
  expect(read('client.js')).not.toContain('dating');
  expect(read('README.md')).not.toContain('Date');
});
