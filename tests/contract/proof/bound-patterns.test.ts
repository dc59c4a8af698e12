import { expect, test } from 'vitest';
import type { JsonObject } from '../../../scripts/base/json.ts';
import { secondOpinion } from '../../../scripts/contract/proof/second-validator.ts';

// Only an engine that goes back can look ahead.
const EVIL = '^(?=a)(a+)+$';
const LONG = `${'a'.repeat(60_000)}!`;

async function opinionOn(schema: JsonObject, value: JsonObject | string) {
  return await secondOpinion({ schema }, '#/schema', value);
}

test.for([
  { keyword: 'pattern', schema: { pattern: EVIL }, value: LONG },
  {
    keyword: 'patternProperties',
    schema: { patternProperties: { [EVIL]: {} } },
    value: { [LONG]: 1 },
  },
  {
    keyword: 'additionalProperties',
    schema: { patternProperties: { [EVIL]: {} }, additionalProperties: false },
    value: { [LONG]: 1 },
  },
])('the second validator cannot tell where a pattern takes too long: $keyword', async (row) => {
  const began = performance.now();
  expect(await opinionOn(row.schema, row.value)).toMatchObject({
    reason: expect.stringMatching(/ could not be checked within 100 ms$/),
  });
  expect(performance.now() - began).toBeLessThan(3000);
});

test.for([
  { schema: { pattern: EVIL }, value: 'aaa', broken: 0 },
  { schema: { pattern: EVIL }, value: 'b', broken: 1 },
  { schema: { pattern: '^\\w+\\@\\w+$' }, value: 'a@b', broken: 0 },
  { schema: { pattern: '^\\w+\\@\\w+$' }, value: 'ab', broken: 1 },
  { schema: { patternProperties: { '^x': { type: 'string' } } }, value: { x1: 1 }, broken: 1 },
  {
    schema: { patternProperties: { '^x': true }, additionalProperties: false },
    value: { x: 1 },
    broken: 0,
  },
  {
    schema: { patternProperties: { '^x': true }, additionalProperties: false },
    value: { y: 1 },
    broken: 1,
  },
])('and tells what it told before: $schema of $value', async ({ schema, value, broken }) => {
  const opinion = await opinionOn(schema, value);
  const failures =
    'reason' in opinion ? opinion.reason : new Set(opinion.map((it) => it.instance)).size;
  expect(failures).toBe(broken);
});
