import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { renderSummary } from '../../scripts/report/summary.ts';
import { alike, follow, guidesOf } from './guides.ts';

// Each guide starts Kiln once or twice.
vi.setConfig({ testTimeout: 180_000 });

const README = readFileSync('README.md', 'utf8');
const GUIDES = guidesOf(README);

test('there is a guide for each of four readers, and its first command is all it takes', () => {
  expect(GUIDES.map(({ heading }) => heading)).toEqual([
    'I have a server',
    'I need a mock',
    'I need a client',
    "I have a vendor's prose",
  ]);
  for (const { blocks } of GUIDES) {
    const [first] = blocks.filter(({ language }) => language === 'sh');
    expect(first?.text.trim().split('\n')).toHaveLength(1);
    expect(first?.text).toMatch(/^npx kiln /);
  }
});

test.for(GUIDES)('followed word for word, it prints what it says: $heading', async (guide) => {
  const printed = await follow(guide);
  expect(printed.size).toBeGreaterThan(0);
  for (const [index, text] of printed) {
    // "npm run readme" writes what it is now.
    expect(alike(guide.blocks[index]?.text ?? '')).toBe(alike(text));
  }
});

test('the table of npm start has the columns that it is shown with', () => {
  const [, shown = ''] = /^```text\n(API .*)$/m.exec(README) ?? [];
  const [, header = ''] = renderSummary([], { site: '', reports: '' }).split('\n');
  expect(shown.split(/ {2,}/)).toEqual(header.split(/ {2,}/));
});
