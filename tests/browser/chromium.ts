import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { findChromium } from './find-chromium.ts';

// What Chromium does of its own accord would drown, or slow, what the page does.
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Starts a browser for the tests of a file, and ends it after them. Where none is installed, the
 * tests have to be skipped; in CI their absence is a failure.
 */
export function useChromium(): { readonly isMissing: boolean; readonly browser: () => Browser } {
  const executablePath = findChromium();
  const isMissing = executablePath === undefined && process.env['CI'] !== 'true';
  if (isMissing)
    process.stderr.write('Browser tests are skipped: no Chromium is installed here.\n');
  let browser: Browser | undefined;
  beforeAll(async () => {
    if (isMissing) return;
    if (executablePath === undefined) throw new Error('no Chromium is installed here');
    browser = await chromium.launch({ executablePath, args: FLAGS });
  }, 30_000);
  afterAll(() => browser?.close());
  return {
    isMissing,
    browser() {
      if (!browser) throw new Error('the browser is not running');
      return browser;
    },
  };
}

/** What pages did that a document at rest does not do. */
export interface Witness {
  /** Requests that left this machine. */
  readonly strangers: string[];
  /** Everything on the console, and every uncaught error. */
  readonly console: string[];
}

/** Watches all pages and workers of a context from now on. */
export function witness(context: BrowserContext): Witness {
  const seen: Witness = { strangers: [], console: [] };
  context.on('request', (request) => {
    if (!isLocal(new URL(request.url()))) seen.strangers.push(request.url());
  });
  context.on('console', (message) => seen.console.push(`${message.type()}: ${message.text()}`));
  context.on('weberror', (error) => seen.console.push(`error: ${error.error().message}`));
  return seen;
}

function isLocal({ protocol, hostname }: URL): boolean {
  return ['file:', 'data:', 'blob:', 'about:'].includes(protocol) || hostname === '127.0.0.1';
}
