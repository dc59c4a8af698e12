import { describe, expect, test } from 'vitest';
import { isObject, type Json, type JsonObject } from '../../scripts/base/json.ts';
import type { Direction } from '../../scripts/model/api-model.ts';
import { drawBySeed } from '../../scripts/values/generate/draw.ts';
import { toQuickChecks } from '../../scripts/values/quick-check.ts';
import { toResolver } from '../../scripts/values/resolve.ts';
import { toSchemas } from '../../scripts/values/schemas.ts';
import { anyValue, freeSchema } from './free-schema.ts';

function quickCheckOf(schema: Json, direction?: Direction) {
  const quickAt = toQuickChecks(
    toResolver(schema),
    { formats: 'asserted' },
    direction === 'response',
  );
  return quickAt({ node: schema, pointer: '#' });
}

/** As it is told the first time, when nothing has been made quick. */
function isHeld(schema: Json, value: Json, direction?: Direction): boolean {
  return toSchemas(schema).check('#', value, direction).length === 0;
}

/** A schema some of whose properties go one way only. */
function marked(schema: JsonObject): JsonObject {
  const { properties } = schema;
  if (!isObject(properties)) return schema;
  const entries = Object.entries(properties).map(([name, it]) => [
    name,
    isObject(it) ? { ...it, [name === 'a' ? 'readOnly' : 'writeOnly']: true } : it,
  ]);
  return { ...schema, required: ['a', 'b'], properties: Object.fromEntries(entries) };
}

test('says what is told otherwise, of any schema and value', () => {
  let [quick, held] = [0, 0];
  for (let seed = 0; seed < 2000; seed += 1) {
    const draw = drawBySeed(`quick ${seed}`);
    const schema = freeSchema(draw, 3);
    const check = quickCheckOf(schema);
    if (!check) continue;
    quick += 1;
    for (let count = 0; count < 6; count += 1) {
      const value = anyValue(draw, 3);
      const expected = isHeld(schema, value);
      held += expected ? 1 : 0;
      expect({ schema, value, isHeld: check(value) }).toEqual({ schema, value, isHeld: expected });
    }
  }
  expect(quick).toBeGreaterThan(1000);
  expect(held).toBeGreaterThan(1000);
});

test.for<Direction>(['request', 'response', 'either'])(
  'accepts nothing that is refused in the direction %s',
  (direction) => {
    for (let seed = 0; seed < 1000; seed += 1) {
      const draw = drawBySeed(`${direction} ${seed}`);
      const branches = [marked(freeSchema(draw, 2)), marked(freeSchema(draw, 2))];
      const schema = { [draw.below(2) === 0 ? 'oneOf' : 'anyOf']: branches };
      const check = quickCheckOf(schema, direction);
      for (let count = 0; count < 6; count += 1) {
        const value = anyValue(draw, 3);
        if (check?.(value) !== true) continue;
        const found = { schema, value, isHeld: isHeld(schema, value, direction) };
        expect(found).toEqual({ schema, value, isHeld: true });
      }
    }
  },
);

describe('is made only where a value tells all', () => {
  test.for<[schema: Json, direction: Direction | undefined, isMade: boolean]>([
    [true, undefined, true],
    [{ type: 'string', format: 'date' }, undefined, true],
    [{ properties: { a: { $ref: '#' } } }, undefined, true],
    [{ $ref: '#' }, undefined, false],
    [{ $ref: '#/nowhere' }, undefined, false],
    [{ type: 'text' }, undefined, false],
    [{ unevaluatedProperties: false }, undefined, false],
    [{ items: { contains: true } }, undefined, false],
    [{ $dynamicRef: '#a' }, undefined, false],
    [{ properties: { a: { writeOnly: true } } }, 'request', true],
    [{ properties: { a: { writeOnly: true } } }, 'response', false],
  ])('%j in the direction %s: %s', ([schema, direction, isMade]) => {
    expect(quickCheckOf(schema, direction) !== undefined).toBe(isMade);
  });
});

