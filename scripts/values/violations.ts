import * as fc from 'fast-check';
import { arrayOf, isEqual, isObject, objectOf, type Json, type JsonObject } from '../base/json.ts';
import { append, type Pointer } from '../base/json-pointer.ts';
import { spotsOf, type Spot } from './effective-schema.ts';
import { numberAt } from './numbers.ts';
import { isKnownFormat } from './strings.ts';
import { isOfType } from './effective-schema.ts';
import { typesOf, validValue } from './valid-value.ts';

/** Stands for a property that is left out. */
export const ABSENT = Symbol('absent');

/** One constraint of a schema, and what may break it alone at one place of a value that was valid. */
export interface Break {
  readonly keyword: string;
  /** Place within the value where something else is put. */
  readonly at: Pointer;
  /** Place that a validator names: a property that is missing or too many has one of its own. */
  readonly instance: Pointer;
  /** What to put there: the one nearest to what is allowed first. Not every one must be wrong. */
  readonly candidates: readonly (Json | typeof ABSENT)[];
}

/** Values of every type, to stand where another type is wanted. */
const SAMPLES: readonly Json[] = ['text', 7, 1.5, true, [], {}, null];

/** Longer arrays are left to `limits.items`, which tries their maximum once; longer texts to nobody. */
const MOST_ITEMS = 100;
const LONGEST = 100_000;

/** Every way to break exactly one keyword of a schema in a valid value, the deepest places included. */
export function* breaksOf(document: Json, schema: Json | undefined, value: Json): Generator<Break> {
  for (const spot of spotsOf(document, schema, value)) {
    for (const { keyword, candidates, below } of breaksAt(document, spot)) {
      const instance = below === undefined ? spot.at : append(spot.at, below);
      const isRemoval = candidates[0] === ABSENT;
      if (candidates.length > 0)
        yield { keyword, at: isRemoval ? instance : spot.at, instance, candidates };
    }
  }
}

interface Breaking {
  readonly keyword: string;
  readonly candidates: Break['candidates'];
  /** Property that a validator complains about. */
  readonly below?: string;
}

function* breaksAt(document: Json, spot: Spot): Generator<Breaking> {
  const { schema, value } = spot;
  const allowed = typesOf(schema);
  if (schema['type'] !== undefined) {
    const near = typeof value === 'number' ? [value + 0.5, String(value)] : [];
    const wrong = [...near, ...SAMPLES].filter((it) => !allowed.some((type) => isOfType(type, it)));
    yield { keyword: 'type', candidates: wrong };
  }
  for (const [keyword, values] of [
    ['const', 'const' in schema ? [schema['const'] ?? null] : []],
    ['enum', arrayOf(schema['enum'])],
  ] as const) {
    if (values.length > 0) yield { keyword, candidates: othersThan(values, value) };
  }
  for (const keyword of ['anyOf', 'oneOf']) {
    if (schema[keyword] !== undefined) yield { keyword, candidates: SAMPLES };
  }
  if (schema['not'] !== undefined) {
    const forbidden = fc.sample(validValue(document, schema['not']), { seed: 1, numRuns: 5 });
    const merged = forbidden.map((it) =>
      isObject(it) && isObject(value) ? { ...value, ...it } : it,
    );
    yield { keyword: 'not', candidates: merged };
  }
  if (typeof value === 'string') yield* stringBreaks(schema, value);
  if (typeof value === 'number') yield* numberBreaks(schema, value);
  if (Array.isArray(value)) yield* arrayBreaks(schema, arrayOf(value));
  if (isObject(value)) yield* objectBreaks(schema, value);
}

/** Values that are none of these: of the same kind first, so that only the choice is wrong. */
function othersThan(values: readonly Json[], value: Json): Json[] {
  const texts = typeof value === 'string' ? [value.toUpperCase(), `${value}x`, 'kiln'] : [];
  const numbers = typeof value === 'number' ? [value + 1, value - 1, 987_654] : [];
  return [...texts, ...numbers, ...SAMPLES].filter(
    (candidate) => !values.some((it) => isEqual(it, candidate)),
  );
}

function* stringBreaks(schema: JsonObject, value: string): Generator<Breaking> {
  const { format, pattern } = schema;
  const minLength = numberAt(schema, 'minLength') ?? 0;
  const maxLength = numberAt(schema, 'maxLength') ?? Infinity;
  const letters = Array.from(value);
  if (minLength > 0) {
    const short = minLength - 1;
    // An astral letter is one character and two code units: whoever counts those is found out.
    const astral = '\u{1F600}'.repeat(short);
    const candidates = [letters.slice(0, short).join(''), 'x'.repeat(short), astral];
    yield { keyword: 'minLength', candidates };
  }
  if (maxLength < LONGEST) {
    const last = letters.at(-1) ?? 'x';
    const padded = value + last.repeat(Math.max(0, maxLength + 1 - letters.length));
    yield { keyword: 'maxLength', candidates: [padded, 'x'.repeat(maxLength + 1)] };
  }
  if (typeof pattern === 'string') {
    const near = [`${value}!`, `!${value}`, value.toUpperCase(), value.toLowerCase()];
    yield { keyword: 'pattern', candidates: [...near, '', '!', ' ', 'x', '0'.repeat(40)] };
  }
  if (typeof format === 'string' && isKnownFormat(format)) {
    yield { keyword: 'format', candidates: ['not a format', '2024-13-45', '::', '%', ''] };
  }
}

