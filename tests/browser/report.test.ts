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
    const [report] = renderReports(runOf([VIOLATION]), ['html']);
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
    await page.getByRole('link', { name: '1 violated' }).click();
    expect(page.url()).toMatch(/#abc123$/);
    await page.getByText('The exchange').click();
    await page.getByText('GET http://a/pets', { exact: false }).last().waitFor();
    const width = await page.evaluate('document.documentElement.scrollWidth');
    expect(width).toBeLessThanOrEqual(390);
    expect(await findLowContrast(page)).toEqual([]);
    expect(seen).toEqual({ strangers: [], console: [] });
    await context.close();
  });
});
