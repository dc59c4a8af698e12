import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadApis } from '../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../scripts/cli/io.ts';
import { nodesOf } from '../../scripts/model/description-nodes.ts';
import { arrayOf, isEqual, isObject, objectOf, type Json } from '../../scripts/base/json.ts';
import { ERROR_KINDS } from '../../scripts/model/policies.ts';
import { EXTENSION_SHAPES, toExtensionsSchema } from '../../scripts/load/extension-shapes.ts';

/** Documented with the others, but checked by the linter. */
const LINTER_ONLY = 'x-kiln-ignore';
const NAMES = [...Object.keys(EXTENSION_SHAPES), LINTER_ONLY];

interface Section {
  readonly name: string;
  readonly text: string;
  readonly properties: readonly string[];
  readonly examples: readonly Json[];
}

const page = readFileSync('specs/EXTENSIONS.md', 'utf8');
const [preface = '', ...parts] = page.split(/^## /m);
const sections = parts.map((text): Section => {
  return {
    name: /^`([^`]+)`/.exec(text)?.[1] ?? '',
    text,
    properties: [...text.matchAll(/^\| `([^`]+)`/gm)].map(([, name = '']) => name),
    examples: [...text.matchAll(/^```yaml\n([^]*?)^```/gm)].map(([, yaml = '']) => {
      return parse(yaml) as Json;
    }),
  };
});

const apis = await loadApis(nodeIo, []);
const used = new Map<string, Json[]>();
for (const { node } of apis.flatMap(({ document }) => [...nodesOf(document)])) {
  for (const name of NAMES) {
    if (node[name] !== undefined) used.set(name, [...(used.get(name) ?? []), node[name]]);
  }
}

const ajv = new Ajv2020({ strictTypes: false });
addFormats.default(ajv);
const validate = ajv.compile(objectOf(toExtensionsSchema()));

test('documents each extension once, and no other', () => {
  expect(sections.map(({ name }) => name).toSorted()).toEqual(NAMES.toSorted());
});

describe.each(sections)('$name', ({ name, text, properties, examples }) => {
  test('documents the properties that its shape has', () => {
    const shape = EXTENSION_SHAPES[name] ?? {};
    expect(properties.toSorted()).toEqual(propertiesOf(shape).toSorted());
  });

  test('says where it may stand and what it borrows', () => {
    expect(text).toMatch(/^Stands on: /m);
    expect(text).toMatch(/^Borrows from: /m);
  });

  test('has one example, which is valid and stands in a description', () => {
    expect(examples).toHaveLength(1);
    const example = objectOf(examples[0]);
    expect(Object.keys(example)).toEqual([name]);
    validate(example);
    expect(validate.errors ?? []).toEqual([]);
    const written = example[name] ?? null;
    const isTaken = used.get(name)?.some((value) => isPartOf(written, value)) ?? false;
    expect(isTaken || text.includes('No description uses it yet')).toBe(true);
  });
});

test('the schema is valid JSON Schema 2020-12 and refuses what no extension allows', () => {
  expect(validate.schema).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
  });
  expect(ajv.validateSchema(objectOf(toExtensionsSchema()))).toBe(true);
  expect(validate({ 'x-access': 'admin' })).toBe(false);
  expect(validate({ 'x-sunset': 'soon' })).toBe(false);
  expect(validate({ 'x-limits': { bodyKilobytes: 32 } })).toBe(false);
});

test('names every kind of refusal', () => {
  const text = sections.find(({ name }) => name === 'x-errors')?.text ?? '';
  for (const kind of ERROR_KINDS) expect(text).toContain(`\`${kind}\``);
});

test('leads to the schema that is generated', () => {
  expect(preface).toContain('(../generated/extensions.schema.json)');
});

/** Names of the properties of a shape, those of objects inside it after a dot. */
function propertiesOf(shape: Json, prefix = ''): string[] {
  const { properties, additionalProperties, items } = objectOf(shape);
  const own = Object.entries(objectOf(properties)).flatMap(([name, below]) =>
    name === 'x-evidence' ? [] : [`${prefix}${name}`, ...propertiesOf(below, `${prefix}${name}.`)],
  );
  // The names that an author gives (a category, a kind) and the places of a list are not properties.
  const beside = [additionalProperties, items].filter((it) => isObject(it));
  return [...new Set([...own, ...beside.flatMap((it) => propertiesOf(it, prefix))])];
}

/** Whether the value holds all that the part holds; lists count as a whole. */
function isPartOf(part: Json, value: Json): boolean {
  if (Array.isArray(part)) {
    return part.every((item: Json) => arrayOf(value).some((it) => isPartOf(item, it)));
  }
  if (!isObject(part) || !isObject(value)) return isEqual(part, value);
  return Object.entries(part).every(([key, below]) => isPartOf(below, value[key] ?? null));
}