function* numberBreaks(schema: JsonObject, value: number): Generator<Breaking> {
  const multipleOf = numberAt(schema, 'multipleOf');
  const step = multipleOf ?? 1;
  for (const [keyword, sign] of [
    ['minimum', -1],
    ['maximum', 1],
    ['exclusiveMinimum', -1],
    ['exclusiveMaximum', 1],
  ] as const) {
    const bound = numberAt(schema, keyword);
    if (bound === undefined) continue;
    const edges = keyword.startsWith('exclusive') ? [bound] : [];
    yield { keyword, candidates: [...edges, bound + sign * step, bound + sign * step * 1000] };
  }
  if (multipleOf !== undefined) {
    yield { keyword: 'multipleOf', candidates: [value + step / 2, value + step / 3, value + 1] };
  }
  if (schema['format'] === 'int32') yield { keyword: 'format', candidates: [2 ** 31] };
}

function* arrayBreaks(schema: JsonObject, value: readonly Json[]): Generator<Breaking> {
  const minItems = numberAt(schema, 'minItems') ?? 0;
  const maxItems = numberAt(schema, 'maxItems') ?? Infinity;
  const [first = null] = value;
  if (minItems > 0) {
    yield { keyword: 'minItems', candidates: [value.slice(0, minItems - 1), []] };
  }
  if (maxItems <= MOST_ITEMS) {
    const more = Array.from({ length: maxItems + 1 }, (_, i) => value[i] ?? first);
    yield { keyword: 'maxItems', candidates: [more] };
  }
  if (schema['uniqueItems'] === true && value.length > 0) {
    const full = [...value.slice(0, -1), first];
    yield { keyword: 'uniqueItems', candidates: [[...value, first], full] };
  }
  if (schema['contains'] !== undefined) {
    const none = SAMPLES.map((sample) => value.map(() => sample));
    yield { keyword: 'contains', candidates: [...none, []] };
    const most = numberAt(schema, 'maxContains');
    if (most !== undefined && most < MOST_ITEMS) {
      const filled = value.map((item) => Array.from({ length: most + 1 }, () => item));
      yield { keyword: 'contains', candidates: filled };
    }
  }
  if (schema['items'] === false) yield { keyword: 'items', candidates: [[...value, 'kiln']] };
  if (schema['unevaluatedItems'] === false)
    yield { keyword: 'unevaluatedItems', candidates: [[...value, 'kiln']] };
}

/** A name that no schema has. */
const EXTRA = 'kilnExtra';

function* objectBreaks(schema: JsonObject, value: JsonObject): Generator<Breaking> {
  const names = Object.keys(value);
  for (const name of arrayOf(schema['required']).map(String)) {
    if (name in value) yield { keyword: 'required', below: name, candidates: [ABSENT] };
  }
  for (const [name, needed] of Object.entries(objectOf(schema['dependentRequired']))) {
    for (const missing of arrayOf(needed).map(String)) {
      const { [missing]: _without, ...rest } = { [name]: 'kiln', ...value };
      yield { keyword: 'dependentRequired', below: missing, candidates: [rest] };
    }
  }
  const least = numberAt(schema, 'minProperties') ?? 0;
  const most = numberAt(schema, 'maxProperties');
  if (least > 0) {
    const fewer = Object.fromEntries(Object.entries(value).slice(0, least - 1));
    yield { keyword: 'minProperties', candidates: [fewer, {}] };
  }
  if (most !== undefined && most < MOST_ITEMS) {
    const extra = Array.from({ length: most + 1 - names.length }, (_, i) => [`${EXTRA}${i}`, i]);
    yield {
      keyword: 'maxProperties',
      candidates: [{ ...value, ...(Object.fromEntries(extra) as JsonObject) }],
    };
  }
  for (const keyword of ['additionalProperties', 'unevaluatedProperties']) {
    const others = schema[keyword];
    if (others === false)
      yield { keyword, below: EXTRA, candidates: [{ ...value, [EXTRA]: 'kiln' }] };
    else if (isObject(others)) {
      const wrong = SAMPLES.map((sample) => ({ ...value, [EXTRA]: sample }));
      yield { keyword: 'type', below: EXTRA, candidates: wrong };
    }
  }
  for (const [name, property] of Object.entries(objectOf(schema['properties']))) {
    if (property !== false) continue;
    const present = SAMPLES.map((sample) => ({ ...value, [name]: sample }));
    yield { keyword: 'false schema', below: name, candidates: present };
  }
  if (schema['propertyNames'] !== undefined) {
    const misnamed = ['!', '', 'x'.repeat(300)].map((name) => ({ ...value, [name]: 'kiln' }));
    yield { keyword: 'propertyNames', candidates: misnamed };
  }
}
