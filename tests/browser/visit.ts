import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { witness } from './chromium.ts';

/** Milliseconds for a page that draws itself, on a machine that does other things as well. */
const PATIENCE = 90_000;

/** Visits in a fresh profile, and returns what the pages asked of other hosts and reported. */
export async function visit(
  browser: Browser,
  url: string,
  act: (page: Page) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<string[]> {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(PATIENCE);
  const seen = witness(context);
  const page = await context.newPage();
  await page.goto(url);
  await act(page);
  await context.close();
  return [...seen.strangers, ...seen.console.filter((line) => !isCredit(line))];
}

/** The renderer signs itself on the console. */
function isCredit(line: string): boolean {
  return line.startsWith('info: ') && line.includes('Redoc');
}
