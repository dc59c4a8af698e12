import { expect, test } from 'vitest';
import { body, inferred, json, path } from './inferred.ts';

test.each([
  ['petId', 'petId', { petId: 'string', id: 'string' }],
  ['pet_id', 'petId', { petId: 'string' }],
  ['petId', 'id', { id: 'string' }],
  ['id', 'id', { id: 'integer' }],
  ['id', '_id', { _id: 'string' }],
  ['id', 'petId', { petId: 'string', name: 'string' }],
  ['name', 'name', { name: 'string', id: 'string' }],
  ['pet_name', 'name', { name: 'string', id: 'string' }],
  ['owner_name', undefined, { name: 'string' }],
  ['breed', undefined, { id: 'string' }],
  ['petId', undefined, { id: 'object' }],
  ['petId', undefined, { name: 'string' }],
])('for {%s} the id of a pet stands in %s', async (variable, want, properties) => {
  const members = Object.entries(properties).map(([name, type]) => `${name}: {type: ${type}}`);
  const schema = `{type: object, properties: {${members.join(', ')}}}`;
  const found = await inferred({
    '/pets': `post: {${body(schema)}, responses: {'201': ${json(schema)}}}`,
    [`/pets/{${variable}}`]: `${path(variable)}, get: {responses: {'200': ${json(schema)}}}`,
  });
  const read = found[`get /pets/{${variable}}`] as { key?: string } | undefined;
  expect(read?.key).toBe(want && `#/${want}`);
});
