import * as fc from 'fast-check';
import type { Json, JsonObject } from '../base/json.ts';

/** Farthest from zero that an unbounded number goes: every language holds it exactly. */
const FAR = 2 ** 40;

/** Whole numbers in the schema's range, its ends often (JSON Schema validation, section 6.2). */
export function integerFor(schema: JsonObject): fc.Arbitrary<Json> {
  const { min, max } = rangeOf(schema, 1);
  const step = numberAt(schema, 'multipleOf') ?? 1;
  const from = Math.ceil(min / step);
  const to = Math.max(from, Math.floor(max / step));
  const ends = fc.constantFrom(from, to);
  return fc.oneof({ weight: 3, arbitrary: fc.integer({ min: from, max: to }) }, ends).map((n) => {
    const value = n * step;
    return Number.isInteger(step) ? value : Number(value.toFixed(decimalsOf(step)));
  });
}

/** Numbers in the schema's range; whole ones as often as others. */
export function numberFor(schema: JsonObject): fc.Arbitrary<Json> {
  if (numberAt(schema, 'multipleOf') !== undefined) return integerFor(schema);
  const { min, max } = rangeOf(schema, Number.EPSILON);
  const fractions = fc.double({ min, max, noNaN: true, noDefaultInfinity: true });
  // JSON has no negative zero that survives every parser.
  return fc.oneof(
    integerFor(schema),
    fractions.map((n) => (Object.is(n, -0) ? 0 : n)),
  );
}

export function numberAt(schema: JsonObject, keyword: string): number | undefined {
  const value = schema[keyword];
  return typeof value === 'number' ? value : undefined;
}

function rangeOf(schema: JsonObject, step: number): { min: number; max: number } {
  const far = schema['format'] === 'int32' ? 2 ** 31 - 1 : FAR;
  const above = numberAt(schema, 'exclusiveMinimum');
  const below = numberAt(schema, 'exclusiveMaximum');
  const lows = [numberAt(schema, 'minimum'), above === undefined ? undefined : above + step];
  const highs = [numberAt(schema, 'maximum'), below === undefined ? undefined : below - step];
  const low = Math.max(...lows.filter((it) => it !== undefined));
  const high = Math.min(...highs.filter((it) => it !== undefined));
  const min = low === -Infinity ? Math.min(-far, high - far) : low;
  return { min, max: Math.max(min, high === Infinity ? Math.max(far, min + far) : high) };
}

function decimalsOf(step: number): number {
  return (String(step).split('.')[1] ?? '').length;
}
