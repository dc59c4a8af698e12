import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createControllableClock } from '../../scripts/base/clock.ts';
import { loadApis } from '../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../scripts/cli/io.ts';
import { generateClients } from '../../scripts/generate/generate.ts';
import { parseManifest } from '../../scripts/generate/manifest.ts';
import { createMock, type Mock } from '../../scripts/mock/mock.ts';
import { credentialsOf } from '../../scripts/wire/credentials.ts';
import { packageSources } from '../generate/package-sources.ts';
import { loadCase } from '../generate/pets.ts';
import { submissionOf } from '../generate/submission.ts';
import { useChromium, witness } from './chromium.ts';
import { serveSite, type Published } from './publish.ts';

const FETCH = readFileSync(fileURLToPath(import.meta.resolve('openapi-fetch')), 'utf8');
const GENERATED = resolve(import.meta.dirname, '../../generated');
const NAMES = ['clayva', 'claravine', 'clay-base', 'clay-com'];
const HOOK = 'https://hook.example/';

/** A page with the clients of our descriptions; what it does is in its steps, each named after what it shows. */
const PAGE = `<!doctype html><title>clients</title><link rel="icon" href="data:,">
<script type="importmap">{ "imports": { "openapi-fetch": "./openapi-fetch.js" } }</script>
<script type="module">
  import { createClayvaClient } from './clayva/client.js';
  import { createClaravineClient } from './claravine/client.js';
  import { createClayBaseClient, receiveClayBaseWebhook } from './clay-base/client.js';
  import { createClayComClient } from './clay-com/client.js';
  import { createBodiesClient } from './bodies/client.js';
  window.steps = {
    async session({ at }) {
      const login = { body: { email: 'ada@example.com', password: 'example-password', source: null } };
      const client = createClayComClient({ baseUrl: at['clay-com'], login, credentials: 'include' });
      const statuses = [(await client.listWorkspaces()).status];
      await window.advance(86_401_000);
      statuses.push((await client.listWorkspaces()).status);
      return { statuses, cookie: document.cookie };
    },
    async batch({ at, secrets }) {
      const auth = { bearerAuth: secrets.clayva.bearerAuth };
      const client = createClayvaClient({ baseUrl: at.clayva, auth });
      const items = Array.from({ length: 2_500 }, (_, index) => ({ event: 'Opened', userId: 'u' + index }));
      const sent = await client.trackEventBatch.inBatches(items);
      return [sent.length, sent.filter(({ result }) => result?.ok).length, sent[2_499].item.userId];
    },
    async badDay({ at, secrets }) {
      const told = [];
      const auth = { bearerAuth: secrets.clayva.bearerAuth };
      const onRetry = ({ cause }) => told.push(cause);
      const client = createClayvaClient({ baseUrl: at.clayva, auth, onRetry });
      const { status } = await client.trackEvent({ body: { event: 'Opened', userId: 'u1' } });
      return [status, (await client.listWorkspaces()).status, told];
    },
    async work({ at, secrets, input }) {
      const client = createClaravineClient({ baseUrl: at.claravine, auth: secrets.claravine });
      const onState = () => window.advance(60_000);
      const ended = await client.createTransaction.submitAndWait(input, { interval: 20, onState });
      return [ended.ok, ended.state];
    },
    async pages({ at, secrets }) {
      const client = createClayBaseClient({ baseUrl: at['clay-base'], auth: secrets['clay-base'] });
      const path = { baseId: '2041' };
      const values = Array.from({ length: 70 }, (_, index) => ({ name: 'n' + index }));
      const made = await client.createRecords({ path, body: { table: 'people', values } });
      const body = { table: 'people', config: { limit: 30 } };
      const counts = [];
      for await (const page of client.findRecords.pages({ path, body })) counts.push(page.body.result.length);
      const names = [];
      for await (const { name } of client.findRecords.items({ path, body })) names.push(name);
      return [made.status, counts.length, names.filter((name) => /^n\\d+$/.test(name)).length];
    },
    async veto({ at, secrets }) {
      window.handler = receiveClayBaseWebhook('recordInsert', ({ payload }) => {
        window.asked = payload;
        return { veto: 'not today' };
      });
      const client = createClayBaseClient({ baseUrl: at['clay-base'], auth: secrets['clay-base'] });
      const body = { table: 'people', values: { name: 'Ada' } };
      const { ok } = await client.createRecords({ path: { baseId: '2041' }, body });
      window.handler = undefined;
      return [ok, JSON.stringify(window.asked).includes('Ada')];
    },
    async upload({ at }) {
      const client = createBodiesClient({ baseUrl: at.bodies });
      const files = [new File(['abc'], 'x.gif', { type: 'image/gif' }), new Blob([new Uint8Array(100_000)])];
      return (await client.sendParts({ body: { csv: 'a;b', files } })).status;
    },
  };
</script>`;

const chromium = useChromium();

