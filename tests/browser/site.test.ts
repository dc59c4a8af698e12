import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { loadApis } from '../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../scripts/cli/io.ts';
import { CLAIM_STATUSES } from '../../scripts/model/evidence.ts';
import { operationHash, pageOf } from '../../scripts/docs/deep-links.ts';
import { renderSite } from '../../scripts/docs/docs.ts';
import { readLibraries } from '../docs/orchard.ts';
import { useChromium } from './chromium.ts';
import { findLowContrast } from './contrast.ts';
import { writeSite, type Published } from './publish.ts';
import { visit } from './visit.ts';

// A loaded machine takes its time over a page that draws itself.
vi.setConfig({ testTimeout: 120_000 });

const apis = await loadApis(nodeIo, []);
const { isMissing, browser } = useChromium();

const STATUS = new RegExp(CLAIM_STATUSES.join('|'), 'i');

describe.skipIf(isMissing)('the site of all descriptions', () => {
  let published: Published | undefined;
  beforeAll(async () => {
    published = await writeSite(renderSite(apis, readLibraries()));
  });
  afterAll(() => published?.unpublish());

  const visitPage = (path: string, act: (page: Page) => Promise<void>, options = {}) =>
    visit(browser(), `${published?.address}/${path}`, act, options);

  test.each(apis.map((api) => [api.name, api] as const))(
    'shows each operation and webhook of %s at its deep link, with evidence',
    async (_, api) => {
      const unrest = await visitPage(pageOf(api), async (page) => {
        for (const operation of [...api.operations, ...api.webhooks]) {
          const hash = operationHash(api, operation);
          await page.goto(`${published?.address}/${pageOf(api, hash)}`);
          await expect
            .poll(() => headingInView(page, hash.slice(2)), { timeout: 20_000, message: hash })
            .toContain(operation.summary);
          // The badge beside it is that of the least certain claim.
          expect(await headingInView(page, hash.slice(2))).toMatch(STATUS);
        }
      });
      expect(unrest).toEqual([]);
    },
  );

  test('leads from the comparison to an operation', async () => {
    const unrest = await visitPage('index.html', async (page) => {
      await page.getByRole('link', { name: /^Compare all/ }).click();
      await page.getByRole('heading', { name: /APIs compared$/ }).waitFor();
      const link = page.locator('.matrix a[href*="#/"]').first();
      const id = await link.textContent();
      const [operation] = apis.flatMap(({ operations }) => operations.filter((it) => it.id === id));
      await link.click();
      await page
        .getByRole('heading', { name: operation?.summary ?? '' })
        .first()
        .waitFor();
    });
    expect(unrest).toEqual([]);
  });

  test.each(['index.html', 'compare.html'])('fits a phone: %s', async (path) => {
    const viewport = { width: 390, height: 844 };
    const unrest = await visitPage(
      path,
      async (page) => {
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
      },
      { viewport },
    );
    expect(unrest).toEqual([]);
  });

  test.each(['light', 'dark'] as const)(
    'compares with enough contrast: %s',
    async (colorScheme) => {
      const unrest = await visitPage(
        'compare.html',
        async (page) => expect(await findLowContrast(page)).toEqual([]),
        { colorScheme },
      );
      expect(unrest).toEqual([]);
    },
  );
});

/** The heading of the section of that id, once it shows. */
async function headingInView(page: Page, id: string): Promise<string> {
  const heading = page.locator(`[id="${id}"] :is(h1, h2, h3)`).first();
  if ((await heading.count()) === 0) return '';
  const box = await heading.boundingBox();
  const height = page.viewportSize()?.height ?? 0;
  return box && box.y >= 0 && box.y < height ? await heading.innerText() : '';
}
