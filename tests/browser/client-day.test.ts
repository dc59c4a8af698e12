import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { generateClients } from '../../scripts/generate/generate.ts';
import { parseManifest } from '../../scripts/generate/manifest.ts';
import { packageSources } from '../generate/package-sources.ts';
import { loadCase } from '../generate/pets.ts';
import { useChromium } from './chromium.ts';
import {
  callOnce,
  listPatiently,
  listTwice,
  receive,
  submit,
  trackMany,
  upload,
  vetoRecord,
  walkPages,
} from './client-scenes.ts';
import { committedModules, serveMock, siteOf, type Stand } from './client-stand.ts';
import { serveSite, type Published } from './publish.ts';
import { visit } from './visit.ts';

const PATIENCE = { timeout: 60_000 };
const DAY = 86_400_000;

const chromium = useChromium();

describe.skipIf(chromium.isMissing)('a page of another origin', () => {
  let site: Published;
  const stands: Stand[] = [];

  /** Serves a mock for one test. */
  const serve: typeof serveMock = async (...given) => {
    const stand = await serveMock(...given);
    stands.push(stand);
    return stand;
  };

  /** Opens the page, and tells what it asked of others and reported. */
  const open = (act: (page: Page) => Promise<void>) =>
    visit(chromium.browser(), `${site.address}/index.html`, async (page) => {
      await page.waitForFunction('window.load');
      await act(page);
    });

  beforeAll(async () => {
    const parts = {
      ...packageSources(),
      bundles: [],
      recorded: parseManifest(undefined),
      bundler: 'none',
    };
    const files = await generateClients([await loadCase('bodies')], parts);
    const uploads = files.filter(({ path }) => path.endsWith('.js'));
    site = await serveSite(
      siteOf([
        ...committedModules(),
        ...uploads.map(({ path, text }) => ({ path: `uploads/${path}`, text })),
      ]),
    );
  }, 120_000);

  afterAll(async () => {
    await site.unpublish();
    for (const { mock } of stands) await mock.close();
  });

  test('logs in once for all calls, and again when its session ends', PATIENCE, async () => {
    const stand = await serve('specs/clay-com/openapi.yaml');
    const logins = () => stand.answered.filter((it) => it.startsWith('login'));
    await open(async (page) => {
      expect(await page.evaluate(listTwice, stand.base)).toEqual([200, 200]);
      expect(logins()).toEqual(['login 200']);
      expect(await page.evaluate(listTwice, stand.base)).toEqual([200, 200]);
      expect(stand.answered.slice(-2)).toEqual(['listWorkspaces 200', 'listWorkspaces 200']);
      stand.advance(DAY + 1000);
      expect(await page.evaluate(listTwice, stand.base)).toEqual([200, 200]);
      expect(logins()).toEqual(['login 200', 'login 200']);
    });
  });

  test('sends 2,500 events in as many requests as the API takes', PATIENCE, async () => {
    const stand = await serve('specs/clayva/openapi.yaml');
    const reported = await open(async (page) => {
      expect(await page.evaluate(trackMany, [stand.base, 2500] as const)).toEqual(
        Array.from({ length: 2500 }, (_, index) => `${index} Page Viewed ${index} 200 `),
      );
    });
    expect(stand.answered).toEqual(Array.from({ length: 3 }, () => 'trackEventBatch 200'));
    expect(reported).toEqual([]);
  });

  test('survives a 429 and waits as long as it is told', PATIENCE, async () => {
    const stand = await serve('specs/clayva/openapi.yaml', {}, ({ status }, { advance }) => {
      if (status === 429) advance(60_000);
    });
    // Another client of the same credential spends what there is.
    const headers = { authorization: 'Bearer kiln_clayva_free' };
    for (let times = 0; times < 5; times += 1) {
      const spent = await stand.mock.inject({ url: '/clayva/v1/workspaces', headers });
      expect(spent.statusCode).toBe(200);
    }
    await open(async (page) => {
      await page.clock.install();
      const calling = page.evaluate(listPatiently, stand.base);
      const state = { isOver: false };
      void calling.finally(() => (state.isOver = true));
      // The page's time passes only from when it is refused.
      await vi.waitUntil(
        async () => {
          if (stand.answered.length > 5) await page.clock.runFor(10_000);
          return state.isOver;
        },
        { timeout: 30_000, interval: 50 },
      );
      const { status, waits, longest } = await calling;
      expect([status, waits]).toEqual([200, [429]]);
      expect(longest).toBeGreaterThan(1_000);
      expect(longest).toBeLessThanOrEqual(60_000);
    });
    expect(stand.answered.slice(-2)).toEqual(['listWorkspaces 429', 'listWorkspaces 200']);
  });

  test('survives a 503 where a request may be sent twice, and nowhere else', PATIENCE, async () => {
    const stand = await serve('specs/clay-base/openapi.yaml');
    await open(async (page) => {
      let refusals = 0;
      // What stands before the API is away, once.
      const refuse = (route: Route) => {
        refusals += 1;
        const json = { success: false, message: 'away' };
        const headers = { 'access-control-allow-origin': site.address };
        return route.fulfill({ status: 503, json, headers });
      };
      await page.route(/find$/, refuse, { times: 1 });
      expect(await page.evaluate(callOnce, [stand.base, 'findRecords'] as const)).toBe(200);
      await page.route(/insert$/, refuse, { times: 1 });
      expect(await page.evaluate(callOnce, [stand.base, 'createRecords'] as const)).toBe(503);
      expect(refusals).toBe(2);
    });
    expect(stand.answered).toEqual(['findRecords 200']);
  });

  test('polls a submission to its end', PATIENCE, async () => {
    const stand = await serve('specs/claravine/openapi.yaml', {}, ({ operation }, { advance }) => {
      if (operation === 'getTransactionStatus') advance(1000);
    });
    await open(async (page) => {
      const [ok, states] = await page.evaluate(submit, stand.base);
      expect([ok, states.at(-1)]).toEqual([true, 'Complete']);
      expect(states.length).toBeGreaterThan(1);
    });
  });

  test('walks through the pages of a list', PATIENCE, async () => {
    const stand = await serve('specs/clay-base/openapi.yaml', { isStrict: true });
    const reported = await open(async (page) => {
      expect(await page.evaluate(walkPages, stand.base)).toEqual(
        [4, 3, 2, 1, 0].map((index) => `Article ${index}`),
      );
    });
    expect(stand.answered.filter((it) => it === 'findRecords 200')).toHaveLength(3);
    expect(reported).toEqual([]);
  });

  test('vetoes what a webhook asks for', PATIENCE, async () => {
    const url = 'https://hook.example/';
    let page: Page | undefined;
    const stand = await serve('specs/clay-base/openapi.yaml', {
      webhooks: [{ name: 'recordInsert', url }],
      deliver: async ({ method, body }) =>
        (await page?.evaluate(receive, [url, method, body] as const)) ?? 404,
    });
    await open(async (it) => {
      page = it;
      expect(await it.evaluate(vetoRecord, stand.base)).toEqual([
        false,
        expect.stringContaining('Ada'),
      ]);
    });
  });

  test('uploads files', PATIENCE, async () => {
    const stand = await serve(await loadCase('bodies'));
    await open(async (page) => {
      expect(await page.evaluate(upload, [stand.base, 300_000] as const)).toBe(204);
    });
    expect(stand.answered).toEqual(['sendParts 204']);
  });
});
