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
