import { describe, expect, test } from 'vitest';
import type { Direction } from '../../scripts/model/api-model.ts';
import type { Json, JsonObject } from '../../scripts/base/json.ts';
import { parseJson } from '../../scripts/base/json-text.ts';
import { toSchemas } from '../../scripts/values/schemas.ts';

const CASE = '#/components/schemas/Case';

function schemasOf(schemas: JsonObject) {
  return toSchemas({ openapi: '3.1.0', components: { schemas } });
}

function keywordsBroken(schema: Json, value: Json, direction?: Direction): string[] {
  const breaches = schemasOf({ Case: schema }).check(CASE, value, direction);
  return breaches.map(({ keyword, instance }) => `${keyword} ${instance}`.trim());
}

/** A value as it is read from text, integers without loss. */
function read(text: string): Json {
  const reading = parseJson(text);
  if ('reason' in reading) throw new Error(reading.reason);
  return reading.value;
}

test.for<[schema: JsonObject, text: string, broken: string[]]>([
  [{ multipleOf: 0.01 }, '0.29', []],
  [{ multipleOf: 0.01 }, '1.13', []],
  [{ multipleOf: 0.01 }, '4.35', []],
  [{ multipleOf: 0.01 }, '19.99', []],
  [{ multipleOf: 0.01 }, '19.995', ['multipleOf']],
  [{ multipleOf: 0.1 }, '0.3', []],
  [{ multipleOf: 0.05 }, '1e300', []],
  [{ multipleOf: 1e-300 }, '1e300', []],
  [{ multipleOf: 3 }, '9007199254740993', []],
  [{ multipleOf: 3 }, '9007199254740995', ['multipleOf']],
  [{ multipleOf: 0.5 }, '9007199254740993', []],
  [{ multipleOf: 0 }, '1', []],
  [{ type: 'integer' }, '4.0', []],
  [{ type: 'integer' }, '1e2', []],
  [{ type: 'integer' }, '4.5', ['type']],
  [{ type: 'integer' }, '12345678901234567890', []],
  [{ type: 'number' }, '12345678901234567890', []],
  [{ type: 'string' }, '12345678901234567890', ['type']],
  [{ maximum: 9007199254740992 }, '9007199254740993', ['maximum']],
  [{ exclusiveMinimum: 9007199254740992 }, '9007199254740993', []],
  [{ const: 9007199254740992 }, '9007199254740993', ['const']],
  [{ enum: [9007199254740992n, 1] }, '9007199254740992', []],
  [{ enum: [1, 2] }, '1.0', []],
  [{ uniqueItems: true }, '[9007199254740993, 9007199254740992]', []],
  [{ uniqueItems: true }, '[9007199254740993, 1, 9007199254740993]', ['uniqueItems']],
  [{ uniqueItems: true }, '[1, true, "1", [1], {"a": 1}, {"a": "1"}, null, 0]', []],
  [{ uniqueItems: true }, '[{"a": 1, "b": 2}, {"b": 2, "a": 1.0}]', ['uniqueItems']],
  [{ format: 'int64' }, '9223372036854775807', []],
  [{ format: 'int64' }, '9223372036854775808', ['format']],
  [{ format: 'int64' }, '-9223372036854775808', []],
  [{ format: 'int64' }, '-9223372036854775809', ['format']],
  [{ format: 'int64' }, '1.5', ['format']],
  [{ format: 'int32' }, '2147483648', ['format']],
  [{ format: 'uint8' }, '256', ['format']],
  [{ format: 'uint64' }, '18446744073709551615', []],
  [{ format: 'int64' }, '"9223372036854775808"', []],
])('%j of %s breaks %j', ([schema, text, broken]) => {
  expect(keywordsBroken(schema, read(text))).toEqual(broken);
});

test.for<[schema: string, text: string, broken: string[]]>([
  ['{"required": ["toString"]}', '{}', ['required /toString']],
  ['{"required": ["constructor"]}', '{"constructor": 1}', []],
  ['{"properties": {"constructor": {"type": "string"}}}', '{}', []],
  ['{"properties": {"__proto__": {"type": "string"}}}', '{}', []],
  ['{"properties": {"__proto__": {"type": "string"}}}', '{"__proto__": 1}', ['type /__proto__']],
  ['{"required": ["__proto__"]}', '{}', ['required /__proto__']],
  ['{"additionalProperties": false}', '{"__proto__": 1}', ['additionalProperties /__proto__']],
  [
    '{"properties": {"a": true}, "additionalProperties": false}',
    '{"a": 1, "valueOf": 1}',
    ['additionalProperties /valueOf'],
  ],
  ['{"dependentRequired": {"hasOwnProperty": ["a"]}}', '{}', []],
  ['{"dependentSchemas": {"toString": false}}', '{}', []],
  ['{"const": {"toString": 1, "constructor": {}}}', '{"constructor": {}, "toString": 1}', []],
  ['{"enum": [{"valueOf": 1}]}', '{"valueOf": 2}', ['enum']],
  ['{"uniqueItems": true}', '[{"__proto__": 1}, {"__proto__": 2}]', []],
  ['{"unevaluatedProperties": false}', '{"toString": 1}', ['unevaluatedProperties /toString']],
])('names are names, whatever JavaScript calls so: %s of %s', ([schema, text, broken]) => {
  expect(keywordsBroken(read(schema), read(text))).toEqual(broken);
});

