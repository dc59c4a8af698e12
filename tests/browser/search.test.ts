import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { loadApis } from '../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../scripts/cli/io.ts';
import { renderSite } from '../../scripts/docs/docs.ts';
import { readLibraries } from '../docs/orchard.ts';
import { useChromium } from './chromium.ts';
import { serveSite, type Published } from './publish.ts';
import { visit } from './visit.ts';

vi.setConfig({ testTimeout: 120_000 });

const apis = await loadApis(nodeIo, []);
const { isMissing, browser } = useChromium();

describe.skipIf(isMissing)('the search of a site of all descriptions', () => {
  let published: Published | undefined;
  beforeAll(async () => {
    published = await serveSite(renderSite(apis, readLibraries()));
  });
  afterAll(() => published?.unpublish());
  const visitPage = (path: string, act: (page: Page) => Promise<void>) =>
    visit(browser(), `${published?.address}/${path}`, act);

  test('finds every operation and webhook by its id and by its path, before all else', async () => {
    const unrest = await visitPage('compare.html', async (page) => {
      await openSearch(page);
      const asked = apis.flatMap((api) => [...api.operations, ...api.webhooks]);
      const missed: string[] = [];
      for (const { id, summary = id, path } of asked) {
        // Operations of several APIs may be called alike; all of them come first.
        const alike = asked.filter((it) => it.id === id).length;
        const byId = await search(page, id);
        if (!byId.slice(0, alike).some((hit) => hit.includes(summary))) missed.push(id);
        const [first = ''] = await search(page, path);
        if (!first.includes(path)) missed.push(path);
      }
      expect(missed).toEqual([]);
    });
    expect(unrest).toEqual([]);
  });

  test('puts what is called so before sections, operations before fields, and evidence last', async () => {
    const unrest = await visitPage('index.html', async (page) => {
      await openSearch(page);
      await search(page, 'workspace');
      const kinds = await page
        .locator('.hits .kind')
        .evaluateAll((all) => all.map((it) => it.textContent?.split(' · ')[0] ?? ''));
      const firstOf = (kind: string) => kinds.indexOf(kind);
      expect(firstOf('Operation')).toBe(0);
      expect(firstOf('Field')).toBeGreaterThan(kinds.lastIndexOf('Operation') - kinds.length);
      await search(page, 'rate limits');
      expect(await page.locator('.hits .kind').first().textContent()).toMatch(/^Section/);
      await search(page, 'documented');
      const last = await page.locator('.hits .kind').last().textContent();
      expect(last).toMatch(/^Evidence/);
    });
    expect(unrest).toEqual([]);
  });

  test('forgives a slip, and says when nothing is called so', async () => {
    const unrest = await visitPage('index.html', async (page) => {
      await openSearch(page);
      expect((await search(page, 'lisst workspaces'))[0]).toContain('List');
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.type('zzzzqqqq');
      await page.getByText('Nothing is called so.').waitFor();
      expect(await page.getByRole('option').count()).toBe(0);
    });
    expect(unrest).toEqual([]);
  });

  test.each([
    ['/', 'index.html'],
    ['Control+k', 'clayva/operations/getUser.html'],
    ['/', 'clayva/index.html'],
    ['Control+k', '404.html'],
  ])('opens by %s on %s, is walked by arrows, and gives the focus back', async (key, path) => {
    const unrest = await visitPage(path, async (page) => {
      const button = page.getByRole('button', { name: 'Search' });
      await button.focus();
      await page.keyboard.press(key);
      const input = page.getByRole('combobox', { name: 'Search all APIs' });
      await expect.poll(() => input.evaluate((it) => it.matches(':focus'))).toBe(true);
      await page.keyboard.type('user');
      await page.getByRole('option').nth(2).waitFor();
      const chosen = () => page.locator('[role="option"][aria-selected="true"]').getAttribute('id');
      expect(await chosen()).toBe('search-hit-0');
      await page.keyboard.press('ArrowDown');
      expect(await chosen()).toBe('search-hit-1');
      expect(await input.getAttribute('aria-activedescendant')).toBe('search-hit-1');
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('ArrowUp');
      expect(await chosen()).toBe(`search-hit-${(await page.getByRole('option').count()) - 1}`);
      await page.keyboard.press('Escape');
      expect(await page.getByRole('dialog').count()).toBe(0);
      expect(await button.evaluate((it) => it.matches(':focus'))).toBe(true);
    });
    expect(unrest).toEqual([]);
  });
});

async function openSearch(page: Page): Promise<void> {
  await page.keyboard.press('/');
  await page.getByRole('combobox', { name: 'Search all APIs' }).waitFor();
}

/** The texts of the results. */
async function search(page: Page, query: string): Promise<string[]> {
  await page.getByRole('combobox', { name: 'Search all APIs' }).fill(query);
  await page.getByRole('option').first().waitFor({ timeout: 5000 });
  return await page.getByRole('option').allInnerTexts();
}
