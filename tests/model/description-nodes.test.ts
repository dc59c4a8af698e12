import { expect, test } from 'vitest';
import { nodesOf } from '../../scripts/model/description-nodes.ts';
import type { Json } from '../../scripts/base/json.ts';

test.each<{ name: string; value: Json; want: string[] }>([
  {
    name: 'a property may have the name of a keyword',
    value: { schema: { properties: { value: { default: { $ref: 1 } }, properties: {} } } },
    want: ['#', '#/schema S', '#/schema/properties/value S', '#/schema/properties/properties S'],
  },
  {
    name: 'examples, defaults and closed values are data',
    value: { schema: { examples: [{}], example: {}, default: {}, const: {}, enum: [{}] } },
    want: ['#', '#/schema S'],
  },
  {
    name: 'examples by name are Example Objects, their values data',
    value: { examples: { default: { summary: 'x', value: {} } } },
    want: ['#', '#/examples/default'],
  },
  {
    name: 'a default response is a response',
    value: { responses: { default: { content: { 'a/b': { schema: true } } } } },
    want: ['#', '#/responses/default', '#/responses/default/content/a~1b'],
  },
  {
    name: 'schemas are found below each keyword that holds them',
    value: { schema: { allOf: [{ items: {} }], if: {}, additionalProperties: {}, xml: {} } },
    want: [
      '#',
      '#/schema S',
      '#/schema/allOf/0 S',
      '#/schema/allOf/0/items S',
      '#/schema/if S',
      '#/schema/additionalProperties S',
      '#/schema/xml',
    ],
  },
  {
    name: 'parameters are a list in an operation and named in the components',
    value: { parameters: [{ schema: {} }], components: { parameters: { value: {} } } },
    want: [
      '#',
      '#/parameters/0',
      '#/parameters/0/schema S',
      '#/components',
      '#/components/parameters/value',
    ],
  },
  {
    name: 'evidence names keywords and is no node',
    value: { 'x-evidence': { required: ['A'] }, 'x-errors': { invalid: { status: 400 } } },
    want: ['#', '#/x-errors', '#/x-errors/invalid'],
  },
])('$name', ({ value, want }) => {
  const found = [...nodesOf(value)].map(
    ({ pointer, isSchema }) => `${pointer}${isSchema ? ' S' : ''}`,
  );
  expect(found).toEqual(want);
});
