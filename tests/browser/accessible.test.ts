import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { renderSite } from '../../scripts/docs/docs.ts';
import { loadMill, loadOrchard, readLibraries } from '../docs/orchard.ts';
import { useChromium } from './chromium.ts';
import { serveSite, type Published } from './publish.ts';
import { visit } from './visit.ts';

vi.setConfig({ testTimeout: 240_000 });

const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const { isMissing, browser } = useChromium();
const apis = [await loadOrchard(), await loadMill()];

const PAGES = [
  'index.html',
  'compare.html',
  'orchard/index.html#/trees/replacetree',
  'orchard/operations/plantTree.html',
  'orchard/evidence.html',
  'orchard/all.html',
  'orchard/try.html',
  '404.html',
];
const VIEWS = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [390, 1400].map((width) => ({ colorScheme, width })),
);

describe.skipIf(isMissing)('every page of a site', () => {
  let published: Published | undefined;
  beforeAll(async () => {
    published = await serveSite(renderSite(apis, readLibraries()));
  });
  afterAll(() => published?.unpublish());

  test.each(VIEWS)(
    'has no serious finding of axe and does not scroll sideways: $colorScheme, $width px',
    async ({ colorScheme, width }) => {
      for (const path of PAGES) {
        const unrest = await visit(
          browser(),
          `${published?.address}/${path}`,
          async (page) => {
            await page.locator('main :is(h1, h2)').first().waitFor({ timeout: 90_000 });
            expect([path, ...(await findingsOf(page))]).toEqual([path]);
            expect([path, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([
              path,
              width,
            ]);
            await page.keyboard.press('Control+k');
            await page.getByRole('combobox', { name: 'Search all APIs' }).fill('tree');
            await page.locator('dialog [role="option"]').first().waitFor();
            expect([path, ...(await findingsOf(page, 'dialog'))]).toEqual([path]);
          },
          { colorScheme, viewport: { width, height: 900 } },
        );
        expect(unrest).toEqual([]);
      }
    },
  );

  test('keeps the colours that a reader has chosen on every page', async () => {
    const unrest = await visit(browser(), `${published?.address}/index.html`, async (page) => {
      const ground = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
      const light = await ground();
      await page.getByRole('button', { name: 'Dark colours' }).click();
      const dark = await ground();
      expect(dark).not.toBe(light);
      for (const path of PAGES) {
        await page.goto(`${published?.address}/${path}`);
        await page.locator('main :is(h1, h2)').first().waitFor({ timeout: 90_000 });
        expect([path, await ground()]).toEqual([path, dark]);
        const button = page.getByRole('button', { name: 'Dark colours' });
        expect(await button.getAttribute('aria-pressed')).toBe('true');
      }
    });
    expect(unrest).toEqual([]);
  });

  test('reads without scripts, operations in the reference included', async () => {
    const unrest = await visit(
      browser(),
      `${published?.address}/orchard/index.html`,
      async (page) => {
        for (const { summary = '' } of [
          ...(apis[0]?.operations ?? []),
          ...(apis[0]?.webhooks ?? []),
        ]) {
          expect(
            await page.getByRole('heading', { name: summary, exact: true }).first().isVisible(),
          ).toBe(true);
        }
        expect(await page.getByRole('button', { name: 'Search' }).count()).toBe(0);
        await page.getByRole('link', { name: 'Plant a tree' }).first().click();
        await page.getByRole('heading', { level: 1, name: 'Plant a tree' }).waitFor();
      },
      { javaScriptEnabled: false },
    );
    expect(unrest).toEqual([]);
  });

  test('prints every operation of the reference', async () => {
    const unrest = await visit(
      browser(),
      `${published?.address}/orchard/index.html`,
      async (page) => {
        await page.locator('main h2').first().waitFor({ timeout: 90_000 });
        await page.emulateMedia({ media: 'print' });
        for (const { summary = '' } of apis[0]?.operations ?? []) {
          const heading = page
            .locator('#static')
            .getByRole('heading', { name: summary, exact: true });
          expect(await heading.isVisible()).toBe(true);
        }
        expect(await page.locator('#reference').isVisible()).toBe(false);
      },
    );
    expect(unrest).toEqual([]);
  });

  test.each([
    ['#operation/plantTree', 'Plant a tree'],
    ['#tag/trees/operation/listTrees', 'List trees'],
    ['#section/Evidence', 'Evidence'],
  ])('answers the link %s of Redoc 2', async (hash, heading) => {
    const unrest = await visit(
      browser(),
      `${published?.address}/orchard/index.html${hash}`,
      async (page) => {
        const found = page.locator('main').getByRole('heading', { name: heading }).first();
        await found.waitFor({ timeout: 60_000 });
        await expect
          .poll(async () => (await found.boundingBox())?.y ?? -1)
          .toBeGreaterThanOrEqual(0);
      },
    );
    expect(unrest).toEqual([]);
  });

  test('leads from a permanent address to the operation', async () => {
    const unrest = await visit(
      browser(),
      `${published?.address}/go/fellTree.html`,
      async (page) => {
        await page.waitForURL(/orchard\/index\.html#\/trees\/felltree$/);
      },
    );
    expect(unrest).toEqual([]);
  });
});

/** What axe finds serious or critical against WCAG 2.1, A and AA, as lines that say where. */
async function findingsOf(page: Page, within = 'html'): Promise<string[]> {
  await page.evaluate(AXE);
  const options = JSON.stringify({
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
    resultTypes: ['violations'],
  });
  return await page.evaluate<string[]>(
    `axe.run(document.querySelector('${within}'), ${options}).then(({ violations }) => violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ html, any }) => id + ': ' + html.slice(0, 160) + ' ' + (any[0]?.message ?? ''))))`,
  );
}
