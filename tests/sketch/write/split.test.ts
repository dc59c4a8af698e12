import { expect, test } from 'vitest';
import type { JsonObject } from '../../../scripts/base/json.ts';
import { split } from '../../../scripts/sketch/write/split.ts';

const item = (tag?: string): JsonObject => ({
  get: {
    ...(tag !== undefined && { tags: [tag] }),
    responses: { 200: { $ref: '#/components/responses/Done' } },
  },
});

const described = (count: number): JsonObject => ({
  paths: Object.fromEntries([
    ...Array.from({ length: count }, (_, index) => [`/pets/${index}`, item('Pet Shops')]),
    ['/untagged', item()],
  ]),
  components: { responses: { Done: { description: 'It is done.' } } },
});

test('up to ten paths lie beside each other', () => {
  const files = [...split(described(9)).keys()];
  expect(files).toContain('paths/pets_0.yaml');
  expect(files).toContain('paths/untagged.yaml');
});

test('more than ten lie in a folder for each resource, and refer to components from there', () => {
  const parts = split(described(10));
  expect([...parts.keys()]).toContain('paths/untagged.yaml');
  expect(parts.get('paths/pet-shops/pets_0.yaml')).toMatchObject({
    get: { responses: { 200: { $ref: '../../components/responses/Done.yaml' } } },
  });
  expect(parts.get('openapi.yaml')).toMatchObject({
    paths: { '/pets/0': { $ref: 'paths/pet-shops/pets_0.yaml' } },
  });
});
