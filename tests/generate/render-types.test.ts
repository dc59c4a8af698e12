import { expect, test } from 'vitest';
import { renderTypes } from '../../scripts/generate/render-types.ts';
import { loadText } from '../mock/pets.ts';

test.each(['constructor', 'toString'])('an object without its own %s fits', async (name) => {
  const schema = { type: 'object', properties: { [name]: { type: 'integer' } } };
  const document = {
    openapi: '3.1.0',
    info: { title: 'Named', version: '1' },
    paths: {},
    components: { schemas: { Thing: schema, [name]: { type: 'string' } } },
  };
  const types = renderTypes(await loadText(JSON.stringify(document)));
  expect(types).toContain(`${name}?: number | Object["${name}"];`);
  expect(types).toContain(`${name}: string;`);
});

test('a "$ref" within an example is data, and shown as it is written', async () => {
  const example = { $ref: '#/components/examples/thing/value' };
  const content = { 'application/json': { schema: { type: 'object' }, example } };
  const document = {
    openapi: '3.1.0',
    info: { title: 'Shown', version: '1' },
    paths: { '/things': { get: { responses: { 200: { description: 'Things', content } } } } },
    components: {
      examples: { thing: { value: { name: 'Rex' } } },
    },
  };
  const types = renderTypes(await loadText(JSON.stringify(document)));
  expect(types).toContain('"$ref": "#/components/examples/thing/value"');
});