test.for<[schema: JsonObject, text: string, isHeld: boolean]>([
  [{ required: ['constructor'] }, '{}', false],
  [{ required: ['__proto__'] }, '{"__proto__": 1}', true],
  [{ properties: { toString: { type: 'string' } } }, '{}', true],
  [
    { properties: JSON.parse('{"__proto__": {"type": "string"}}') as Json },
    '{"__proto__": 1}',
    false,
  ],
  [{ additionalProperties: false }, '{"__proto__": 1}', false],
  [{ properties: { '"];\n\u2028': { type: 'string' } } }, '{"\\"];\\n\u2028": 1}', false],
  [{ enum: ['"', '\u2028', '\\'] }, '"\\\\"', true],
  [{ enum: [] }, '1', false],
  [{ maxLength: 1 }, '"😀"', true],
  [{ minLength: 2 }, '"😀"', false],
])('takes names and texts of %j for what they are: %s', ([schema, text, expected]) => {
  expect(quickCheckOf(schema)?.(JSON.parse(text) as Json)).toBe(expected);
});

test('big integers count with all their digits', () => {
  expect(quickCheckOf({ type: 'integer', maximum: 2 ** 53 })?.(2n ** 53n + 1n)).toBe(false);
  expect(quickCheckOf({ not: { minimum: 0 } })?.(-(2n ** 70n))).toBe(true);
});

test('what would take too long is left to others, also below a negation', () => {
  const again = { $ref: '#' };
  const schema = { anyOf: [{ required: ['x'] }, { properties: { a: { allOf: [again, again] } } }] };
  const deep = (levels: number, end: Json): Json =>
    levels === 0 ? end : { a: deep(levels - 1, end) };
  expect(quickCheckOf(schema)?.(deep(4, {}))).toBe(true);
  expect(quickCheckOf(schema)?.(deep(60, {}))).toBe(false);
  const inner = { $ref: '#/not' };
  const negated = { not: { properties: { a: { allOf: [inner, inner] } } } };
  expect(quickCheckOf(negated)?.(deep(60, {}))).toBe(false);
});

test('what nests deeper than the stack is left to others', () => {
  let value: Json = {};
  for (let level = 0; level < 200_000; level += 1) value = { a: value };
  expect(quickCheckOf({ properties: { a: { $ref: '#' } } })?.(value)).toBe(false);
});

const name = (at: number) => `a${at}`;

test('says the same of hundreds of alternatives, members, names and items', () => {
  const many = 450;
  const list = Array.from({ length: many }, (_, at) => at);
  const having = list.map((at) => ({ required: [name(at)] }));
  const members = Object.fromEntries(list.map((at) => [name(at), { type: 'integer' }]));
  const whole = Object.fromEntries(list.map((at) => [name(at), at]));
  const without = (at: number) =>
    Object.fromEntries(list.filter((it) => it !== at).map((it) => [name(it), it]));
  const objects: readonly Json[] = [
    {},
    whole,
    ...[0, 19, 20, 21, 399, 400, 449].flatMap((at) => [
      { [name(at)]: at },
      { [name(at)]: 'text' },
      { [name(at)]: at, a7: 7 },
      without(at),
    ]),
  ];
  const schemas: readonly JsonObject[] = [
    { type: 'object', oneOf: having },
    { type: 'object', anyOf: having },
    { type: 'object', allOf: having },
    { type: 'object', required: list.map(name) },
    { type: 'object', properties: members },
  ];
  for (const schema of schemas) {
    const told = objects.map((value) => isHeld(schema, value));
    expect(told).toContain(true);
    expect(told).toContain(false);
    expect(objects.map((value) => quickCheckOf(schema)?.(value))).toEqual(told);
  }
  const items = { type: 'array', prefixItems: list.map((at) => ({ const: at })) };
  const lists = [list, list.slice(0, 21), list.toSpliced(21, 1, 0), list.toSpliced(449, 1, 0)];
  expect(lists.map((value) => quickCheckOf(items)?.(value))).toEqual([true, true, false, false]);
});
