import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { renderReports } from '../../scripts/report/report.ts';
import type { ContractRun, Violation } from '../../scripts/result/contract-run.ts';
import { largeRun } from '../report/large-run.ts';
import { runOf, VIOLATION } from '../report/sample-run.ts';
import { findWithAxe } from './axe.ts';
import { useChromium, witness } from './chromium.ts';
import { findLowContrast } from './contrast.ts';

vi.setConfig({ testTimeout: 60_000 });

const { isMissing, browser } = useChromium();

/** Four findings: three that differ in the status, and one of a standard. */
const VIOLATIONS: readonly Violation[] = [
  VIOLATION,
  ...['1', '2', '3'].map((id) => ({
    ...VIOLATION,
    id,
    // Of several that are the same but for the status only one would be shown.
    message: `${id} is answered 20${id}`,
    exchange: {
      request: VIOLATION.exchange.request,
      response: { status: 200 + Number(id), headers: [], body: '' },
    },
  })),
  { ...VIOLATION, id: 'std', property: 'method.head', message: 'HEAD is odd', ground: 'standard' },
];
const RUN: ContractRun = {
  ...runOf(VIOLATIONS),
  latencies: { '5': 900, '10': 280, '200': 23 },
  claims: [
    {
      id: 'PETS-1',
      at: 'Keys',
      sources: [{ title: 'Pets for all', address: 'https://pets.example/doc' }],
    },
  ],
};

function shown(page: Page): Promise<number> {
  return page.locator('details.violation:visible').count();
}

