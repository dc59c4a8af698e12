import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../scripts/base/json.ts';
// It lets big integers be written.
// oxlint-disable-next-line import/no-unassigned-import
import '../../scripts/base/json-text.ts';
import { resolverOf } from '../../scripts/values/resolve.ts';
import { conjunctOf } from '../../scripts/values/generate/conjunct.ts';
import { drawBySeed } from '../../scripts/values/generate/draw.ts';
import { expand } from '../../scripts/values/generate/expand.ts';
import { isImplied } from '../../scripts/values/generate/is-implied.ts';
import { sampleValue } from '../../scripts/values/generate/sample-value.ts';
import { validValue } from '../../scripts/values/generate/valid-value.ts';
import { freeSchema } from './free-schema.ts';
import { judgesOf } from './two-judges.ts';

function isSaidBy(first: Json, second: Json, rest: JsonObject = {}): boolean {
  const document = { $defs: { ...rest, first, second } };
  const resolver = resolverOf(document);
  const at = (name: string, node: Json) => conjunctOf(resolver, node, `#/$defs/${name}`);
  const { alternatives } = expand(resolver, [at('first', first)]);
  return alternatives.every((it) => isImplied(resolver, it, at('second', second)));
}

const PET: JsonObject = {
  type: 'object',
  required: ['kind'],
  properties: { kind: { enum: ['cat', 'dog'] }, owner: { $ref: '#/$defs/Owner' } },
};
const OWNER: JsonObject = { type: 'object', properties: { name: { type: 'string' } } };
const pet = { $ref: '#/$defs/PET' };

test.for<[is: boolean, first: Json, second: Json]>([
  [true, { allOf: [pet, { properties: { paws: { type: 'integer' } } }] }, { allOf: [pet] }],
  [true, PET, { ...PET, title: 'The same in other words', 'x-order': 2 }],
  [true, { allOf: [pet, { minProperties: 3 }] }, { minProperties: 2, maxLength: 4 }],
  [true, pet, { properties: { owner: { properties: { name: { type: ['string', 'null'] } } } } }],
  [true, { type: 'array', items: pet }, { items: { required: ['kind'] } }],
  [true, { const: 'cat' }, { enum: ['cat', 'dog'] }],
  [true, { type: 'string' }, { properties: { name: false } }],
  [true, { not: { type: 'null' } }, { description: 'No null', not: { type: 'null' } }],
  [
    true,
    { properties: { a: true }, additionalProperties: false },
    { additionalProperties: false, properties: { a: true } },
  ],
  [
    true,
    { type: 'object', additionalProperties: false },
    { type: 'object', properties: { a: { type: 'string' } }, additionalProperties: false },
  ],
  [
    true,
    { additionalProperties: { const: 1 } },
    { properties: { a: true }, additionalProperties: { type: 'integer' } },
  ],
  [
    false,
    { properties: { b: true }, additionalProperties: false },
    { properties: { a: true }, additionalProperties: false },
  ],
  [
    false,
    { patternProperties: { '^x': true }, additionalProperties: false },
    { additionalProperties: false },
  ],
  [false, pet, { allOf: [pet, { properties: { paws: { type: 'integer' } } }] }],
  [false, { enum: ['cat', 'dog'] }, { const: 'cat' }],
  [
    false,
    { properties: { a: true }, additionalProperties: false },
    { additionalProperties: false },
  ],
  [
    false,
    { anyOf: [{ properties: { a: true } }, true], unevaluatedProperties: false },
    { properties: { b: false } },
  ],
  [false, { items: { type: 'string' }, prefixItems: [true] }, { items: { type: 'string' } }],
  [false, { type: 'number' }, { type: 'integer' }],
  [false, { minimum: 1 }, { exclusiveMinimum: 1 }],
])('a schema is said again by others: %j', ([is, first, second]) => {
  expect(isSaidBy(first, second, { PET, Owner: OWNER })).toBe(is);
});

const ADDRESS = 'https://schemas.example/all';

test('what is said again holds, as Ajv sees it, for whatever the others allow', async () => {
  let implied = 0;
  const refuted: Json[] = [];
  for (let seed = 0; seed < 400; seed += 1) {
    const draw = drawBySeed(`implied ${seed}`);
    const first = freeSchema(draw, 2);
    const kept = Object.entries(first).filter(() => draw.below(2) === 0);
    const second = draw.below(3) === 0 ? freeSchema(draw, 1) : Object.fromEntries(kept);
    if (Object.keys(second).length === 0 || !isSaidBy(first, second)) continue;
    implied += 1;
    const document = { $defs: { first, second } };
    const remotes = new Map([[ADDRESS, document]]);
    const { ajv } = await judgesOf({ $ref: `${ADDRESS}#/$defs/second` }, remotes);
    for (const value of fc.sample(validValue(document, first), { seed, numRuns: 10 })) {
      if (value === null) continue;
      const read: Json = JSON.parse(JSON.stringify(value));
      if (ajv(read) === false) refuted.push({ first, second, read });
    }
  }
  expect(refuted).toEqual([]);
  expect(implied).toBeGreaterThan(50);
});

const base = { type: 'object', properties: { kind: { type: 'string' } } };
const plus = (properties: JsonObject) => ({
  allOf: [{ $ref: '#/$defs/Base' }, { type: 'object', properties }],
});
const settings = (name: string) => ({
  settings: { type: 'object', properties: { [name]: { type: 'integer' } } },
});

describe('oneOf of schemas that are made of one another', () => {
  test('is satisfied by the wider one, where the others can be denied', async () => {
    const schema: Json = {
      oneOf: [
        { allOf: [{ $ref: '#/$defs/Base' }] },
        ...['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((it) => plus(settings(it))),
        plus({ other: { type: 'array' } }),
      ],
      $defs: { Base: base },
    };
    const { ajv, hyperjump } = await judgesOf(schema);
    const sample = sampleValue(schema, schema);
    expect(sample).toHaveProperty('value');
    const values = fc.sample(validValue(schema, schema), { seed: 4, numRuns: 10 });
    const all = ['value' in sample ? sample.value : null, ...values];
    expect(all.filter((it) => ajv(it) !== true || hyperjump(it) !== true)).toEqual([]);
  });

  test('is refuted where two say the same and the third only narrows them', () => {
    const twice = plus({ conditions: { $ref: '#/$defs/Base' } });
    const schema: Json = {
      oneOf: [
        twice,
        { ...twice, description: 'Again' },
        { allOf: [twice, { required: ['kind'] }] },
      ],
      $defs: { Base: base },
    };
    expect(sampleValue(schema, schema)).toHaveProperty('unsatisfiable');
  });
});