describe('what asserts nothing is named, and the rest counts', () => {
  test.for<[schema: JsonObject, flaws: string[], value: Json, broken: string[]]>([
    [{ nullable: true, description: 'any' }, [], null, []],
    [{ type: 'string', nullable: true }, [], null, ['type']],
    [{ enum: [] }, [], 1, ['enum']],
    [{ exclusiveMinimum: true, minimum: 3 }, ['exclusiveMinimum'], 2, ['minimum']],
    [{ format: 'no-such-format', minLength: 2 }, [], 'a', ['minLength']],
    [{ pattern: '[', minLength: 2 }, ['pattern'], 'a', ['minLength']],
    [{ pattern: String.raw`^[\w\-\.]+\@\w+$` }, [], 'a.b@c', []],
    [
      { patternProperties: { '[': false, '^a': false } },
      ['patternProperties'],
      { a: 1 },
      ['false schema /a'],
    ],
    [{ type: 'text' }, ['type'], 1, []],
    [{ required: true, properties: { a: false } }, ['required'], { a: 1 }, ['false schema /a']],
    [{ allOf: { minimum: 1 }, maximum: 2 }, ['allOf'], 3, ['maximum']],
    [{ anyOf: [] }, [], 3, []],
    [{ items: [1] }, ['items'], [1], []],
    [{ $ref: '#/components/schemas/Nowhere', minimum: 2 }, ['$ref'], 1, ['minimum']],
    [{ $ref: '#/openapi', minimum: 2 }, ['$ref'], 1, ['minimum']],
    [{ $ref: CASE, minimum: 2 }, ['$ref'], 1, ['minimum']],
    [
      { allOf: [{ $ref: CASE }, { $ref: CASE }], minimum: 2 },
      ['allOf/0/$ref', 'allOf/1/$ref'],
      1,
      ['minimum'],
    ],
    [{ not: { $ref: CASE }, minimum: 2 }, ['not/$ref'], 3, []],
    [
      { multipleOf: 0, minLength: -1, minItems: '2' },
      ['multipleOf', 'minLength', 'minItems'],
      1,
      [],
    ],
  ])('%j', ([schema, flaws, value, broken]) => {
    const { check, flaws: find } = schemasOf({ Case: schema });
    expect(find(CASE).map(({ at }) => at.slice(CASE.length + 1))).toEqual(flaws);
    expect(
      check(CASE, value).map(({ keyword, instance }) => `${keyword} ${instance}`.trim()),
    ).toEqual(broken);
  });

  test('also where another schema stands between', () => {
    const { flaws } = schemasOf({
      Case: { items: { $ref: '#/components/schemas/Other' } },
      Other: { not: { maximum: '3' } },
    });
    expect(flaws(CASE)).toEqual([
      { at: '#/components/schemas/Other/not/maximum', message: 'maximum must be a number' },
    ]);
  });

  test('no schema at all breaks nothing', () => {
    expect(schemasOf({}).check(CASE, 1)).toEqual([]);
    expect(schemasOf({}).flaws(CASE)).toEqual([{ at: CASE, message: 'there is no schema' }]);
  });
});

describe('time is bounded', () => {
  test.for(['allOf', 'anyOf', 'oneOf'] as const)('where each %s doubles the ways', (keyword) => {
    const { check, flaws } = doubling(keyword, { type: 'object', required: ['a'] });
    const valid = check(CASE, { a: 1 });
    expect(keyword === 'oneOf' ? valid.length > 0 : valid).toEqual(keyword === 'oneOf' ? true : []);
    expect(check(CASE, {}).map((it) => it.keyword)).toContain('required');
    expect(check(CASE, {}).length).toBeLessThan(200);
    expect(flaws(CASE)).toEqual([]);
  });

  test('where schema and value nest deep', () => {
    const schema = { properties: { a: { $ref: CASE } }, additionalProperties: false };
    let value: Json = { b: 1 };
    for (let i = 0; i < 400; i += 1) value = { a: value };
    expect(keywordsBroken(schema, value)).toHaveLength(1);
    for (let i = 0; i < 50_000; i += 1) value = { a: value };
    expect(keywordsBroken(schema, value)).toEqual([]);
  });

  test('where dynamic references lead round', () => {
    const schema = {
      $dynamicAnchor: 'it',
      allOf: [{ $dynamicRef: '#it' }, { $dynamicRef: '#it' }],
      type: 'object',
    };
    expect(keywordsBroken(schema, 1)).toEqual(['type']);
    expect(keywordsBroken(schema, {})).toEqual([]);
  });
});

/** Schemas of which each leads to the next in two ways. */
function doubling(keyword: 'allOf' | 'anyOf' | 'oneOf', last: JsonObject, depth = 40) {
  const names = Array.from({ length: depth }, (_, i) => (i === 0 ? 'Case' : `S${i}`));
  return schemasOf(
    Object.fromEntries([
      ...names.map((name, i) => {
        const $ref = `#/components/schemas/S${i + 1}`;
        return [
          name,
          {
            [keyword]: [
              { $ref, title: 'a' },
              { $ref, title: 'b' },
            ],
          },
        ] as const;
      }),
      [`S${depth}`, last] as const,
    ]),
  );
}
