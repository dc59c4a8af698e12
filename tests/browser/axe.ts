import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

interface Node {
  readonly html: string;
}

interface Result {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string | null;
    readonly nodes: readonly Node[];
  }[];
}

/**
 * What axe finds wrong on a page by WCAG 2.1, levels A and AA, each with the first elements that show it. The
 * page's context has to be opened with `bypassCSP`, for its policy admits no script but its own.
 */
export async function findWithAxe(page: Page): Promise<string[]> {
  const script = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  await page.evaluate(await readFile(script, 'utf8'));
  const found = await page.evaluate<Result>(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })`,
  );
  return found.violations.map(({ id, impact, nodes }) => {
    const shown = nodes.slice(0, 3).map((node) => node.html.slice(0, 200));
    return `${impact} ${id}: ${shown.join(' | ')}`;
  });
}
