import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, expectTypeOf, test } from 'vitest';
import {
  createClayvaClient,
  type ClayvaClient,
  type ClayvaClientOptions,
} from '../../generated/clayva/client.js';
import {
  connect,
  dryRun,
  hooks,
  pacing,
  trackEvent,
  type Connection,
  type trackEventBatch,
} from '../../generated/clayva/calls.js';
import type { components } from '../../generated/clayva/types.d.ts';
import { problemsOf } from '../generate/type-problems.ts';

const PACKAGE = resolve(import.meta.dirname, '../../generated');

type Tracked = Awaited<ReturnType<ClayvaClient['trackEvent']>>;
type Event = components['schemas']['Event'];

function answer(): Promise<Response> {
  return Promise.resolve(Response.json({ success: true, data: { eventId: 'e1' } }));
}

/** Compiles only while each case knows its body. */
function summaryOf(result: Tracked): string {
  switch (result.status) {
    case 200:
      expectTypeOf(result.body.data).toEqualTypeOf<Event>();
      expectTypeOf(result.ok).toEqualTypeOf<true>();
      return `recorded ${result.body.data.eventId}`;
    case 429:
      expectTypeOf(result.ok).toEqualTypeOf<false>();
      // @ts-expect-error a refusal has no data
      return String(result.body.data);
    case 400:
    case 401:
    case 403:
    case 500:
      return result.body.error.code;
  }
}

test('the status of a result tells the type of its body', async () => {
  const client = createClayvaClient({ auth: { bearerAuth: 'key' }, fetch: answer });
  const result = await client.trackEvent({ body: { event: 'Opened' } });
  expect(summaryOf(result)).toBe('recorded e1');
});

test('only what is documented can be sent and expected', () => {
  expectTypeOf<404>().not.toExtend<Tracked['status']>();
  expectTypeOf<{ body: { event: string } }>().toExtend<Parameters<ClayvaClient['trackEvent']>[0]>();
  expectTypeOf<{ body: { event: number } }>().not.toExtend<
    Parameters<ClayvaClient['trackEvent']>[0]
  >();
  expectTypeOf<{ body?: never }>().not.toExtend<Parameters<ClayvaClient['trackEvent']>[0]>();
  expectTypeOf<{ path: { userId: string } }>().toExtend<Parameters<ClayvaClient['getUser']>[0]>();
  expectTypeOf<ClayvaClient['listWorkspaces']>().toBeCallableWith();
  expectTypeOf<{ auth: { bearerAuth: string | undefined } }>().toExtend<ClayvaClientOptions>();
  expectTypeOf<{ baseUrl: string }>().not.toExtend<ClayvaClientOptions>();
});

test('an operation by itself is called as its method, after the connection, and so is what it has beside itself', () => {
  type Method = ClayvaClient['trackEvent'];
  expectTypeOf<Parameters<typeof trackEvent>>().toEqualTypeOf<
    [connection: Connection, ...Parameters<Method>]
  >();
  expectTypeOf<ReturnType<typeof trackEvent>>().toEqualTypeOf<ReturnType<Method>>();
  expectTypeOf(dryRun<typeof trackEvent>).returns.toEqualTypeOf<ReturnType<Method['dryRun']>>();
  expectTypeOf<Parameters<(typeof trackEventBatch)['inBatches']>[0]>().toEqualTypeOf<Connection>();
});

test('a connection has the options of the policies that it uses, and no others', async () => {
  const lines: string[] = [];
  const log = (line: string) => void lines.push(line);
  const auth = { bearerAuth: 's3cret-key' };
  const told = connect({ auth, fetch: answer, log, plan: 'free' }, hooks, pacing);
  expect(await trackEvent(told, { body: { event: 'Opened' } })).toMatchObject({ status: 200 });
  expect(lines).toHaveLength(2);
  // @ts-expect-error nobody would be told
  connect({ auth, log });
  // @ts-expect-error nobody would wait
  connect({ auth, plan: 'free' }, hooks);
  const { curl } = await dryRun(trackEvent, told, { body: { event: 'Opened' } });
  expect(curl).toMatch(/\/events\/track' .*Bearer \[redacted\].*{"event":"Opened"}/);
});

test('the package works in plain Node, by its own name', async () => {
  const program = `
    import { createClayvaClient, ClientError } from 'kiln-clients/clayva';
    const fetch = async ({ method, url, headers }) =>
      Response.json({ success: true, data: { sent: [method, url, headers.get('authorization')] } });
    const client = createClayvaClient({ auth: { bearerAuth: async () => 'key' }, fetch });
    const result = await client.getUser({ path: { userId: 'user 1' } });
    const missing = await client.getUser({ path: {} }).catch((error) => error instanceof ClientError);
    console.log(JSON.stringify([result.body.data.sent, missing]));`;
  const argv = ['--input-type=module', '--eval', program];
  const { stdout } = await promisify(execFile)(process.execPath, argv, { cwd: PACKAGE });
  expect(JSON.parse(stdout)).toEqual([
    ['GET', 'https://api.clayva.com/v1/users/user%201', 'Bearer key'],
    true,
  ]);
});

test(
  'the samples of the pages and the declarations type-check strictly',
  { timeout: 120_000 },
  () => {
    const samples = new Map(
      readdirSync(PACKAGE, { recursive: true, encoding: 'utf8' })
        .filter((path) => path.endsWith('/README.md') && !path.includes('node_modules'))
        .flatMap((path) =>
          samplesOf(`${PACKAGE}/${path}`).map(
            (code, index) => [`${PACKAGE}/${path}-${index}.ts`, code] as const,
          ),
        ),
    );
    expect(samples.size).toBeGreaterThan(0);
    expect(problemsOf(samples, PACKAGE)).toEqual([]);
  },
);

function samplesOf(page: string): string[] {
  const samples = [...readFileSync(page, 'utf8').matchAll(/```ts\n(.*?)```/gs)];
  if (samples.length < 2) throw new Error(`${page} does not show both ways to call`);
  return samples.map(([, code = '']) => code);
}
