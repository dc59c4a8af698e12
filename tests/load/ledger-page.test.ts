import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { arrayOf, isObject, objectOf, type Json } from '../../scripts/base/json.ts';
import { EXTENSION_SHAPES } from '../../scripts/load/extension-shapes.ts';
import { toLedgerSchema } from '../../scripts/load/shapes.ts';

const page = readFileSync('specs/EVIDENCE.md', 'utf8');
const [whole, beside] = [...page.matchAll(/^```yaml\n([^]*?)^```/gm)].map(
  ([, text = '']) => parse(text) as Json,
);
const starter = parse(readFileSync('scripts/sketch/starter/evidence.yaml', 'utf8')) as Json;
const ajv = new Ajv2020({ strictTypes: false });
addFormats.default(ajv);

/** Names of properties that an object has, wherever they stand. */
function namesIn(value: Json): string[] {
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap(namesIn);
  return isObject(value)
    ? Object.entries(value).flatMap(([name, it]) => [name, ...namesIn(it)])
    : [];
}

/** Names of properties that a shape allows, but for those that users give. */
function allowedBy(shape: Json): string[] {
  if (Array.isArray(shape)) return (shape as readonly Json[]).flatMap(allowedBy);
  if (!isObject(shape)) return [];
  const { properties, ...rest } = shape;
  const own = Object.entries(objectOf(properties)).flatMap(([name, it]) => [
    name,
    ...allowedBy(it),
  ]);
  return [...own, ...Object.values(rest).flatMap(allowedBy)];
}

test.for([
  ['the page', whole],
  ['what kiln new writes', starter],
] as const)('the example of %s fits the shape', ([, example]) => {
  ajv.validate(toLedgerSchema(), example);
  expect(ajv.errors ?? []).toEqual([]);
});

test('the example on the page has every part that a ledger may have, and all statuses', () => {
  const names = new Set(namesIn(whole ?? null));
  const parts = new Set(allowedBy(toLedgerSchema()).filter((it) => it !== '$schema'));
  expect([...parts].filter((it) => !names.has(it) && !page.includes(`\`${it}\``))).toEqual([]);
  const statuses = arrayOf(objectOf(whole)['claims']).map((it) => objectOf(it)['status']);
  expect(new Set(statuses).size).toBe(5);
});

test('a claim beside its node is what x-evidence may hold, and nothing else is', () => {
  const shape = objectOf(EXTENSION_SHAPES['x-evidence']);
  const evidence = objectOf(beside)['x-evidence'];
  expect(ajv.validate(shape, evidence)).toBe(true);
  expect(ajv.validate(shape, [{ id: 'P-1' }])).toBe(false);
});
