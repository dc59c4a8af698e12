import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { renderReportIndex } from '../../scripts/report/history/index-page.ts';
import { toKeptRun } from '../../scripts/report/history/kept-run.ts';
import { runOf, VIOLATION } from '../report/sample-run.ts';
import { findWithAxe } from './axe.ts';
import { useChromium, witness } from './chromium.ts';

vi.setConfig({ testTimeout: 60_000 });

const { isMissing, browser } = useChromium();

describe.skipIf(isMissing)('the page above all reports', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kiln-index-'));
    const runs = [1, 2, 3].map((day) => {
      const run = {
        ...runOf(day === 2 ? [] : [VIOLATION]),
        started: `2026-01-0${day}T00:00:00.000Z`,
      };
      return toKeptRun({ ...run, target: `http://a/${'long'.repeat(30)}` }, true, []);
    });
    const page = renderReportIndex([{ api: 'pets', runs: runs.toReversed(), hasReport: true }]);
    await writeFile(join(folder, 'index.html'), page);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test.for([390, 1400])('reads well at %i, light and dark', async (width) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const viewport = { width, height: 800 };
      const context = await browser().newContext({ colorScheme, viewport, bypassCSP: true });
      const seen = witness(context);
      const page = await context.newPage();
      await page.goto(pathToFileURL(join(folder, 'index.html')).href);
      await page.getByRole('img', { name: 'Findings of the last 3 runs: 1, 0, 1' }).waitFor();
      expect(await page.getByRole('link', { name: '2026-01-03 00:00 UTC' }).count()).toBe(1);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      expect(await findWithAxe(page)).toEqual([]);
      await context.close();
      expect(seen).toEqual({ strangers: [], console: [] });
    }
  });
});
