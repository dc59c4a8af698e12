import { expect, test } from 'vitest';
import type { Json, JsonObject } from '../../../scripts/base/json.ts';
import { valueAt } from '../../../scripts/base/json-pointer.ts';
import { upgrade } from '../../../scripts/load/upgrade/upgrade.ts';
import { loadText } from '../load-files.ts';

const SEVEN = 'http://json-schema.org/draft-07/schema#';

function describing(schema: Json, more: JsonObject = {}): JsonObject {
  const components = { schemas: { A: schema, B: { type: 'array', items: { type: 'string' } } } };
  return { openapi: '3.1.0', info: {}, paths: {}, ...more, components };
}

test.each<[what: string, given: JsonObject, want: Json]>([
  [
    'a tuple, and what follows it',
    { $schema: SEVEN, items: [{ type: 'integer' }], additionalItems: false },
    { prefixItems: [{ type: 'integer' }], items: false },
  ],
  [
    'what follows no tuple counts nothing',
    { $schema: SEVEN, items: { type: 'integer' }, additionalItems: false },
    { items: { type: 'integer' } },
  ],
  [
    'dependencies of both kinds',
    { $schema: SEVEN, dependencies: { a: ['b'], c: { required: ['d'] } } },
    { dependentRequired: { a: ['b'] }, dependentSchemas: { c: { required: ['d'] } } },
  ],
  [
    'nothing counts beside a reference',
    { $schema: SEVEN, properties: { a: { $ref: '#/x', maxLength: 1, description: 'd' } } },
    { properties: { a: { $ref: '#/x', description: 'd' } } },
  ],
  [
    'a limit with its switch',
    {
      $schema: 'http://json-schema.org/draft-04/schema',
      minimum: 1,
      exclusiveMinimum: true,
      maximum: 5,
      exclusiveMaximum: false,
    },
    { exclusiveMinimum: 1, maximum: 5 },
  ],
  [
    'beside a reference of 2019-09 all counts',
    {
      $schema: 'https://json-schema.org/draft/2019-09/schema',
      $ref: '#/x',
      maxLength: 1,
      items: [true],
    },
    { $ref: '#/x', maxLength: 1, prefixItems: [true] },
  ],
  [
    'a part with a dialect of its own',
    {
      $schema: SEVEN,
      properties: {
        a: { $schema: 'https://json-schema.org/draft/2020-12/schema', $ref: '#/x', maxLength: 1 },
      },
    },
    {
      properties: {
        a: { $schema: 'https://json-schema.org/draft/2020-12/schema', $ref: '#/x', maxLength: 1 },
      },
    },
  ],
])('%s', (_, given, want) => {
  const { document } = upgrade(describing(given), '3.1');
  expect(valueAt(document, '#/components/schemas/A')).toEqual(want);
});

test('references lead to where a part of a tuple has come, and what is written stays as it was', () => {
  const given = describing(
    { $schema: SEVEN, items: [{ type: 'integer' }] },
    { 'x-a': { schema: { $ref: '#/components/schemas/A/items/0' } } },
  );
  const before = structuredClone(given);
  const { document } = upgrade(given, '3.1');
  expect(given).toEqual(before);
  expect(valueAt(document, '#/x-a/schema/$ref')).toBe('#/components/schemas/A/prefixItems/0');
});

test('a clause of it stands at the line where it was written, and counts', async () => {
  const api = await loadText(`openapi: 3.1.0
info: {title: T, version: '1'}
paths: {}
components:
  schemas:
    A:
      $schema: ${SEVEN}
      type: array
      items:
        - {type: integer}
        - {type: string}
      additionalItems: false
    B: {$ref: '#/components/schemas/A/items/1'}
`);
  const [breach] = api.schemas.check('#/components/schemas/A', ['x'], 'request');
  expect(breach?.constraint).toBe('#/components/schemas/A/prefixItems/0/type');
  expect(api.locate('#/components/schemas/A/prefixItems/0/type').line).toBe(10);
  expect(api.schemas.check('#/components/schemas/A', [1, 'a', 2], 'request')).toHaveLength(1);
  expect(api.schemas.check('#/components/schemas/B', 1, 'request')).toHaveLength(1);
  expect(api.aside).toEqual([]);
});
