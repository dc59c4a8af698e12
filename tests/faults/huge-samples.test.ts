import { expect, test } from 'vitest';
import { seededFaults } from '../../scripts/cli/prove/mock-stand.ts';
import { loadText } from '../mock/pets.ts';

test.each([
  ['a text of a billion letters', { type: 'string', minLength: 1e9 }],
  ['a list of a billion items', { type: 'array', minItems: 1e9, items: {} }],
])('the places of faults in %s are found without one', async (_what, schema) => {
  const content = { 'application/json': { schema } };
  const responses = { 200: { description: 'ok', content } };
  const post = { requestBody: { required: true, content }, responses };
  const info = { title: 'Things', version: '1' };
  const text = JSON.stringify({ openapi: '3.1.0', info, paths: { '/things': { post } } });
  expect(seededFaults(await loadText(text)).length).toBeGreaterThan(10);
});
