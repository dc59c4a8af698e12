import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { renderReports } from '../../scripts/report/report.ts';
import { runOf, VIOLATION } from '../report/sample-run.ts';
import { useChromium, witness } from './chromium.ts';
import { findLowContrast } from './contrast.ts';

vi.setConfig({ testTimeout: 60_000 });

const { isMissing, browser } = useChromium();

describe.skipIf(isMissing)('the report of a run, opened as a file', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kiln-report-'));
    const many = ['1', '2', '3'].map((id) => ({
      ...VIOLATION,
      id,
      // Of several that are the same but for the status only one would be shown.
      message: `${id} is answered 20${id}`,
    }));
    const [report] = renderReports(runOf([VIOLATION, ...many]), ['html']);
    await writeFile(join(folder, 'report.html'), report?.text ?? '');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test.for(['light', 'dark'] as const)('reads well on a phone, %s', async (colorScheme) => {
    const context = await browser().newContext({
      colorScheme,
      viewport: { width: 390, height: 800 },
    });
    const seen = witness(context);
    const page = await context.newPage();
    await page.goto(pathToFileURL(join(folder, 'report.html')).href);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Pets');
    await page.getByText('auth ✗ 1').click();
    await page.getByRole('link', { name: '4 violated' }).click();
    expect(page.url()).toMatch(/#abc123$/);
    await page.getByText('The exchange').first().click();
    await page.locator('#abc123').getByText('GET http://a/pets').last().waitFor();
    const width = await page.evaluate('document.documentElement.scrollWidth');
    expect(width).toBeLessThanOrEqual(390);
    expect(await findLowContrast(page)).toEqual([]);
    expect(seen).toEqual({ strangers: [], console: [] });
    await context.close();
  });

  test('finds by every word, says how much, and is worked by keys alone', async () => {
    const context = await browser().newContext();
    const seen = witness(context);
    const page = await context.newPage();
    await page.goto(pathToFileURL(join(folder, 'report.html')).href);
    await page.getByRole('searchbox', { name: 'Find' }).focus();
    await page.keyboard.type('GETPET 202');
    expect(await page.getByRole('status').textContent()).toBe('1 match');
    expect(await page.locator('.violation:visible').count()).toBe(1);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('#\\32').waitFor();
    await page.getByRole('searchbox').fill('nobody says this');
    expect(await page.getByRole('status').textContent()).toBe('nothing matches');
    expect(await page.locator('[data-item]:visible').count()).toBe(0);
    expect(seen).toEqual({ strangers: [], console: [] });
    await context.close();
  });

  test('leads to a violation that the search had hidden', async () => {
    const context = await browser().newContext();
    const page = await context.newPage();
    await page.goto(pathToFileURL(join(folder, 'report.html')).href);
    await page.getByRole('searchbox').fill('202');
    await page.evaluate("location.hash = '#3'");
    await page.getByText('is answered 203').first().waitFor();
    expect(await page.locator('#\\33').isVisible()).toBe(true);
    expect(await page.getByRole('searchbox').inputValue()).toBe('');
    await context.close();
  });
});
