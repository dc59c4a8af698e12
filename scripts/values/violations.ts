import { arrayOf, isObject, objectOf, textOf, type Json, type JsonObject } from '../base/json.ts';
import { append, type Pointer } from '../base/json-pointer.ts';
import { spotsOf, type Spot } from './effective-schema.ts';
import { declaredTypes, numberAt } from './declared-types.ts';
import { isNumber } from './exact-numbers.ts';
import { formatNamed } from './formats.ts';
import { FORMAT_ENDS } from './generate/format-ends.ts';
import { sampleValue } from './generate/sample-value.ts';
import { othersThan, SAMPLES } from './other-values.ts';
import { isOfType } from './json-types.ts';

/** Stands for a property that is left out. */
export const ABSENT = Symbol('absent');

/** One constraint of a schema, and what may break it alone at one place of a value that was valid. */
export interface Break {
  readonly keyword: string;
  /** Of several ways to break one keyword that servers may treat differently: which this is. */
  readonly variant: string;
  /** Place within the value where something else is put. */
  readonly at: Pointer;
  /** Place that a validator names: a property that is missing or too many has one of its own. */
  readonly instance: Pointer;
  /** What to put there: the one nearest to what is allowed first. Not every one must be wrong. */
  readonly candidates: readonly (Json | typeof ABSENT)[];
}

/** Longer arrays are left to `limits.items`, which tries their maximum once; longer texts to nobody. */
const MOST_ITEMS = 100;
const LONGEST = 100_000;

/** Every way to break exactly one keyword of a schema in a valid value, the deepest places included. */
export function* breaksOf(document: Json, schema: Json | undefined, value: Json): Generator<Break> {
  for (const spot of spotsOf(document, schema, value)) {
    for (const { keyword, variant = '', candidates, below } of breaksAt(document, spot)) {
      const instance = below === undefined ? spot.at : append(spot.at, below);
      const isRemoval = candidates[0] === ABSENT;
      if (candidates.length > 0)
        yield { keyword, variant, at: isRemoval ? instance : spot.at, instance, candidates };
    }
  }
}

interface Breaking {
  readonly keyword: string;
  readonly variant?: string;
  readonly candidates: Break['candidates'];
  /** Property that a validator complains about. */
  readonly below?: string;
}

function* breaksAt(document: Json, spot: Spot): Generator<Breaking> {
  const { schema, value } = spot;
  const allowed = declaredTypes(schema);
  if (schema['type'] !== undefined) {
    const near = isNumber(value) ? [Number(value) + 0.5, String(value)] : [];
    const wrong = [...near, ...SAMPLES].filter((it) => !allowed.some((type) => isOfType(type, it)));
    yield { keyword: 'type', candidates: wrong };
    for (const [variant, loose] of loosely(value)) {
      if (allowed.some((type) => isOfType(type, loose))) continue;
      yield { keyword: 'type', variant, candidates: [loose] };
    }
  }
  for (const [keyword, values] of [
    ['const', 'const' in schema ? [schema['const'] ?? null] : []],
    ['enum', arrayOf(schema['enum'])],
  ] as const) {
    if (values.length === 0) continue;
    yield { keyword, candidates: othersThan(values, value) };
    if (value !== null && schema['type'] === undefined)
      yield { keyword, variant: 'null', candidates: [null] };
  }
  for (const keyword of ['anyOf', 'oneOf']) {
    if (schema[keyword] === undefined) continue;
    yield { keyword, candidates: SAMPLES };
    if (value !== null) yield { keyword, variant: 'null', candidates: [null] };
  }
  if (schema['not'] !== undefined) {
    const forbidden = [undefined, '1', '2', '3'].flatMap((seed) => {
      const sample = sampleValue(document, schema['not'], { seed });
      return 'value' in sample ? [sample.value] : [];
    });
    const merged = forbidden.map((it) =>
      isObject(it) && isObject(value) ? withMembers(value, Object.entries(it)) : it,
    );
    yield { keyword: 'not', candidates: merged };
  }
  if (typeof value === 'string') yield* stringBreaks(schema, value);
  if (isNumber(value)) yield* numberBreaks(schema, value);
  if (Array.isArray(value)) yield* arrayBreaks(schema, arrayOf(value));
  if (isObject(value)) yield* objectBreaks(schema, value);
}

