import { arrayOf, isObject, objectOf, type Json, type JsonObject } from '../base/json.ts';
import type { Pointer } from '../base/json-pointer.ts';
import { spotsOf, type Spot } from './effective-schema.ts';
import { declaredTypes, numberAt } from './declared-types.ts';
import { isNumber } from './exact-numbers.ts';
import { FORMAT_ENDS } from './generate/format-ends.ts';
import { isTextFormat } from './generate/format-texts.ts';
import { branchesOfPattern } from './pattern-branches.ts';
import { sampleValue } from './generate/sample-value.ts';

/** A value at the edge of what a keyword allows, for one place of a value. */
export interface Edge {
  readonly keyword: string;
  readonly at: Pointer;
  readonly value: Json;
}

/** Larger values are left to the properties that are about sizes. */
const LONGEST = 10_000;
const MOST_ITEMS = 200;
const MOST_CHOICES = 20;
/** Each alternative is another request, and each request is held against all alternatives. */
const MOST_ALTERNATIVES = 200;

/** Letters that are more than one byte, one of them more than one UTF-16 unit, and JSON's escapes. */
const OTHER_LETTERS = 'Zoë "漢字" \\ 😀';
/** Such letters for where the others have no place, as in a path. */
const PLAIN_LETTERS = 'Zoë 漢字';

/**
 * Values that each keyword just still allows, for every place of a valid value: a server that is one
 * off refuses them. What the keywords say together may still forbid one, so the caller checks them. How many
 * alternatives nobody looks at, because there are too many, is told to `leave`.
 */
export function* edgesOf(
  document: Json,
  schema: Json | undefined,
  value: Json,
  leave: Leave = () => undefined,
): Generator<Edge> {
  for (const spot of spotsOf(document, schema, value)) {
    for (const [keyword, edge] of edgesAt(document, spot, leave)) {
      yield { keyword, at: spot.at, value: edge };
    }
  }
}

type KeywordEdge = readonly [keyword: string, value: Json];
type Leave = (count: number) => void;

function* edgesAt(document: Json, { schema, value }: Spot, leave: Leave): Generator<KeywordEdge> {
  if ('const' in schema) return;
  const choices = arrayOf(schema['enum']);
  if (choices.length > 0) {
    const ends = [...choices.slice(0, MOST_CHOICES - 1), ...choices.slice(-1)];
    yield* ends.map((choice) => ['enum', choice] as const);
    return;
  }
  // What may be nothing first: servers that look into it forget that.
  if (value !== null) yield* nothingAt(schema);
  if (typeof value === 'string') yield* stringEdges(document, schema, value);
  if (isNumber(value)) yield* numberEdges(schema, value);
  if (typeof value === 'boolean') yield ['type', !value];
  if (Array.isArray(value)) yield* arrayEdges(schema, arrayOf(value));
  if (isObject(value)) yield* objectEdges(document, schema, value);
  const types = declaredTypes(schema);
  for (const type of types.length > 1 ? types : []) {
    const other = sampleOf(document, { ...schema, type });
    yield ['type', other];
    // A value of another type has edges of its own.
    if (typeof other === 'string' && typeof value !== 'string')
      yield* stringEdges(document, schema, other);
    if (isNumber(other) && !isNumber(value)) yield* numberEdges(schema, other);
  }
  if (isOpen(schema)) yield* ANYTHING.map((it) => ['type', it] as const);
  for (const keyword of COMBINERS) {
    const { [keyword]: branches, ...rest } = schema;
    leave(Math.max(0, arrayOf(branches).length - MOST_ALTERNATIVES));
    for (const branch of arrayOf(branches).slice(0, MOST_ALTERNATIVES)) {
      if (isOpen(branch)) yield* ANYTHING.map((it) => [keyword, it] as const);
      const both = { allOf: [branch, { type: rest['type'] ?? ANY_TYPE }] };
      yield [keyword, sampleOf(document, both)];
    }
  }
}

const COMBINERS = ['oneOf', 'anyOf'] as const;

/** Null, where it is one of several things that may stand there. */
function* nothingAt(schema: JsonObject): Generator<KeywordEdge> {
  const types = declaredTypes(schema);
  if (types.length > 1 && types.includes('null')) yield ['type', null];
  for (const keyword of COMBINERS) {
    if (arrayOf(schema[keyword]).some((it) => objectOf(it)['type'] === 'null'))
      yield [keyword, null];
  }
}

/** Keywords that only say what something is for (JSON Schema 2020-12, validation, section 9). */
const NOTES = ['title', 'description', 'default', 'deprecated', 'examples', 'example', '$comment'];

/** Whether a schema allows whatever there is. */
function isOpen(schema: Json): boolean {
  return isObject(schema) && Object.keys(schema).every((it) => NOTES.includes(it));
}

/** One value of each type, the smallest: whoever may get anything has to take them all. */
const ANYTHING: readonly Json[] = [{}, [], '', 0, false, null];

const ANY_TYPE = ['null', 'boolean', 'number', 'string', 'array', 'object'];

function sampleOf(document: Json, schema: JsonObject): Json {
  const sample = sampleValue(document, schema);
  return 'value' in sample ? sample.value : null;
}

