import { expect, test } from 'vitest';
import { readFile } from 'node:fs/promises';
import { fetchSuite } from './fetch-suite.ts';
import { judgeSuite } from './json-schema-suite.ts';
import { renderSuite } from './suite-table.ts';

const suite = await fetchSuite();
const reason = 'reason' in suite ? suite.reason : undefined;
const isSkipped = reason !== undefined && process.env['CI'] !== 'true';
if (isSkipped) process.stderr.write(`JSON Schema Test Suite left out: ${reason}\n`);

test.skipIf(isSkipped)(
  'the test suite of JSON Schema has nothing against us',
  async () => {
    if ('reason' in suite) throw new Error(`the suite could not be fetched: ${suite.reason}`);
    const results = judgeSuite(suite.cases, suite.remotes);
    expect(suite.cases.length).toBeGreaterThan(1_800);
    const wrong = results.flatMap(({ group, wrong: names }) =>
      names.map((it) => `${group}: ${it}`),
    );
    expect(wrong).toEqual([]);
    expect(renderSuite(results)).toBe(await readFile('reports/json-schema-suite.md', 'utf8'));
  },
  60_000,
);
