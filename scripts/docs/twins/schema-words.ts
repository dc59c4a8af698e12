import {
  arrayOf,
  objectOf,
  stringOf,
  textOf,
  type Json,
  type JsonObject,
} from '../../base/json.ts';

/** The type of a schema as a reader says it: `string (date-time)`, `array of Tree`, `integer or null`. */
export function typeWords(schema: JsonObject, nameOf = refName): string {
  const named = nameOf(schema);
  if (named !== undefined) return named;
  const types = typeof schema['type'] === 'string' ? [schema['type']] : arrayOf(schema['type']);
  const format = stringOf(schema['format']);
  const words = types.map((type) => {
    if (type === 'array') {
      const items = schema['items'];
      return items === undefined ? 'array' : `array of ${typeWords(objectOf(items), nameOf)}`;
    }
    return type === 'string' && format !== undefined ? `string (${format})` : textOf(type);
  });
  if (words.length > 0) return words.join(' or ');
  const choice = ['oneOf', 'anyOf', 'allOf'].find((it) => arrayOf(schema[it]).length > 0);
  if (choice !== undefined) {
    const parts = arrayOf(schema[choice]).map((it) => typeWords(objectOf(it), nameOf));
    return [...new Set(parts)].join(choice === 'allOf' ? ' and ' : ' or ');
  }
  if (schema['properties'] !== undefined) return 'object';
  return schema['items'] === undefined
    ? 'any'
    : `array of ${typeWords(objectOf(schema['items']), nameOf)}`;
}

function refName(schema: JsonObject): string | undefined {
  const ref = stringOf(schema['$ref']);
  const name = ref
    ?.slice(ref.lastIndexOf('/') + 1)
    .replaceAll('~1', '/')
    .replaceAll('~0', '~');
  return name === '' ? undefined : name;
}

/**
 * What a value has to keep, each as a few words: `at most 50 characters`, `one of "a", "b"`. A keyword about values of
 * another type than the schema has says nothing (JSON Schema Validation 2020-12, section 6), so nothing is told of it.
 */
export function constraintWords(given: JsonObject): string[] {
  const schema = withoutIdle(given);
  const words: string[] = [];
  const { enum: choices, const: only, default: usual, pattern } = schema;
  if (only !== undefined) words.push(`always ${code(only)}`);
  if (choices !== undefined) words.push(`one of ${arrayOf(choices).map(code).join(', ')}`);
  words.push(
    ...rangeWords(schema, 'minLength', 'maxLength', 'character'),
    ...rangeWords(schema, 'minItems', 'maxItems', 'item'),
    ...rangeWords(schema, 'minProperties', 'maxProperties', 'field'),
  );
  for (const [keyword, sign] of BOUNDS) {
    if (schema[keyword] !== undefined) words.push(`${sign} ${figure(schema[keyword])}`);
  }
  if (schema['multipleOf'] !== undefined)
    words.push(`a multiple of ${figure(schema['multipleOf'])}`);
  if (typeof pattern === 'string') words.push(`matches ${code(pattern)}`);
  if (schema['uniqueItems'] === true) words.push('no item twice');
  if (usual !== undefined) words.push(`${code(usual)} unless told otherwise`);
  if (schema['readOnly'] === true) words.push('in answers only');
  if (schema['writeOnly'] === true) words.push('in requests only');
  if (schema['deprecated'] === true) words.push('deprecated');
  return words;
}

const ABOUT: Readonly<Record<string, readonly string[]>> = {
  string: ['minLength', 'maxLength', 'pattern'],
  array: ['minItems', 'maxItems', 'uniqueItems'],
  object: ['minProperties', 'maxProperties'],
  number: ['minimum', 'exclusiveMinimum', 'maximum', 'exclusiveMaximum', 'multipleOf'],
};

/** A schema without the keywords that none of its types knows. */
function withoutIdle(schema: JsonObject): JsonObject {
  const { type } = schema;
  if (type === undefined) return schema;
  const types = new Set(Array.isArray(type) ? type : [type]);
  if (types.has('integer')) types.add('number');
  const idle = new Set(
    Object.entries(ABOUT).flatMap(([it, names]) => (types.has(it) ? [] : names)),
  );
  return Object.fromEntries(Object.entries(schema).filter(([name]) => !idle.has(name)));
}

const BOUNDS = [
  ['minimum', 'at least'],
  ['exclusiveMinimum', 'more than'],
  ['maximum', 'at most'],
  ['exclusiveMaximum', 'less than'],
] as const;

function rangeWords(schema: JsonObject, least: string, most: string, noun: string): string[] {
  const [low, high] = [schema[least], schema[most]];
  if (low === undefined && high === undefined) return [];
  if (low === high) return [`exactly ${count(low, noun)}`];
  if (low === undefined) return [`at most ${count(high, noun)}`];
  if (high === undefined) return [`at least ${count(low, noun)}`];
  return [`${figure(low)} to ${count(high, noun)}`];
}

function count(number: Json | undefined, noun: string): string {
  return `${figure(number)} ${noun}${number === 1 ? '' : 's'}`;
}

function figure(value: Json | undefined): string {
  return typeof value === 'number'
    ? value.toLocaleString('en-US', { maximumFractionDigits: 20 })
    : textOf(value ?? '');
}

function code(value: Json): string {
  const text = JSON.stringify(value) ?? '';
  const fence = text.includes('`') ? '``' : '`';
  return `${fence}${text}${fence}`;
}