function* stringEdges(document: Json, schema: JsonObject, value: string): Generator<KeywordEdge> {
  const { format, pattern } = schema;
  if (typeof format === 'string' && isTextFormat(format)) {
    if (format === 'date-time') {
      yield* [
        '2024-02-29T23:59:59Z',
        '2024-01-31T10:00:00+14:00',
        '2024-01-31T10:00:00.123456Z',
      ].map((it) => ['format', it] as const);
    }
    return;
  }
  const least = numberAt(schema, 'minLength') ?? 0;
  const most = numberAt(schema, 'maxLength') ?? Infinity;
  const letters = Array.from(value);
  const last = letters.at(-1) ?? 'x';
  const sized = (length: number) =>
    letters.slice(0, length).join('') + last.repeat(Math.max(0, length - letters.length));
  if (most <= LONGEST) yield ['maxLength', sized(most)];
  yield ['minLength', sized(least)];
  if (typeof pattern === 'string') {
    const branches = branchesOfPattern(pattern);
    for (const branch of branches.length > 1 ? branches.slice(0, MOST_CHOICES) : [])
      yield ['pattern', sampleOf(document, { type: 'string', pattern: branch })];
    // Only an anchor says that a pattern is about the whole text (validation, section 6.3.3).
    yield* [`x${value}`, `${value}x`].map((it) => ['pattern', it] as const);
    return;
  }
  yield ['type', OTHER_LETTERS];
  yield ['type', PLAIN_LETTERS];
  if (most <= LONGEST) yield ['maxLength', '\u{1F600}'.repeat(most)];
}

function* numberEdges(schema: JsonObject, value: number | bigint): Generator<KeywordEdge> {
  const { format } = schema;
  const ends = typeof format === 'string' ? FORMAT_ENDS.get(format) : undefined;
  for (const end of ends ?? []) yield ['format', inJson(end)];
  const isWhole = !declaredTypes(schema).includes('number');
  for (const end of ends ? [] : isWhole ? WIDE : fractionEnds(format)) yield ['type', inJson(end)];
  const step = numberAt(schema, 'multipleOf') ?? (isWhole ? 1 : 2 ** -10);
  for (const [keyword, offset] of [
    ['minimum', 0],
    ['maximum', 0],
    ['exclusiveMinimum', step],
    ['exclusiveMaximum', -step],
  ] as const) {
    const bound = numberAt(schema, keyword);
    if (bound !== undefined) yield [keyword, bound + offset];
  }
  yield* [0, -1, Number(value) + step].map((it) => ['type', it] as const);
}

/** Just beyond what 32 bits hold, and what a double holds exactly: where nothing says how far a whole number goes. */
const WIDE: readonly bigint[] = [2n ** 31n, -(2n ** 31n) - 1n, 2n ** 53n + 1n, -(2n ** 53n) - 1n];

/** The largest and the smallest numbers of the binary formats (IEEE 754, section 3.6), and whole ones that 32 bits do not hold. */
function fractionEnds(format: Json | undefined): readonly (number | bigint)[] {
  if (format === 'double') return [Number.MAX_VALUE, -Number.MAX_VALUE, Number.MIN_VALUE];
  if (format === 'float') return [LARGEST_SINGLE, -LARGEST_SINGLE];
  return [2 ** 31, -(2 ** 53) + 1];
}

const LARGEST_SINGLE = (2 - 2 ** -23) * 2 ** 127;

/** Of a whole number the form that JSON's reader gives it. */
function inJson(number: number | bigint): number | bigint {
  if (typeof number === 'number') return number;
  return Number.isSafeInteger(Number(number)) ? Number(number) : number;
}

function* arrayEdges(schema: JsonObject, value: readonly Json[]): Generator<KeywordEdge> {
  const least = numberAt(schema, 'minItems') ?? 0;
  const most = numberAt(schema, 'maxItems') ?? Infinity;
  const [first] = value;
  yield ['minItems', value.slice(0, least)];
  if (first === undefined) return;
  const sized = (length: number) => Array.from({ length }, (_, i) => value[i] ?? first);
  if (most <= MOST_ITEMS) yield ['maxItems', sized(most)];
  yield ['minItems', sized(least + 1)];
}

/** A sample of a property that is left out: a default that is empty would say no more than that. */
function sampleToAdd(document: Json, schema: Json): Json {
  const { default: usual, ...rest } = objectOf(schema);
  const isEmpty = Array.isArray(usual) || isObject(usual) ? Object.keys(usual).length === 0 : false;
  return sampleOf(document, isEmpty ? rest : objectOf(schema));
}

function* objectEdges(
  document: Json,
  schema: JsonObject,
  value: JsonObject,
): Generator<KeywordEdge> {
  const required = new Set(arrayOf(schema['required']).map(String));
  const needed = Object.entries(value).filter(([name]) => required.has(name));
  yield ['required', Object.fromEntries(needed)];
  const properties = Object.entries(objectOf(schema['properties']));
  const missing = properties.filter(([name, it]) => !Object.hasOwn(value, name) && it !== false);
  if (missing.length > 0) {
    const added = missing.map(([name, it]) => [name, sampleToAdd(document, it)] as const);
    yield ['properties', Object.fromEntries([...Object.entries(value), ...added])];
  }
  // An object that nobody calls open may be closed all the same; one that is called so is not.
  if (schema['additionalProperties'] === true)
    yield ['additionalProperties', { ...value, kilnExtra: 'kiln' }];
}
