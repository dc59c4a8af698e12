import { expect, test } from 'vitest';
import { fetchSuite } from './fetch-suite.ts';
import { valuesOfSuite } from './suite-values.ts';

const suite = await fetchSuite();
const reason = 'reason' in suite ? suite.reason : undefined;
const isSkipped = reason !== undefined && process.env['CI'] !== 'true';
if (isSkipped) process.stderr.write(`JSON Schema Test Suite left out: ${reason}\n`);

test.skipIf(isSkipped)(
  'every satisfiable schema of the test suite gets a value that two validators accept',
  async () => {
    if ('reason' in suite) throw new Error(`the suite could not be fetched: ${suite.reason}`);
    const values = await valuesOfSuite(suite);
    expect(values.length).toBeGreaterThan(400);
    const missing = values.filter(({ value }) => value === undefined);
    expect(
      missing.map(({ group, name, reason: why }) => `${group}: ${name}: ${why ?? ''}`),
    ).toEqual([]);
    const refused = values.filter(
      ({ ajv, hyperjump, isDoubtful }) => !(ajv === true && hyperjump === true) && !isDoubtful,
    );
    expect(
      refused.map(({ schema, value, ajv, hyperjump }) => ({ schema, value, ajv, hyperjump })),
    ).toEqual([]);
  },
  120_000,
);