describe.skipIf(chromium.isMissing)('clients in a page of another origin than their mocks', () => {
  const clock = createControllableClock({ now: nodeIo.now });
  let [site, mock, page]: [Published?, Mock?, Page?] = [];
  let given: object = {};
  const answered: string[] = [];

  beforeAll(async () => {
    const apis = await loadApis(nodeIo, NAMES);
    const bodies = await loadCase('bodies');
    mock = await createMock([...apis, bodies], {
      clock,
      limits: true,
      onRequest: ({ api, operation, status }) => {
        if (operation !== undefined) answered.push(`${api} ${operation} ${status}`);
      },
      webhooks: [{ name: 'recordInsert', url: HOOK }],
      deliver: async ({ method, body }) =>
        await ready(page).evaluate(
          async ([url, verb, text]) => {
            const { handler } = globalThis as unknown as {
              readonly handler?: (request: Request) => Promise<Response>;
            };
            const request = new Request(url, { method: verb.toUpperCase(), body: text });
            return handler ? (await handler(request)).status : 200;
          },
          [HOOK, method, body] as const,
        ),
    });
    const origin = await mock.listen({ host: '127.0.0.1', port: 0 });
    const at = Object.fromEntries(
      mock.mounts.toReversed().map(({ api, basePath }) => [api, `${origin}${basePath}`]),
    );
    const secrets = Object.fromEntries(
      apis.map((api) => [
        api.name,
        Object.fromEntries(
          credentialsOf(api)
            .filter(({ access }) => access === 'write')
            .toReversed()
            .map(({ scheme, value }) => [scheme, value]),
        ),
      ]),
    );
    const claravine = apis.find(({ name }) => name === 'claravine');
    given = { at, secrets, input: claravine && submissionOf(claravine) };
    const parts = {
      ...packageSources(),
      bundles: [],
      recorded: parseManifest(undefined),
      bundler: 'none',
    };
    const made = await generateClients([bodies], parts);
    site = await serveSite([
      ...filesOf(),
      ...made.filter(({ path }) => path.startsWith('bodies/')),
      ...made.filter(({ path }) => path.startsWith('runtime/')),
      { path: 'index.html', text: PAGE },
      { path: 'openapi-fetch.js', text: FETCH },
    ]);
    const context = await chromium.browser().newContext();
    witness(context);
    page = await context.newPage();
    await page.exposeFunction('advance', (milliseconds: number) => clock.advance(milliseconds));
    await page.goto(`${site.address}/index.html`);
    await page.waitForFunction('window.steps');
  }, 60_000);

  afterAll(async () => {
    await page?.context().close();
    await site?.unpublish();
    await mock?.close();
  });

  const step = (name: string) =>
    ready(page).evaluate(
      async ([own, it]) => {
        const { steps } = globalThis as unknown as {
          readonly steps: Readonly<Record<string, (given: object) => Promise<unknown>>>;
        };
        return await steps[own]?.(it);
      },
      [name, given] as const,
    );

  test.for([
    ['batch', 'sends 2,500 events', [2_500, 2_500, 'u2499']],
    ['work', 'waits until a submission is complete', [true, 'Complete']],
    ['pages', 'walks the pages of a list', [200, 3, 70]],
    ['veto', 'stops what a webhook asks for', [false, true]],
    ['upload', 'sends files', 204],
  ] as const)('%s: %s', { timeout: 30_000 }, async ([name, , seen]) => {
    expect(await step(name)).toEqual(seen);
  });

  test('session: logs in, and again when that has ended', { timeout: 30_000 }, async () => {
    // The page of another origin cannot see the cookie that the browser sends for it.
    expect(await step('session')).toEqual({ statuses: [200, 200], cookie: '' });
    const opened = ['listWorkspaces 401', 'login 200', 'listWorkspaces 200'];
    expect(answered.filter((it) => it.startsWith('clay-com'))).toEqual(
      [...opened, ...opened].map((it) => `clay-com ${it}`),
    );
  });

  test('badDay: survives a 429 and a 503', { timeout: 30_000 }, async () => {
    const refused = { track: false, list: false };
    const headers = {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Expose-Headers': 'Retry-After',
      'Retry-After': '1',
    };
    await ready(page).route(/\/events\/track$|\/workspaces$/, async (route) => {
      const kind = route.request().url().endsWith('track') ? 'track' : 'list';
      if (refused[kind] || route.request().method() === 'OPTIONS') return await route.continue();
      refused[kind] = true;
      await route.fulfill({ status: kind === 'track' ? 429 : 503, headers, json: {} });
    });
    expect(await step('badDay')).toEqual([200, 200, [429, 503]]);
  });
});

function ready(page: Page | undefined): Page {
  if (!page) throw new Error('no page is open');
  return page;
}

/** The committed clients, without those that are not visited. */
function filesOf() {
  return readdirSync(GENERATED, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.js') && NAMES.includes(path.split('/')[0] ?? ''))
    .map((path) => ({ path, text: readFileSync(resolve(GENERATED, path), 'utf8') }));
}
