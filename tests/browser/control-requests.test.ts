import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createControllableClock } from '../../scripts/base/clock.ts';
import { createControl, type Control } from '../../scripts/mock/control/control.ts';
import { createJournal } from '../../scripts/mock/control/journal.ts';
import { createMock, type Mock } from '../../scripts/mock/mock.ts';
import { DESCRIPTION, FREE, loadPets, loadText, START } from '../mock/pets.ts';
import { findWithAxe } from './axe.ts';
import { useChromium, witness } from './chromium.ts';

vi.setConfig({ testTimeout: 60_000 });

const pets = await loadPets();
const birds = await loadText(DESCRIPTION, undefined, 'birds');
const { isMissing, browser } = useChromium();

describe.skipIf(isMissing)('the control page without a script, and of one request', () => {
  const clock = createControllableClock({ now: () => START });
  const journal = createJournal({ clock, stopwatch: () => performance.now() });
  let mock: Mock;
  let control: Control;
  let [origin, address] = ['', ''];
  beforeAll(async () => {
    mock = await createMock([pets, birds], { clock, limits: true, watch: journal.watch });
    origin = await mock.listen({ host: '127.0.0.1', port: 0 });
    control = await createControl({ mock, clock, journal, origin });
    address = await control.listen({ host: '127.0.0.1', port: 0 });
  });
  beforeEach(async () => {
    clock.resume();
    journal.clear();
    await mock.reset();
  });
  afterAll(async () => {
    await control.close();
    await mock.close();
  });

  const send = (path: string, init: RequestInit = {}) =>
    fetch(`${origin}${path}`, { headers: FREE, ...init });
  const drain = async (times: number) => {
    for (let i = 0; i < times; i += 1) await send('/pets/v1/pets');
  };

  /** Opens the page in a fresh profile; it may load nothing from elsewhere, and complain of nothing. */
  const visit = async (act: (page: Page) => Promise<void>, options: BrowserContextOptions = {}) => {
    const context = await browser().newContext(options);
    const seen = witness(context);
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    await page.goto(address);
    await page.getByText('live', { exact: true }).waitFor();
    await act(page);
    await context.close();
    expect([...seen.strangers, ...seen.console]).toEqual([]);
  };

  test('without JavaScript it shows requests, clock and limits, and filters them', async () => {
    await drain(6);
    await fetch(`${origin}/birds/v1/public`);
    const context = await browser().newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    await page.goto(address);
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
        expect(curl).toContain(`curl -i -X GET '${origin}/pets/v1/pets?limit=2' -H `);
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
