import { request } from 'node:http';
import { describe, expect, test, vi } from 'vitest';
import { DESCRIPTION, FREE } from '../mock/pets.ts';
import { useChromium } from './chromium.ts';
import { findLowContrast } from './contrast.ts';
import { useControlPage } from './control-stand.ts';

vi.setConfig({ testTimeout: 20_000 });

const { isMissing, browser } = useChromium();

describe.skipIf(isMissing)('the control page', () => {
  const { origin, address, standings, send, drain, visit } = useControlPage(browser);

  test('shows where to send a request, and then each as it comes', async () => {
    await visit(async (page) => {
      await page.getByText(`${origin()}/pets/v1`, { exact: true }).waitFor();
      await send('/pets/v1/pets?key=pets_query');
      const row = page.getByRole('button', { name: '200 GET /pets/v1/pets' });
      await row.getByText('pets · listPets · as free').waitFor();
      await send('/pets/v1/nowhere');
      await page.getByText('2 requests, 1 refused').waitFor();
      expect(await page.locator('.row').allTextContents()).toEqual([
        expect.stringContaining('404'),
        expect.stringContaining('200'),
      ]);
    });
  });

  test('tells why a request was refused with 400', async () => {
    await visit(async (page) => {
      const headers = { ...FREE, 'content-type': 'application/json' };
      await send('/pets/v1/pets', { method: 'POST', headers, body: '{' });
      await page.getByRole('button', { name: '400 POST /pets/v1/pets' }).click();
      const sheet = page.getByRole('dialog', { name: 'POST /pets/v1/pets' });
      await sheet.getByText('The body is not valid JSON.').first().waitFor();
      await sheet.getByText('at parse').waitFor();
      await sheet.getByText('#/paths/~1pets/post/requestBody/content').waitFor();
      const line = DESCRIPTION.slice(0, DESCRIPTION.indexOf('  malformed:')).split('\n').length;
      await sheet.getByText(`pets/openapi.yaml:${line}`).waitFor();
      await sheet.getByText('Request', { exact: true }).click();
      await sheet.getByText('Bearer [redacted]').waitFor();
      expect(await sheet.locator('.steps .refused').textContent()).toContain('parse');
    });
  });

  test('tells why a request was refused with 429, and the clock renews the quota', async () => {
    await visit(async (page) => {
      await page.getByRole('button', { name: 'Freeze' }).click();
      await page.getByText('frozen').waitFor();
      await drain(6);
      await page.getByText('0 of 5 left').waitFor();
      await page.getByRole('button', { name: '429 GET /pets/v1/pets' }).click();
      const sheet = page.getByRole('dialog');
      await sheet.getByText('The quota of 5 requests is used up').first().waitFor();
      await sheet.getByText('#/x-rate-limits/quotas/reading/free').waitFor();
      await sheet.getByText('free: 5').waitFor();
      await sheet.getByRole('button', { name: 'Close' }).click();
      await page.getByRole('button', { name: '+ 60 s' }).click();
      await page.getByText('2026-01-01 00:01:00').waitFor();
      await page.getByText('Nobody has been counted').waitFor();
      await drain(1);
      await page.getByText('4 of 5 left').waitFor();
      await page.getByRole('button', { name: 'Back to real time' }).click();
      await page.getByText('running').waitFor();
      expect(await page.locator('#now').textContent()).toMatch(/^2026-01-01 00:00:0\d$/);
    });
  });

  test('a clock that was moved on can be stopped as well as set right', async () => {
    await visit(async (page) => {
      await page.getByRole('button', { name: '+ 60 s' }).click();
      await page.getByText('moved', { exact: true }).waitFor();
      await page.getByRole('button', { name: 'Back to real time' }).waitFor();
      await page.getByRole('button', { name: 'Freeze' }).focus();
      await page.keyboard.press('Enter');
      await page.getByText('frozen').waitFor();
      expect(await page.locator('#now').textContent()).toMatch(/^2026-01-01 00:01:0\d$/);
      expect(await page.locator(':focus').textContent()).toBe('Back to real time');
      await page.keyboard.press('Enter');
      await page.getByText('running').waitFor();
      expect(await page.locator(':focus').textContent()).toBe('Freeze');
      expect(await page.getByRole('button', { name: 'Back to real time' }).count()).toBe(0);
    });
  });

  test('filters by API and by ending, and forgets', async () => {
    await visit(async (page) => {
      await drain(2);
      await fetch(`${origin()}/birds/v1/public`);
      await page.getByText('3 requests, 0 refused').waitFor();
      await page.getByLabel('API').selectOption('birds');
      await page.getByText('3 requests, 0 refused; 1 shown').waitFor();
      await page.getByLabel('Ended').selectOption('4XX');
      await page.getByText('No request matches the filter.').waitFor();
      await page.getByLabel('API').selectOption('');
      await fetch(`${origin()}/birds/v1/pets`);
      await page.getByRole('button', { name: '401 GET /birds/v1/pets' }).waitFor();
      expect(await page.locator('.row').count()).toBe(1);
      await page.getByLabel('Path or operation').fill('nothing like it');
      expect(await page.locator('.row').count()).toBe(0);
      await page.getByText('3 of 5 left').waitFor();
      await page.getByRole('button', { name: 'Reset counters and state' }).click();
      await page.getByText('Nobody has been counted').waitFor();
      await page.getByRole('button', { name: 'Clear list' }).click();
      await page.getByText('Waiting for the first request').waitFor();
    });
  });

  test('is driven by keyboard', async () => {
    await visit(async (page) => {
      await send('/pets/v1/public');
      await send('/pets/v1/nowhere');
      await page.getByText('2 requests').waitFor();
      await page.getByRole('button', { name: 'Clear list' }).focus();
      await page.keyboard.press('Tab');
      await page.keyboard.press('ArrowDown');
      expect(await page.locator(':focus').textContent()).toContain('/pets/v1/public');
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').getByText('Served as described.').waitFor();
      await page.keyboard.press('Escape');
      expect(await page.locator(':focus').textContent()).toContain('/pets/v1/public');
      await page.keyboard.press('Tab');
      expect(await page.locator(':focus').textContent()).toBe('Freeze');
    });
  });

  test('shows markup in a request as text', async () => {
    await visit(async (page) => {
      const trap = '/pets/v1/<img/src=x/onerror=alert(1)>';
      // fetch would percent-encode the path.
      request(origin(), { path: trap, headers: { 'x-trap': '</script><b>bold' } }).end();
      await page.getByRole('button', { name: trap }).click();
      await page.getByRole('dialog').getByText('Request', { exact: true }).click();
      await page.getByText('</script><b>bold', { exact: true }).waitFor();
      expect(await page.locator('main img, dialog b').count()).toBe(0);
    });
  });

  test('is not driven by a page elsewhere', async () => {
    await drain(1);
    const context = await browser().newContext();
    const page = await context.newPage();
    await page.goto(`${origin()}/pets/v1/public`);
    const outcome = await page.evaluate(
      `Promise.all(['/reset', '/clock', '/requests'].map((path) =>
        fetch('${address()}' + path, { method: path === '/reset' ? 'POST' : 'GET', mode: 'no-cors' })
          .then((response) => response.type)))`,
    );
    expect(outcome).toEqual(['opaque', 'opaque', 'opaque']);
    expect(await standings()).toMatchObject([{ used: 1 }]);
    await context.close();
  });

  test.each(['light', 'dark'] as const)('is readable when %s', async (colorScheme) => {
    await drain(6);
    await visit(
      async (page) => {
        await page.getByText('0 of 5 left').waitFor();
        expect(await findLowContrast(page)).toEqual([]);
        await page.getByRole('button', { name: '429' }).click();
        await page.getByRole('dialog').waitFor();
        for (const folded of await page.getByRole('dialog').locator('summary').all())
          await folded.click();
        expect(await findLowContrast(page)).toEqual([]);
      },
      { colorScheme, reducedMotion: 'reduce' },
    );
  });

  test('fits a phone', async () => {
    await drain(6);
    await send(`/pets/v1/${'long'.repeat(60)}`);
    await visit(
      async (page) => {
        await page.getByText('0 of 5 left').waitFor();
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
        await page.getByRole('button', { name: '404' }).click();
        const sheet = page.getByRole('dialog');
        await sheet.waitFor();
        expect(
          await sheet.evaluate('document.getElementById("detail").scrollWidth'),
        ).toBeLessThanOrEqual(390);
      },
      { viewport: { width: 390, height: 844 } },
    );
  });
});
