import { describe, expect, test, vi } from 'vitest';
import { findWithAxe } from './axe.ts';
import { useChromium } from './chromium.ts';
import { useControlPage } from './control-stand.ts';

vi.setConfig({ testTimeout: 60_000 });

const { isMissing, browser } = useChromium();

describe.skipIf(isMissing)('the control page without a script, and of one request', () => {
  const { origin, address, send, drain, visit } = useControlPage(browser);

  test('without JavaScript it shows requests, clock and limits, and filters them', async () => {
    await drain(6);
    await fetch(`${origin()}/birds/v1/public`);
    const context = await browser().newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    await page.goto(address());
    await page.getByText('0 of 5 left, renews in').waitFor();
    await page.getByText('2026-01-01 00:00:00').first().waitFor();
    expect(await page.locator('tbody a').count()).toBe(7);
    await page.getByLabel('Status').selectOption('429');
    await page.getByRole('button', { name: 'Show' }).click();
    expect(new URL(page.url()).search).toBe('?api=&status=429');
    expect(await page.locator('tbody a').allTextContents()).toEqual(['GET /pets/v1/pets']);
    expect(await page.locator('#board').isVisible()).toBe(false);
    await page.getByRole('link', { name: 'requests' }).click();
    expect(await page.locator('body').textContent()).toContain('"requests":[');
    await context.close();
  });

  test('a request is copied as curl without its secret, and sent again with it', async () => {
    await visit(
      async (page) => {
        await send('/pets/v1/pets?limit=2');
        await page.getByRole('button', { name: '200 GET /pets/v1/pets' }).click();
        const sheet = page.getByRole('dialog');
        await sheet.getByRole('button', { name: 'Copy as curl' }).click();
        await page.getByText('The curl line is in the clipboard.').waitFor();
        const curl = await page.evaluate<string>('navigator.clipboard.readText()');
        expect(curl).toContain(`curl -i -X GET '${origin()}/pets/v1/pets?limit=2' -H `);
        expect(curl).toContain(`-H 'authorization: Bearer '"$KILN_SECRET"`);
        await sheet.getByRole('button', { name: 'Send again' }).click();
        await page.getByText('2 requests, 0 refused').waitFor();
        await page.getByRole('dialog').getByText('200 served').waitFor();
      },
      { permissions: ['clipboard-read', 'clipboard-write'] },
    );
  });

  test('what is filtered stands in the address', async () => {
    await visit(async (page) => {
      await drain(1);
      await page.getByText('1 request, 0 refused').waitFor();
      await page.getByLabel('Ended').selectOption('4XX');
      expect(await page.evaluate('location.hash')).toBe('#?ended=4XX');
      await page.reload();
      await page.getByText('No request matches the filter.').waitFor();
    });
  });

  test.each([390, 1400])('axe finds nothing in it at %i, light and dark', async (width) => {
    await drain(6);
    for (const colorScheme of ['light', 'dark'] as const) {
      await visit(
        async (page) => {
          await page.getByText('0 of 5 left').waitFor();
          expect(await findWithAxe(page)).toEqual([]);
          await page.getByRole('button', { name: '429' }).click();
          await page.getByRole('dialog').waitFor();
          expect(await findWithAxe(page)).toEqual([]);
        },
        { colorScheme, viewport: { width, height: 900 }, bypassCSP: true },
      );
    }
  });
});
