import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { findChromium } from '../browser/find-chromium.ts';

// `npm run screens`: takes the pictures that the README shows, of what the commands write today. The site has to be
// there (`npx kiln docs`); the report is that of the README's first guide.

const ROOT = resolve(import.meta.dirname, '../..');
const KILN = join(ROOT, 'scripts/cli/kiln.mjs');
const OUT = join(ROOT, 'reports/screens');
const SITE = join(ROOT, 'generated/site');

const executablePath = findChromium();
if (executablePath === undefined) throw new Error('Install Chromium to take pictures.');
mkdirSync(OUT, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), 'kiln-screens-'));
try {
  const report = await writeReport(folder);
  const pages = [
    ['report', report, 'h1', 1240],
    ['reference', join(SITE, 'clayva/index.html#/events/trackeventbatch'), 'main h2', 860],
    ['landing', join(SITE, 'index.html'), 'h1', 860],
  ] as const;
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const page = await browser.newPage({ deviceScaleFactor: 1 });
  for (const [name, file, heading, height] of pages) {
    await page.setViewportSize({ width: 1280, height });
    const [path = '', hash = ''] = file.split('#');
    await page.goto(`${pathToFileURL(path).href}${hash && `#${hash}`}`);
    await page.locator(heading).first().waitFor({ timeout: 60_000 });
    await page.waitForTimeout(1500);
    await page.screenshot({ path: join(OUT, `${name}.png`) });
    process.stdout.write(`wrote reports/screens/${name}.png\n`);
  }
  await browser.close();
} finally {
  rmSync(folder, { recursive: true });
}

/** The report on the server of the README's first guide, which has two faults. */
async function writeReport(cwd: string): Promise<string> {
  cpSync(join(import.meta.dirname, 'project'), cwd, { recursive: true });
  const server = spawn('node', ['server.mjs'], { cwd, env: { ...process.env, PORT: '3000' } });
  try {
    await new Promise((done) => setTimeout(done, 1500));
    const args = ['test', 'shop.yaml', '--target', 'http://127.0.0.1:3000', '--seed', '1'];
    execFileSync('node', [KILN, ...args], { cwd, stdio: 'ignore' });
  } catch (error) {
    // Exit 1 is what it is for.
    if ((error as { status?: number }).status !== 1) throw error;
  } finally {
    server.kill();
  }
  return join(cwd, '.kiln/reports/shop/report.html');
}
