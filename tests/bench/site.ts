import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { version } from 'node:process';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium, type Browser } from 'playwright-core';
import { findChromium } from '../browser/find-chromium.ts';
import { generateDescription } from './descriptions.ts';
import { MACHINE } from './machine.ts';
import { spreadOf } from './measure.ts';

/**
 * `npm run bench:site`: how long `kiln docs` takes, and how soon a page shows something: reports/bench-site.md. A
 * description that is named beside it is measured as well.
 */
const { positionals } = parseArgs({ allowPositionals: true });
const ROOT = resolve(import.meta.dirname, '../..');
const KILN = join(ROOT, 'scripts/cli/kiln.mjs');
const ROUNDS = 5;

interface Made {
  readonly what: string;
  readonly wanted: string;
  readonly seconds: number;
  readonly megabytes: number;
  readonly site: string;
}

const place = mkdtempSync(join(tmpdir(), 'kiln-site-'));
try {
  const load = loadavg()
    .map((it) => it.toFixed(1))
    .join(', ');
  const own = join(place, 'own');
  for (const part of ['specs', 'kiln.config.yaml', 'redocly.yaml']) {
    cpSync(join(ROOT, part), join(own, part), { recursive: true });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(own, 'node_modules'), 'dir');
  const six = make('the six APIs of this repository', '< 10', own, []);
  const thousand = join(place, 'thousand.json');
  writeFileSync(thousand, JSON.stringify(generateDescription(1000)));
  const others: readonly (readonly [string, string, string])[] = [
    ['1,000 operations', '< 20', thousand],
    ...positionals.map((file) => [file.split('/').at(-1) ?? file, '', resolve(file)] as const),
  ];
  const large = others.map(([what, wanted, file]) => {
    const folder = mkdtempSync(join(place, 'large-'));
    cpSync(file, join(folder, 'api.json'));
    return make(what, wanted, folder, ['api.json']);
  });
  const paints = await paintsOf(six.site);
  writeFileSync(join(ROOT, 'reports/bench-site.md'), render([six, ...large], paints, load));
  process.stdout.write('wrote reports/bench-site.md\n');
} finally {
  rmSync(place, { recursive: true, force: true });
}

function make(what: string, wanted: string, folder: string, names: readonly string[]): Made {
  const begun = performance.now();
  execFileSync('node', [KILN, 'docs', ...names], { cwd: folder, stdio: 'ignore' });
  const seconds = (performance.now() - begun) / 1000;
  const site = ['generated/site', '.kiln/generated/site']
    .map((it) => join(folder, it))
    .find((it) => statSync(it, { throwIfNoEntry: false }));
  if (site === undefined) throw new Error(`no site of ${what}`);
  process.stdout.write(`${what}: ${seconds.toFixed(1)} s\n`);
  return { what, wanted, seconds, megabytes: sizeOf(site) / 1e6, site };
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile())
    .reduce((sum, it) => sum + statSync(join(it.parentPath, it.name)).size, 0);
}

/** Milliseconds until something shows, of the landing page, each reference and a page without a script. */
async function paintsOf(site: string): Promise<readonly (readonly [string, number])[]> {
  const executablePath = findChromium();
  if (executablePath === undefined) return [];
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const bare = join(place, 'bare.html');
  writeFileSync(bare, '<!doctype html><title>bare</title><h1>Nothing but a heading</h1>');
  const apis = readdirSync(site, { withFileTypes: true })
    .filter((it) => statSync(join(site, it.name, 'openapi.json'), { throwIfNoEntry: false }))
    .map((it) => it.name);
  const pages = [
    ['a heading and nothing else', bare],
    ['landing page', join(site, 'index.html')],
    ...apis.map((it) => [`reference of ${it}`, join(site, it, 'index.html')] as const),
  ] as const;
  const paints = [];
  for (const [what, file] of pages) {
    const times = [];
    for (let round = 0; round < ROUNDS; round += 1) times.push(await paintOf(browser, file));
    paints.push([what, spreadOf(times).median] as const);
  }
  await browser.close();
  return paints;
}

async function paintOf(browser: Browser, file: string): Promise<number> {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(file).href);
  const paint = await page.evaluate<number>(
    `new Promise((done) => new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.name === 'first-contentful-paint') done(entry.startTime);
    }).observe({ type: 'paint', buffered: true }))`,
  );
  await page.close();
  return paint;
}

function render(
  made: readonly Made[],
  paints: readonly (readonly [string, number])[],
  load: string,
): string {
  return `# The site

Made by \`npm run bench:site\`; run it again before you quote it. Node ${version}; ${MACHINE}; load ${load} at the start.

| site of | seconds | wanted | MB |
| --- | --: | --: | --: |
${made.map((it) => `| ${it.what} | ${it.seconds.toFixed(1)} | ${it.wanted} | ${it.megabytes.toFixed(1)} |`).join('\n')}

First contentful paint in Chromium, of files, median of ${ROUNDS}; wanted below 1,000 ms.

| page | ms |
| --- | --: |
${paints.map(([what, ms]) => `| ${what} | ${ms.toFixed(0)} |`).join('\n')}
`;
}
