import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { OutputFile } from '../../scripts/core/output-file.ts';
import { renderSite } from '../../scripts/docs/docs.ts';
import { loadOrchard, readRedoc } from '../docs/orchard.ts';
import { useChromium, witness } from './chromium.ts';
import { findLowContrast } from './contrast.ts';

vi.setConfig({ testTimeout: 20_000 });

const api = await loadOrchard();
const site = renderSite([api], readRedoc());

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
    const unrest = await visit(`${published?.address}/index.html`, async (page) => {
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
      `${published?.address}/orchard/index.html#/trees/planttree`,
      async (page) => {
        const main = page.getByRole('main');
        await main.getByText('credential: 10 on free, 100 on team').waitFor();
        await main.getByText('The guide answers 201 and the help centre 200.').waitFor();
        await main.getByText('curl "https://api.orchard.example/v2/trees"').waitFor();
        for (const { hash, summary } of links) {
          await page.goto(`${published?.address}/orchard/index.html${hash}`);
          await expect.poll(() => isInView(page, summary), { timeout: 5000 }).toBe(true);
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

  test('finds operations and schemas, and no markup in the results', async () => {
    const unrest = await visit(`${published?.address}/orchard/index.html`, async (page) => {
      await page.getByTestId('search-trigger').click();
      await page.keyboard.type('oldest first');
      const hits = page.locator('a[data-component-name="Search/SearchItem"]');
      const hit = hits.filter({ hasText: 'List trees' });
      await hit.waitFor();
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.type('species');
      await hits.filter({ hasText: 'Two species exist' }).first().waitFor();
      expect((await hits.allTextContents()).join('')).not.toContain('<');
      await hit.click();
      await page.getByRole('heading', { name: 'List trees' }).waitFor();
    });
    expect(unrest).toEqual([]);
  });

  test('with a keyboard skips the menu and stays at the operation', async () => {
    const url = `${published?.address}/orchard/index.html#/trees/replacetree`;
    const unrest = await visit(url, async (page) => {
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
      `${published?.address}/${path}`,
      async (page) => {
        await page.locator('main h2').first().waitFor();
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
        `${published?.address}/${path}`,
        async (page) => {
          await page.locator('main h2').first().waitFor();
          for (const folded of await page.getByText('Expand all').all()) await folded.click();
          expect(await findLowContrast(page)).toEqual([]);
        },
        { colorScheme },
      );
      expect(unrest).toEqual([]);
    },
  );
});

/** Visits in a fresh profile, and returns what the pages asked of other hosts and reported. */
async function visit(
  url: string,
  act: (page: Page) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<string[]> {
  const context = await browser().newContext(options);
  const seen = witness(context);
  const page = await context.newPage();
  await page.goto(url);
  await act(page);
  await context.close();
  return [...seen.strangers, ...seen.console.filter((line) => !isCredit(line))];
}

/** Whether a heading shows below the site's bar. */
async function isInView(page: Page, name: string): Promise<boolean> {
  const heading = await page.getByRole('heading', { name }).first().boundingBox({ timeout: 5000 });
  const bar = await page.locator('.site-header').boundingBox();
  const bottom = page.viewportSize()?.height ?? 0;
  return heading !== null && heading.y >= (bar?.height ?? 0) && heading.y < bottom;
}

/** The renderer signs itself on the console. */
function isCredit(line: string): boolean {
  return line.startsWith('info: ') && line.includes('Redoc');
}

interface Published {
  readonly address: string;
  readonly unpublish: () => Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

async function serveSite(files: readonly OutputFile[]): Promise<Published> {
  const byPath = new Map(files.map(({ path, text }) => [`/${path}`, text]));
  const server = createServer(({ url = '/' }, response) => {
    const text = byPath.get(url);
    response.writeHead(text === undefined ? 404 : 200, {
      'content-type': TYPES[extname(url)] ?? 'text/plain',
    });
    response.end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: addressOf(server), unpublish: () => stop(server) };
}

function addressOf(server: Server): string {
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}

async function writeSite(files: readonly OutputFile[]): Promise<Published> {
  const folder = await mkdtemp(join(tmpdir(), 'kiln-site-'));
  for (const { path, text } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return {
    address: pathToFileURL(folder).href,
    unpublish: () => rm(folder, { recursive: true }),
  };
}