/** What servers let pass that refuse all other types: nothing, and the same value in another type. */
function* loosely(value: Json): Generator<readonly [variant: string, value: Json]> {
  if (value !== null) yield ['null', null];
  if (isNumber(value)) yield* [['text', textOf(value)] as const, ['truth', true] as const];
  if (typeof value === 'boolean') {
    yield* [['text', textOf(value)] as const, ['number', value ? 1 : 0] as const];
  }
  // A moment is counted from 1970 by many who read dates.
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value)) yield ['moment', 0];
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
  if (typeof format === 'string' && formatNamed(format, 'string')) {
    yield { keyword: 'format', candidates: ['not a format', '2024-13-45', '::', '%', ''] };
  }
}

function* numberBreaks(schema: JsonObject, given: number | bigint): Generator<Breaking> {
  const value = Number(given);
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
  const { format } = schema;
  const ends = typeof format === 'string' ? FORMAT_ENDS.get(format) : undefined;
  if (ends) {
    const [least, most] = ends;
    const beyond = [most + 1n, least - 1n].map((it) =>
      Number.isSafeInteger(Number(it)) ? Number(it) : it,
    );
    yield { keyword: 'format', candidates: beyond };
  }
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

/** An object with more members, which may be called `__proto__`. */
function withMembers(value: JsonObject, more: readonly (readonly [string, Json])[]): JsonObject {
  return Object.fromEntries([...Object.entries(value), ...more]);
}

/** A name that no schema has. */
const EXTRA = 'kilnExtra';

function* objectBreaks(schema: JsonObject, value: JsonObject): Generator<Breaking> {
  const names = Object.keys(value);
  for (const name of arrayOf(schema['required']).map(String)) {
    if (Object.hasOwn(value, name))
      yield { keyword: 'required', below: name, candidates: [ABSENT] };
  }
  for (const [name, needed] of Object.entries(objectOf(schema['dependentRequired']))) {
    for (const missing of arrayOf(needed).map(String)) {
      const there = Object.hasOwn(value, name) ? value : withMembers(value, [[name, 'kiln']]);
      const rest = Object.entries(there).filter(([it]) => it !== missing);
      yield {
        keyword: 'dependentRequired',
        below: missing,
        candidates: [Object.fromEntries(rest)],
      };
    }
  }
  const least = numberAt(schema, 'minProperties') ?? 0;
  const most = numberAt(schema, 'maxProperties');
  if (least > 0) {
    const fewer = Object.fromEntries(Object.entries(value).slice(0, least - 1));
    yield { keyword: 'minProperties', candidates: [fewer, {}] };
  }
  if (most !== undefined && most < MOST_ITEMS) {
    const extra = Array.from(
      { length: Math.max(0, most + 1 - names.length) },
      (_, i) => [`${EXTRA}${i}`, i] as const,
    );
    yield {
      keyword: 'maxProperties',
      candidates: [withMembers(value, extra)],
    };
  }
  for (const keyword of ['additionalProperties', 'unevaluatedProperties']) {
    const others = schema[keyword];
    if (others === false)
      yield { keyword, below: EXTRA, candidates: [withMembers(value, [[EXTRA, 'kiln']])] };
    else if (isObject(others)) {
      const wrong = SAMPLES.map((sample) => withMembers(value, [[EXTRA, sample]]));
      yield { keyword: 'type', below: EXTRA, candidates: wrong };
    }
  }
  for (const [name, property] of Object.entries(objectOf(schema['properties']))) {
    if (property !== false) continue;
    const present = SAMPLES.map((sample) => withMembers(value, [[name, sample]]));
    yield { keyword: 'false schema', below: name, candidates: present };
  }
  if (schema['propertyNames'] !== undefined) {
    const misnamed = ['!', '', 'x'.repeat(300)].map((name) => withMembers(value, [[name, 'kiln']]));
    yield { keyword: 'propertyNames', candidates: misnamed };
  }
}
