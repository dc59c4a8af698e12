import { expect, test } from 'vitest';
import type { Json, JsonObject } from '../../scripts/base/json.ts';
import { drawBySeed } from '../../scripts/values/generate/draw.ts';
import { refuteSchemas } from '../../scripts/values/generate/refute-schemas.ts';
import { anyValue, freeSchema } from './free-schema.ts';
import { judgesOf } from './two-judges.ts';

function documentOf(schemas: JsonObject): JsonObject {
  return { openapi: '3.1.1', components: { schemas } };
}

test('no value by chance is one, as Ajv sees it, that a refuted schema allows', async () => {
  let refuted = 0;
  const wrong: Json[] = [];
  for (let seed = 0; seed < 400; seed += 1) {
    const draw = drawBySeed(`refute ${seed}`);
    const schema = freeSchema(draw, 2);
    const own = refuteSchemas(documentOf({ Own: schema }));
    if (!own.some(({ pointer }) => pointer === '#/components/schemas/Own')) continue;
    refuted += 1;
    const { ajv } = await judgesOf(schema);
    const values = Array.from({ length: 40 }, () => anyValue(draw, 2));
    wrong.push(...values.filter((it) => ajv(it) === true).map((it) => ({ schema, it })));
  }
  expect(wrong).toEqual([]);
  expect(refuted).toBeGreaterThan(5);
});

function holding(ref: string): JsonObject {
  const properties = { held: { $ref: `#/components/schemas/${ref}` } };
  return { type: 'object', required: ['held'], properties };
}

test('of those that are empty for one reason the innermost is told', () => {
  const empty = { type: 'string', minLength: 3, maxLength: 2 };
  const told = refuteSchemas(
    documentOf({ Outer: holding('Inner'), Inner: holding('Empty'), Empty: empty }),
  );
  expect(told.map(({ pointer, reason }) => [pointer, reason.unsatisfiable])).toEqual([
    ['#/components/schemas/Empty', 'minLength is 3 and maxLength is 2'],
  ]);
});

test('no time is lost on schemas of which nothing could be proved', () => {
  const branches = Array.from({ length: 9 }, (_, place) => ({
    minimum: place,
    maximum: 900 - place,
  }));
  const tangled = () => ({ allOf: Array.from({ length: 6 }, () => ({ anyOf: [...branches] })) });
  const schemas = Object.fromEntries(
    Array.from({ length: 3_000 }, (_, place) => [`S${place}`, { ...tangled(), not: { const: 1 } }]),
  );
  const began = process.cpuUsage().user;
  expect(refuteSchemas(documentOf(schemas))).toEqual([]);
  expect((process.cpuUsage().user - began) / 1_000).toBeLessThan(1_500);
});
