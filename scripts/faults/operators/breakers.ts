import { arrayOf, isObject, objectOf, type Json, type JsonObject } from '../../base/json.ts';
import { append } from '../../base/json-pointer.ts';
import { filledTo, resize } from '../constraints.ts';
import { without } from '../schema-sites.ts';

/** How the value at a schema is made to break one of the schema's keywords. */
export interface Breaker {
  readonly id: string;
  readonly title: string;
  readonly keyword: string;
  readonly difficulty?: 1;
  /** The broken value; undefined where the value cannot break it. */
  readonly spoil: (value: Json, schema: JsonObject) => Json | undefined;
}

/** A row for each way to break a keyword of JSON Schema. */
export const BREAKERS: readonly Breaker[] = [
  {
    id: 'number-as-text',
    title: 'writes a number as text',
    keyword: 'type',
    spoil: (value) => (typeof value === 'number' ? String(value) : undefined),
  },
  {
    id: 'text-as-number',
    title: 'writes a text as a number',
    keyword: 'type',
    spoil: (value) => (typeof value === 'string' ? 7 : undefined),
  },
  {
    id: 'boolean-as-text',
    title: 'writes true and false as text',
    keyword: 'type',
    spoil: (value) => (typeof value === 'boolean' ? String(value) : undefined),
  },
  {
    id: 'null-for-value',
    title: 'writes null where a value must be',
    keyword: 'type',
    spoil: (value) => (value === null ? undefined : null),
  },
  {
    id: 'fraction-for-integer',
    title: 'writes a fraction where an integer must be',
    keyword: 'type',
    spoil: (value) => (typeof value === 'number' ? value + 0.5 : undefined),
  },
  {
    id: 'array-for-object',
    title: 'wraps an object in an array',
    keyword: 'type',
    spoil: (value) => (isObject(value) ? [value] : undefined),
  },
  {
    id: 'object-for-array',
    title: 'writes an object with numbered properties for an array',
    keyword: 'type',
    spoil: (value) =>
      Array.isArray(value) ? Object.fromEntries(arrayOf(value).entries()) : undefined,
  },
  {
    id: 'text-for-object',
    title: 'writes an object as the text of its JSON',
    keyword: 'type',
    spoil: (value) => (isObject(value) ? JSON.stringify(value) : undefined),
  },
  {
    id: 'missing-property',
    title: 'leaves a required property out',
    keyword: 'required',
    spoil: (value, { required }) => {
      const name = arrayOf(required)
        .map(String)
        .find((it) => Object.hasOwn(objectOf(value), it));
      return name === undefined ? undefined : without(value, append('#', name));
    },
  },
  {
    id: 'renamed-property',
    title: 'spells the name of a required property otherwise',
    keyword: 'required',
    spoil: (value, { required }) => {
      const name = arrayOf(required)
        .map(String)
        .find((it) => Object.hasOwn(objectOf(value), it));
      if (name === undefined) return undefined;
      const entries = Object.entries(objectOf(value));
      return Object.fromEntries(
        entries.map(([key, it]) => [key === name ? respell(key) : key, it]),
      );
    },
  },
  {
    id: 'extra-property',
    title: 'adds a property to an object that is closed',
    keyword: 'additionalProperties',
    spoil: (value) => (isObject(value) ? { ...value, kilnExtra: true } : undefined),
  },
  {
    id: 'unevaluated-property',
    title: 'adds a property to an object that is closed as a whole',
    keyword: 'unevaluatedProperties',
    spoil: (value) => (isObject(value) ? { ...value, kilnExtra: true } : undefined),
  },
  {
    id: 'unknown-enum-value',
    title: 'writes a word that is not in the list',
    keyword: 'enum',
    spoil: (value) => (typeof value === 'number' ? 987_654 : 'kiln-unlisted'),
  },
  {
    id: 'other-enum-case',
    title: 'writes a listed word in the other case',
    keyword: 'enum',
    difficulty: 1,
    spoil: (value) => (typeof value === 'string' ? otherCase(value) : undefined),
  },
  {
    id: 'other-constant',
    title: 'writes another value than the constant',
    keyword: 'const',
    spoil: (value) => (typeof value === 'boolean' ? !value : 'kiln-other'),
  },
  {
    id: 'pattern-broken',
    title: 'writes a text that breaks its pattern',
    keyword: 'pattern',
    spoil: (value) => (typeof value === 'string' ? ` ${value} §` : undefined),
  },
  {
    id: 'format-broken',
    title: 'writes a text that breaks its format',
    keyword: 'format',
    spoil: (value) => (typeof value === 'string' ? 'not quite' : undefined),
  },
  {
    id: 'date-in-words',
    title: 'writes a date and time as a mail would',
    keyword: 'format',
    spoil: (_, { format }) =>
      format === 'date-time' ? `Fri, 02 Jan 2026 03:04:05 GMT` : undefined,
  },
  {
    id: 'text-too-long',
    title: 'writes a text that is one character too long',
    keyword: 'maxLength',
    spoil: (value, { maxLength }) =>
      typeof value === 'string' ? resize('', Number(maxLength) + 1) : undefined,
  },
  {
    id: 'text-too-short',
    title: 'writes a text that is one character too short',
    keyword: 'minLength',
    spoil: (value, { minLength }) =>
      typeof value === 'string' ? value.slice(0, Number(minLength) - 1) : undefined,
  },
  {
    id: 'number-too-large',
    title: 'writes a number above its maximum',
    keyword: 'maximum',
    spoil: (value, { maximum }) => (typeof value === 'number' ? Number(maximum) + 1 : undefined),
  },
  {
    id: 'number-too-small',
    title: 'writes a number below its minimum',
    keyword: 'minimum',
    spoil: (value, { minimum }) => (typeof value === 'number' ? Number(minimum) - 1 : undefined),
  },
  {
    id: 'too-many-items',
    title: 'lists one item more than the maximum',
    keyword: 'maxItems',
    spoil: (value, { maxItems }) =>
      arrayOf(value).length > 0 ? filledTo(arrayOf(value), Number(maxItems) + 1) : undefined,
  },
  {
    id: 'too-few-items',
    title: 'lists one item less than the minimum',
    keyword: 'minItems',
    spoil: (value, { minItems }) =>
      Array.isArray(value) ? arrayOf(value).slice(0, Number(minItems) - 1) : undefined,
  },
  {
    id: 'repeated-item',
    title: 'lists an item twice where each must be unique',
    keyword: 'uniqueItems',
    spoil: (value) => {
      const items = arrayOf(value);
      return items.length > 0 ? [...items, ...items.slice(0, 1)] : undefined;
    },
  },
];

function respell(name: string): string {
  const snake = name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return snake === name ? `${name}_` : snake;
}

function otherCase(text: string): string {
  return text === text.toUpperCase() ? text.toLowerCase() : text.toUpperCase();
}