describe.skipIf(isMissing)('the report of a run, opened as a file', () => {
  let folder = '';
  const write = async (name: string, run: ContractRun) => {
    const [report] = renderReports(run, ['html']);
    await writeFile(join(folder, name), report?.text ?? '');
  };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kiln-report-'));
    await write('report.html', RUN);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** Opens the report in a fresh profile; it may load nothing from elsewhere, and complain of nothing. */
  const visit = async (
    act: (page: Page) => Promise<void>,
    options: BrowserContextOptions = {},
    address = 'report.html',
  ) => {
    const context = await browser().newContext(options);
    const seen = witness(context);
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    const [file = '', hash] = address.split('#');
    const url = pathToFileURL(join(folder, file)).href;
    await page.goto(hash === undefined ? url : `${url}#${hash}`);
    await act(page);
    await context.close();
    expect(seen).toEqual({ strangers: [], console: [] });
  };

  test.for(['light', 'dark'] as const)('reads well on a phone, %s', async (colorScheme) => {
    const options = { colorScheme, viewport: { width: 390, height: 800 } };
    await visit(async (page) => {
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Pets');
      expect(await page.locator('.verdict').textContent()).toContain('The contract is broken: 4');
      await page.getByText('auth ✗ 1').click();
      await page.getByRole('link', { name: '4 violated' }).click();
      expect(await page.evaluate('location.hash')).toBe('#abc123');
      await page.locator('#abc123').getByText('The exchange').click();
      await page.locator('#abc123').getByText('GET http://a/pets').last().waitFor();
      const width = await page.evaluate('document.documentElement.scrollWidth');
      expect(width).toBeLessThanOrEqual(390);
      expect(await findLowContrast(page)).toEqual([]);
    }, options);
  });

  test.for([390, 1400])(
    'axe finds nothing in it at %i, light and dark, all unfolded',
    async (width) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await visit(
          async (page) => {
            for (const part of await page.locator('summary:visible').all()) await part.click();
            expect(await findWithAxe(page)).toEqual([]);
          },
          { colorScheme, viewport: { width, height: 900 }, bypassCSP: true },
        );
      }
    },
  );

  test('finds by every word, says how much, and is worked by keys alone', async () => {
    await visit(async (page) => {
      await page.getByRole('searchbox', { name: 'Find' }).focus();
      await page.keyboard.type('GETPET 202');
      expect(await page.getByRole('status').textContent()).toBe('1 match');
      expect(await shown(page)).toBe(1);
      await page.locator('details.violation:visible > summary').focus();
      await page.keyboard.press('Enter');
      await page.locator('#\\32').waitFor();
      await page.getByRole('searchbox').fill('nobody says this');
      expect(await page.getByRole('status').textContent()).toBe('nothing matches');
      expect(await page.locator('[data-item]:visible').count()).toBe(0);
      await page.getByRole('button', { name: 'Show all' }).click();
      await page.getByText('is answered 203').first().waitFor();
    });
  });

  test('what is chosen stands in the address, and an address shows what it names', async () => {
    await visit(async (page) => {
      await page.locator('[name=status]').selectOption('202');
      expect(await shown(page)).toBe(1);
      await page.locator('[name=family]').selectOption('auth');
      await page.getByRole('searchbox').fill('getPet');
      expect(await page.evaluate('location.hash')).toBe('#?text=getPet&family=auth&status=202');
    });
    await visit(
      async (page) => {
        expect(await page.locator('[name=ground]').inputValue()).toBe('standard');
        expect(await shown(page)).toBe(0);
        await page.getByText('HEAD is odd').waitFor();
      },
      {},
      'report.html#?ground=standard',
    );
  });

  test('leads to a violation that the search had hidden, with its title below the bar', async () => {
    await visit(
      async (page) => {
        await page.getByRole('searchbox').fill('202');
        await page.evaluate("location.hash = '#3'");
        const title = page.getByText('is answered 203').first();
        await title.waitFor();
        expect(await page.locator('#\\33').isVisible()).toBe(true);
        expect(await page.getByRole('searchbox').inputValue()).toBe('');
        const [bar, box] = [await page.locator('#find').boundingBox(), await title.boundingBox()];
        expect(box?.y).toBeGreaterThanOrEqual((bar?.y ?? 0) + (bar?.height ?? 0));
      },
      { viewport: { width: 1400, height: 400 } },
    );
  });

  test('copies the curl line, the replay and the text of an issue', async () => {
    await visit(
      async (page) => {
        const copied = () => page.evaluate('navigator.clipboard.readText()');
        await page.getByRole('button', { name: 'Copy curl' }).first().click();
        await page.getByRole('button', { name: 'Copied' }).waitFor();
        expect(await copied()).toBe(VIOLATION.curl);
        await page.getByRole('button', { name: 'Copy as an issue' }).first().click();
        await page.waitForTimeout(100);
        expect(await copied()).toContain('- Seen: status 200 & "more"');
      },
      { permissions: ['clipboard-read', 'clipboard-write'] },
      'report.html#abc123',
    );
  });

  test('a claim leads to its source, and the times are told', async () => {
    await visit(
      async (page) => {
        const link = page.locator('#abc123').getByRole('link', { name: 'Pets for all' });
        expect(await link.getAttribute('href')).toBe('https://pets.example/doc');
        await page.getByText('Half of 1,203 exchanges took at most 5 ms').waitFor();
      },
      {},
      'report.html#abc123',
    );
  });

  test('without JavaScript all is there, and nothing that needs it', async () => {
    await visit(
      async (page) => {
        expect(await shown(page)).toBe(4);
        expect(await page.locator('form:visible, button:visible').count()).toBe(0);
      },
      { javaScriptEnabled: false },
    );
  });

  test('prints a page for a cause at most', async () => {
    const many = Array.from({ length: 12 }, (_, at) => ({
      ...VIOLATION,
      id: `m${at}`,
      message: `${at} is answered 200`,
      curl: `${VIOLATION.curl} --data-raw '${'x'.repeat(6000)}'`,
    }));
    await write('many.html', runOf(many));
    await visit(
      async (page) => {
        const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
        expect(pdf.match(/\/Type\s*\/Page[^s]/g)?.length).toBeLessThanOrEqual(12);
      },
      {},
      'many.html',
    );
  });

  test('shows ten thousand exchanges within two seconds', async () => {
    await write('large.html', largeRun());
    await visit(
      async (page) => {
        const painted = await page.evaluate<number>(
          `performance.getEntriesByName('first-contentful-paint')[0].startTime`,
        );
        expect(painted).toBeLessThan(2000);
        expect(await page.locator('[id^=v0x], [id^=v49x]').count()).toBe(400);
      },
      {},
      'large.html',
    );
  });
});
