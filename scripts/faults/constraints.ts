import type { Breach } from '../model/api-model.ts';
import { arrayOf, isObject, objectOf, textOf, type Json, type JsonObject } from '../base/json.ts';
import { append, parentOf, type Pointer } from '../base/json-pointer.ts';
import { sampleAt } from './sample.ts';
import { without } from './schema-sites.ts';

/** How a keyword of JSON Schema is broken in a request, and how a broken one is mended. */
export interface BreakableConstraint {
  readonly keyword: string;
  /** Values that may break it, made from one that does not; `name` is the property it is about. */
  readonly breaking: (value: Json, schema: JsonObject, name: string) => readonly Json[];
  /** The value nearest to a broken one that keeps it. */
  readonly mend: (value: Json, schema: JsonObject, document: Json, breach: Breach) => Json;
}

/** The value that a schema asks for, whatever came. */
const anew: BreakableConstraint['mend'] = (_value, _schema, document, { constraint }) =>
  sampleAt(document, parentOf(constraint));

export const CONSTRAINTS: readonly BreakableConstraint[] = [
  {
    keyword: 'required',
    breaking: (value, _, name) =>
      Object.hasOwn(objectOf(value), name) ? [without(value, append('#', name))] : [],
    mend: (_value, _schema, document, { constraint, instance }) => {
      const name = instance.slice(instance.lastIndexOf('/') + 1);
      const property: Pointer = `${parentOf(constraint)}/properties/${name}`;
      return sampleAt(document, property);
    },
  },
  { keyword: 'type', breaking: () => [{}, [], 'text', 7.5, true, null], mend: anew },
  { keyword: 'enum', breaking: () => ['kiln-unlisted', 987_654], mend: anew },
  {
    keyword: 'const',
    breaking: (value) => [typeof value === 'boolean' ? !value : 'kiln-other'],
    mend: anew,
  },
  {
    keyword: 'pattern',
    breaking: (value) => [
      ` ${textOf(value)} §`,
      '§',
      `${textOf(value)}\n`,
      'x'.repeat(textOf(value).length),
    ],
    mend: anew,
  },
  {
    keyword: 'format',
    breaking: (value) => ['not quite', '§'.repeat(textOf(value).length)],
    mend: anew,
  },
  {
    keyword: 'minLength',
    breaking: (value, { minLength }) => [textOf(value).slice(0, Number(minLength) - 1)],
    mend: (value, { minLength }) => textOf(value).padEnd(Number(minLength), 'x'),
  },
  {
    keyword: 'maxLength',
    breaking: (value, { maxLength }) => [resize(textOf(value), Number(maxLength) + 1)],
    mend: (value, { maxLength }) => resize(textOf(value), Number(maxLength)),
  },
  {
    keyword: 'minimum',
    breaking: (_, { minimum }) => [Number(minimum) - 1],
    mend: (_, { minimum }) => Number(minimum),
  },
  {
    keyword: 'maximum',
    breaking: (_, { maximum }) => [Number(maximum) + 1],
    mend: (_, { maximum }) => Number(maximum),
  },
  {
    keyword: 'exclusiveMinimum',
    breaking: (_, { exclusiveMinimum }) => [exclusiveMinimum ?? 0],
    mend: anew,
  },
  {
    keyword: 'exclusiveMaximum',
    breaking: (_, { exclusiveMaximum }) => [exclusiveMaximum ?? 0],
    mend: anew,
  },
  {
    keyword: 'multipleOf',
    breaking: (value, { multipleOf }) => [Number(value) + Number(multipleOf) / 2],
    mend: (value, { multipleOf }) =>
      Math.round(Number(value) / Number(multipleOf)) * Number(multipleOf),
  },
  {
    keyword: 'minItems',
    breaking: (value, { minItems }) => [arrayOf(value).slice(0, Number(minItems) - 1)],
    mend: anew,
  },
  {
    keyword: 'maxItems',
    breaking: (value, { maxItems }) => [filledTo(arrayOf(value), Number(maxItems) + 1)],
    mend: (value, { maxItems }) => arrayOf(value).slice(0, Number(maxItems)),
  },
  {
    keyword: 'uniqueItems',
    breaking: (value) => [[...arrayOf(value), ...arrayOf(value).slice(0, 1)]],
    mend: (value) => {
      const texts = arrayOf(value).map((it) => JSON.stringify(it));
      return arrayOf(value).filter((_, i) => texts.indexOf(texts[i] ?? '') === i);
    },
  },
  {
    keyword: 'minProperties',
    breaking: (value, { minProperties }) => [
      Object.fromEntries(Object.entries(objectOf(value)).slice(0, Number(minProperties) - 1)),
    ],
    mend: anew,
  },
  {
    keyword: 'maxProperties',
    breaking: (value, { maxProperties }) => [
      { ...objectOf(value), ...numbered(Number(maxProperties) + 1) },
    ],
    mend: (value, { maxProperties }) =>
      Object.fromEntries(Object.entries(objectOf(value)).slice(0, Number(maxProperties))),
  },
  {
    keyword: 'additionalProperties',
    breaking: (value, { additionalProperties }) =>
      additionalProperties === false && isObject(value) ? [{ ...value, kilnExtra: true }] : [],
    mend: (value) => value,
  },
  {
    keyword: 'unevaluatedProperties',
    breaking: (value, { unevaluatedProperties }) =>
      unevaluatedProperties === false && isObject(value) ? [{ ...value, kilnExtra: true }] : [],
    mend: (value) => value,
  },
];

/** Longer texts, lists and objects are not made: what was asked of them is then not what it should be. */
export const LONGEST = 1_000_000;

/** A text of so many characters; as it is where they are more than a million. */
export function resize(text: string, length: number): string {
  if (length > LONGEST) return text;
  return Array.from(text).slice(0, length).join('').padEnd(length, 'x');
}

/** As many items, repeated where there are too few. */
export function filledTo(items: readonly Json[], length: number): readonly Json[] {
  if (length > LONGEST) return items;
  return Array.from({ length }, (_, i) => items[i] ?? items[0] ?? 'text');
}

function numbered(count: number): JsonObject {
  const length = count > LONGEST ? 0 : count;
  return Object.fromEntries(Array.from({ length }, (_, i) => [`kiln${i}`, 'text']));
}
