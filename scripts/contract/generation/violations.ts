import * as fc from 'fast-check';
import {
  arrayOf,
  isEqual,
  isObject,
  objectOf,
  type Json,
  type JsonObject,
} from '../../core/json.ts';
import { append, type Pointer } from '../../core/json-pointer.ts';
import { formattedString } from './strings.ts';
import { flatten } from './merge-schemas.ts';
import { numberAt } from './numbers.ts';
import { anyJson, typesOf } from './valid-value.ts';

/** Stands for a property that is left out. */
export const ABSENT = Symbol('absent');

/** One constraint of a schema, broken at one place of a value that was valid. */
export interface Break {
  readonly keyword: string;
  /** Place within the value. */
  readonly at: Pointer;
  /** What to put there instead. */
  readonly replacement: fc.Arbitrary<Json | typeof ABSENT>;
}

const SAMPLES: Readonly<Record<string, Json>> = {
  string: 'text',
  integer: 7,
  number: 1.5,
  boolean: true,
  array: [],
  object: {},
  null: null,
};

/** Arrays longer than this are left to `limits.items`, which tries their maximum once. */
const MOST_ITEMS = 100;

/**
 * Every way to break exactly one keyword of a schema in a valid value, the deepest places included.
 * Branches of `anyOf`, `oneOf` and `not` are left whole: a value that breaks one may satisfy another.
 */
export function* breaksOf(
  document: Json,
  schema: Json | undefined,
  value: Json,
  at: Pointer = '#',
): Generator<Break> {
  if (!isObject(schema)) return;
  const flat = flatten(document, schema);
  if ('anyOf' in flat || 'oneOf' in flat) return;
  yield* breaksHere(flat, value, at);
  if (isObject(value)) {
    for (const [name, property] of Object.entries(objectOf(flat['properties']))) {
      const own = value[name];
      if (own !== undefined) yield* breaksOf(document, property, own, append(at, name));
    }
  } else if (Array.isArray(value)) {
    const prefix = arrayOf(flat['prefixItems']);
    const index = value.length > prefix.length ? prefix.length : 0;
    const item = (value as readonly Json[])[index];
    const itemSchema = prefix[index] ?? flat['items'];
    if (item !== undefined) yield* breaksOf(document, itemSchema, item, append(at, index));
  }
}

function* breaksHere(schema: JsonObject, value: Json, at: Pointer): Generator<Break> {
  const allowed = typesOf(schema);
  if (allowed.length > 0) yield { keyword: 'type', at, replacement: wrongType(allowed) };
  if ('const' in schema)
    yield { keyword: 'const', at, replacement: other([schema['const'] ?? null]) };
  if ('enum' in schema) yield { keyword: 'enum', at, replacement: other(arrayOf(schema['enum'])) };
  if (typeof value === 'string') yield* stringBreaks(schema, at);
  if (typeof value === 'number') yield* numberBreaks(schema, at);
  if (Array.isArray(value)) yield* arrayBreaks(schema, value as readonly Json[], at);
  if (isObject(value)) yield* objectBreaks(schema, value, at);
}

function* stringBreaks(schema: JsonObject, at: Pointer): Generator<Break> {
  const minLength = numberAt(schema, 'minLength') ?? 0;
  const maxLength = numberAt(schema, 'maxLength');
  const { format, pattern } = schema;
  if (minLength > 0) {
    yield { keyword: 'minLength', at, replacement: fc.string({ maxLength: minLength - 1 }) };
  }
  if (maxLength !== undefined) {
    const minimal = maxLength + 1;
    const tooLong = fc.integer({ min: minimal, max: minimal + 8 }).map((n) => 'x'.repeat(n));
    yield { keyword: 'maxLength', at, replacement: tooLong };
  }
  if (typeof pattern === 'string')
    yield { keyword: 'pattern', at, replacement: fc.string({ minLength }) };
  if (typeof format === 'string' && formattedString(format)) {
    const wrong = fc.constantFrom('not-a-format', '2024-13-45', '12:00', '::', 'a b');
    yield { keyword: 'format', at, replacement: wrong };
  }
}

function* numberBreaks(schema: JsonObject, at: Pointer): Generator<Break> {
  const outside = (keyword: string, step: number): Break[] => {
    const bound = numberAt(schema, keyword);
    if (bound === undefined) return [];
    const edge = keyword.startsWith('exclusive') ? bound : bound + step;
    const replacement = fc.integer({ min: 0, max: 1000 }).map((n) => edge + step * n);
    return [{ keyword, at, replacement }];
  };
  yield* outside('minimum', -1);
  yield* outside('exclusiveMinimum', -1);
  yield* outside('maximum', 1);
  yield* outside('exclusiveMaximum', 1);
  const step = numberAt(schema, 'multipleOf');
  if (step !== undefined) {
    yield { keyword: 'multipleOf', at, replacement: fc.integer().map((n) => n * step + step / 2) };
  }
}

function* arrayBreaks(schema: JsonObject, value: readonly Json[], at: Pointer): Generator<Break> {
  const minItems = numberAt(schema, 'minItems') ?? 0;
  const maxItems = numberAt(schema, 'maxItems') ?? Infinity;
  const [first] = value;
  if (minItems > 0) {
    const fewer = fc.integer({ min: 0, max: minItems - 1 }).map((n) => value.slice(0, n));
    yield { keyword: 'minItems', at, replacement: fewer };
  }
  if (maxItems <= MOST_ITEMS && first !== undefined) {
    const more = fc
      .integer({ min: maxItems + 1, max: maxItems + 3 })
      .map((n) => Array.from({ length: n }, (_, i) => value[i] ?? first));
    yield { keyword: 'maxItems', at, replacement: more };
  }
  if (schema['uniqueItems'] === true && first !== undefined) {
    yield { keyword: 'uniqueItems', at, replacement: fc.constant([...value, first]) };
  }
}

function* objectBreaks(schema: JsonObject, value: JsonObject, at: Pointer): Generator<Break> {
  for (const name of arrayOf(schema['required']).map(String)) {
    if (!(name in value)) continue;
    yield { keyword: 'required', at: append(at, name), replacement: fc.constant(ABSENT) };
  }
  const names = Object.keys(value);
  const minProperties = numberAt(schema, 'minProperties') ?? 0;
  const maxProperties = numberAt(schema, 'maxProperties');
  if (minProperties > 0) yield { keyword: 'minProperties', at, replacement: fc.constant({}) };
  if (maxProperties !== undefined) {
    const extra = padded(maxProperties + 1 - names.length);
    yield { keyword: 'maxProperties', at, replacement: fc.constant({ ...value, ...extra }) };
  }
  for (const keyword of ['additionalProperties', 'unevaluatedProperties']) {
    if (schema[keyword] !== false) continue;
    yield { keyword, at, replacement: fc.constant({ ...value, ...padded(1) }) };
  }
}

function padded(count: number): JsonObject {
  return Object.fromEntries(Array.from({ length: count }, (_, i) => [`extra${i}`, i]));
}

function wrongType(allowed: readonly string[]): fc.Arbitrary<Json> {
  const wrong = Object.keys(SAMPLES).filter(
    (type) => !allowed.includes(type) && !(type === 'integer' && allowed.includes('number')),
  );
  const samples = wrong.map((type) => SAMPLES[type] ?? null);
  return samples.length > 0 ? fc.constantFrom(...samples) : anyJson();
}

function other(values: readonly Json[]): fc.Arbitrary<Json> {
  return fc
    .oneof(fc.constantFrom<Json>('another value', '', 0, false, null), anyJson())
    .filter((candidate) => !values.some((value) => isEqual(value, candidate)));
}
