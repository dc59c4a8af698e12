import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { loadApis } from '../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../scripts/cli/io.ts';
import { renderSite } from '../../scripts/docs/docs.ts';
import { twinPaths } from '../../scripts/docs/twins/twin-paths.ts';
import { readLibraries } from '../docs/orchard.ts';
import { useChromium } from './chromium.ts';
import { serveSite, type Published } from './publish.ts';
import { visit } from './visit.ts';

vi.setConfig({ testTimeout: 120_000 });

const apis = await loadApis(nodeIo, []);
const { isMissing, browser } = useChromium();
const PHONE = { javaScriptEnabled: false, viewport: { width: 390, height: 844 } };

describe.skipIf(isMissing)('the pages of single operations, without scripts on a phone', () => {
  let published: Published | undefined;
  beforeAll(async () => {
    published = await serveSite(renderSite(apis, readLibraries()));
  });
  afterAll(() => published?.unpublish());

  test.each(apis.map((api) => [api.name, api] as const))(
    'each operation and webhook of %s has one of its own, which the reference leads to',
    async (_, api) => {
      const titles: string[] = [];
      const address = (path: string) => `${published?.address}/${api.name}/${path}`;
      const unrest = await visit(
        browser(),
        address('index.html'),
        async (page) => {
          const linked = await linksOf(page);
          for (const [operation, file] of twinPaths(api)) {
            const { id, summary = id, method, path } = operation;
            expect([...linked]).toContain(address(`${file}.html`));
            await page.goto(address(`${file}.html`));
            expect(await page.locator('h1').innerText()).toBe(summary);
            const text = await page.getByRole('main').innerText();
            expect(text).toContain(method.toUpperCase());
            expect(text).toContain(api.webhooks.includes(operation) ? id : path);
            expect([id, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([
              id,
              390,
            ]);
            titles.push(await page.title());
            const words = await (await page.request.get(address(`${file}.md`))).text();
            expect(words.startsWith(`# ${summary}\n`)).toBe(true);
          }
        },
        PHONE,
      );
      expect(unrest).toEqual([]);
      expect(titles).toHaveLength(api.operations.length + api.webhooks.length);
      expect(new Set(titles).size).toBe(titles.length);
    },
  );
});

/** Where the links of a page lead, without what follows a number sign. */
async function linksOf(page: Page): Promise<ReadonlySet<string>> {
  const found = await page
    .locator('a[href]')
    .evaluateAll((all) => all.map((it) => (it as unknown as { href: string }).href));
  return new Set(found.map((it) => it.split('#')[0] ?? ''));
}
