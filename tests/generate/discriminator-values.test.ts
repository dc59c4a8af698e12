import { expect, test } from 'vitest';
import type { Json } from '../../scripts/base/json.ts';
import { withDiscriminatorValues } from '../../scripts/generate/shapes/with-discriminator-values.ts';

function at(name: string): Json {
  return { $ref: `#/components/schemas/${name}` };
}

test('schemas that double with every level are looked at once each', () => {
  const discriminator = { propertyName: 'kind' };
  const last = { type: 'object', required: ['kind'], properties: { kind: { type: 'string' } } };
  const levels = Array.from({ length: 40 }, (_, level): [string, Json] => [
    `Level${level}`,
    { allOf: [at(`Level${level + 1}`), at(`Level${level + 1}`)] },
  ]);
  const schemas = {
    ...Object.fromEntries(levels),
    Level40: { ...last, discriminator },
    Top: { oneOf: [at('Level0')], discriminator },
  };
  expect(withDiscriminatorValues({ paths: {}, components: { schemas } })).toMatchObject({
    components: {
      schemas: {
        Top: { oneOf: [{ allOf: [at('Level0'), { properties: { kind: { enum: ['Level0'] } } }] }] },
      },
    },
  });
});
