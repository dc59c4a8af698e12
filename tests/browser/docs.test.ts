import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { renderSite } from '../../scripts/docs/docs.ts';
import { loadOrchard, readLibraries } from '../docs/orchard.ts';
import { useChromium } from './chromium.ts';
import { findLowContrast } from './contrast.ts';
import { serveSite, writeSite, type Published } from './publish.ts';
import { visit } from './visit.ts';

// A loaded machine takes its time over a page that draws itself.
vi.setConfig({ testTimeout: 120_000 });

const api = await loadOrchard();
const site = renderSite([api], readLibraries());

const { isMissing, browser } = useChromium();

describe.skipIf(isMissing).each([
  ['served', serveSite],
  ['opened as files', writeSite],
])('a site %s', (_, publish) => {
  let published: Published | undefined;
  beforeAll(async () => {
    published = await publish(site);
  });
  afterAll(() => published?.unpublish());

  test('leads from the landing page to the reference and back', async () => {
    const unrest = await visit(browser(), `${published?.address}/index.html`, async (page) => {
      await page.getByRole('link', { name: 'Open reference of Orchard API' }).click();
      await page.getByRole('heading', { name: 'Orchard API (2.1.0)' }).waitFor();
      await page.getByRole('link', { name: 'All APIs' }).click();
      await page.getByRole('heading', { name: 'API reference' }).waitFor();
    });
    expect(unrest).toEqual([]);
  });

  test('shows every operation at its deep link, with evidence and a sample', async () => {
    const links = api.operations.map(({ id, tags: [tag], summary = id }) => {
      return { hash: `#/${tag}/${id}`.toLowerCase(), summary };
    });
    const unrest = await visit(
      browser(),
      `${published?.address}/orchard/index.html#/trees/planttree`,
      async (page) => {
        const main = page.getByRole('main');
        await main.getByText('credential: 10 on free, 100 on team').waitFor();
        await main.getByText('The guide answers 201 and the help centre 200.').waitFor();
        await main.getByText('curl "https://api.orchard.example/v2/trees"').waitFor();
        for (const { hash, summary } of links) {
          await page.goto(`${published?.address}/orchard/index.html${hash}`);
          await expect.poll(() => isInView(page, summary), { timeout: 20_000 }).toBe(true);
        }
      },
    );
    expect(unrest).toEqual([]);
  });
});

describe.skipIf(isMissing)('a reader', () => {
  const PAGES = ['index.html', 'orchard/index.html#/trees/replacetree'];
  let published: Published | undefined;
  beforeAll(async () => {
    published = await writeSite(site);
  });
  afterAll(() => published?.unpublish());

  test('finds operations and evidence, and no markup in the results', async () => {
    const unrest = await visit(
      browser(),
      `${published?.address}/orchard/index.html`,
      async (page) => {
        await page.getByRole('button', { name: 'Search' }).click();
        const hits = page.getByRole('option');
        await page.keyboard.type('oldest first');
        await hits.filter({ hasText: 'List trees' }).waitFor();
        await page.keyboard.press('ControlOrMeta+A');
        await page.keyboard.type('two species');
        await hits.filter({ hasText: 'Two species exist' }).first().waitFor();
        expect((await hits.allTextContents()).join('')).not.toContain('<');
        await page.keyboard.press('ControlOrMeta+A');
        await page.keyboard.type('listtrees');
        await page.keyboard.press('Enter');
        await page.getByRole('heading', { name: 'List trees' }).waitFor();
      },
    );
    expect(unrest).toEqual([]);
  });

  test('with a keyboard skips the menu and stays at the operation', async () => {
    const url = `${published?.address}/orchard/index.html#/trees/replacetree`;
    const unrest = await visit(browser(), url, async (page) => {
      await page.getByRole('heading', { name: 'Replace a tree' }).waitFor();
      await page.keyboard.press('Tab');
      expect(await isInView(page, 'Replace a tree')).toBe(true);
      await page.keyboard.press('Enter');
      expect(await page.locator(':focus').textContent()).toBe('Replace a tree');
      expect(await isInView(page, 'Replace a tree')).toBe(true);
      expect(page.url()).toBe(url);
    });
    expect(unrest).toEqual([]);
  });

  test.each(PAGES)('with a phone need not scroll sideways: %s', async (path) => {
    const viewport = { width: 390, height: 844 };
    const unrest = await visit(
      browser(),
      `${published?.address}/${path}`,
      async (page) => {
        await page.locator('main h2').first().waitFor({ timeout: 90_000 });
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
      },
      { viewport },
    );
    expect(unrest).toEqual([]);
  });

  test.each(PAGES.flatMap((path) => [[path, 'light'] as const, [path, 'dark'] as const]))(
    'finds enough contrast: %s, %s',
    async (path, colorScheme) => {
      const unrest = await visit(
        browser(),
        `${published?.address}/${path}`,
        async (page) => {
          await page.locator('main h2').first().waitFor({ timeout: 90_000 });
          // All at once: a click takes the words away by which the others are found.
          await page
            .getByText('Expand all')
            .evaluateAll((folded) =>
              folded.forEach((it) => (it as unknown as { click: () => void }).click()),
            );
          expect(await findLowContrast(page)).toEqual([]);
        },
        { colorScheme },
      );
      expect(unrest).toEqual([]);
    },
  );
});

/** Whether a heading shows below the site's bar. */
async function isInView(page: Page, name: string): Promise<boolean> {
  const heading = await page
    .getByRole('heading', { name })
    .first()
    .boundingBox({ timeout: 20_000 });
  const bar = await page.locator('.site-header').boundingBox();
  const bottom = page.viewportSize()?.height ?? 0;
  return heading !== null && heading.y >= (bar?.height ?? 0) && heading.y < bottom;
}
