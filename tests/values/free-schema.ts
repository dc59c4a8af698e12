import type { Json, JsonObject } from '../../scripts/base/json.ts';
import type { Draw } from '../../scripts/values/generate/draw.ts';

export const NAMES = ['a', 'b', 'name', 'x-1', 'constructor', 'kind', 'é'] as const;
const WORDS = ['', 'a', 'abc', 'Zoë', 'x-9', 'kiln', '2024-01-15', '00', 'a@example.com'] as const;
const NUMBERS = [0, 1, 2, -3, 7, 100, 0.5, 1.25, -0.75, 12.5, 1e6] as const;

/** One of several. */
export function one<Item>(draw: Draw, items: readonly [Item, ...Item[]]): Item {
  return items[draw.below(items.length)] ?? items[0];
}

/** Any small value. */
export function anyValue(draw: Draw, depth: number): Json {
  switch (draw.below(depth > 0 ? 8 : 5)) {
    case 0:
      return null;
    case 1:
      return draw.below(2) === 1;
    case 2:
    case 3:
      return one<Json>(draw, NUMBERS);
    case 4:
      return one<Json>(draw, WORDS);
    case 5:
      return Array.from({ length: draw.below(4) }, () => anyValue(draw, depth - 1));
    default: {
      const names = Array.from({ length: draw.below(4) }, () => one<string>(draw, NAMES));
      return Object.fromEntries(names.map((name) => [name, anyValue(draw, depth - 1)]));
    }
  }
}

/** Any schema: it may accept nothing. */
export function freeSchema(draw: Draw, depth: number): JsonObject {
  const schema: Record<string, Json> = {};
  const below = () => freeSchema(draw, depth - 1);
  const types = ['null', 'boolean', 'integer', 'number', 'string', 'array', 'object'] as const;
  if (draw.below(3) > 0) schema['type'] = one<string>(draw, types);
  const add = [
    () => (schema['minimum'] = draw.below(10)),
    () => (schema['maximum'] = draw.below(12)),
    () => (schema['multipleOf'] = one(draw, [1, 2, 0.5, 3])),
    () => (schema['minLength'] = draw.below(4)),
    () => (schema['maxLength'] = draw.below(6)),
    () => (schema['pattern'] = one(draw, ['^a', 'b$', '^[a-z]+$', '\\d'])),
    () => (schema['enum'] = [anyValue(draw, 1)]),
    () => (schema['minItems'] = draw.below(3)),
    () => (schema['maxItems'] = draw.below(4)),
    () => (schema['uniqueItems'] = true),
    () => (schema['required'] = [one<string>(draw, NAMES)]),
    () => (schema['minProperties'] = draw.below(3)),
    () => (schema['maxProperties'] = draw.below(3)),
    () => (schema['dependentRequired'] = { a: ['b'] }),
    () => (schema['propertyNames'] = { maxLength: 1 + draw.below(5) }),
    ...(depth > 0
      ? [
          () => (schema['items'] = below()),
          () => (schema['prefixItems'] = [below(), below()]),
          () => (schema['contains'] = below()),
          () => (schema['properties'] = { a: below(), b: below() }),
          () => (schema['patternProperties'] = { '^x-': below() }),
          () => (schema['additionalProperties'] = draw.below(2) === 0 ? false : below()),
          () => (schema['allOf'] = [below(), below()]),
          () => (schema['anyOf'] = [below(), below()]),
          () => (schema['oneOf'] = [below(), below()]),
          () => (schema['not'] = below()),
          () => Object.assign(schema, { if: below(), then: below(), else: below() }),
          () => (schema['dependentSchemas'] = { a: below() }),
          () => (schema['unevaluatedProperties'] = false),
          () => (schema['unevaluatedItems'] = false),
          () => (schema['properties'] = { a: { $ref: '#' } }),
          () => (schema['items'] = { $ref: '#' }),
        ]
      : []),
  ];
  for (let count = draw.below(4); count > 0; count -= 1) add[draw.below(add.length)]?.();
  return schema;
}
