import { arrayOf, isObject, type Json, type JsonObject } from '../../scripts/base/json.ts';
import type { Draw } from '../../scripts/values/generate/draw.ts';

/** A schema, with a value that it accepts by the way it was made; none where nobody knows one. */
export interface SchemaCase {
  readonly schema: JsonObject;
  readonly witness: Json | undefined;
}

const NAMES = ['a', 'b', 'name', 'x-1', 'constructor', 'kind', 'é'] as const;
const WORDS = ['', 'a', 'abc', 'Zoë', 'x-9', 'kiln', '2024-01-15', '00', 'a@example.com'] as const;
const NUMBERS = [0, 1, 2, -3, 7, 100, 0.5, 1.25, -0.75, 12.5, 1e6] as const;

function one<Item>(draw: Draw, items: readonly [Item, ...Item[]]): Item {
  return items[draw.below(items.length)] ?? items[0];
}

/** Any small value. */
export function anyValue(draw: Draw, depth: number): Json {
  switch (draw.below(depth > 0 ? 8 : 5)) {
    case 0:
      return null;
    case 1:
      return draw.below(2) === 1;
    case 2:
    case 3:
      return one<Json>(draw, NUMBERS);
    case 4:
      return one<Json>(draw, WORDS);
    case 5:
      return Array.from({ length: draw.below(4) }, () => anyValue(draw, depth - 1));
    default: {
      const names = Array.from({ length: draw.below(4) }, () => one<string>(draw, NAMES));
      return Object.fromEntries(names.map((name) => [name, anyValue(draw, depth - 1)]));
    }
  }
}

/** A case that is satisfiable, by a value that is made first and a schema made to accept it. */
export function satisfiableCase(draw: Draw): SchemaCase {
  const witness = anyValue(draw, 3);
  const $defs: Record<string, Json> = {};
  const schema = accepting(witness, { draw, $defs, depth: 3 });
  return { schema: Object.keys($defs).length > 0 ? { ...schema, $defs } : schema, witness };
}

interface Writing {
  readonly draw: Draw;
  readonly $defs: Record<string, Json>;
  readonly depth: number;
}

/** A schema that accepts a value. */
function accepting(value: Json, writing: Writing): JsonObject {
  const { draw, $defs, depth } = writing;
  const inner = { ...writing, depth: depth - 1 };
  const plain = () => keywordsFor(value, inner);
  if (depth <= 0) return plain();
  switch (draw.below(18)) {
    case 10:
      return { allOf: [plain(), accepting(value, inner)] };
    case 11: {
      const branches = [accepting(value, inner), freeSchema(draw, 1)];
      return { ...plain(), anyOf: draw.below(2) === 0 ? branches : branches.toReversed() };
    }
    case 12: {
      const branches = [accepting(value, inner), refusing(value, inner), refusing(value, inner)];
      return { oneOf: branches.slice(0, 2 + draw.below(2)).toReversed() };
    }
    case 13:
      return { ...plain(), not: refusing(value, inner) };
    case 14:
      return draw.below(2) === 0
        ? {
            ...plain(),
            if: accepting(value, inner),
            then: accepting(value, inner),
            else: freeSchema(draw, 1),
          }
        : {
            ...plain(),
            if: refusing(value, inner),
            then: freeSchema(draw, 1),
            else: accepting(value, inner),
          };
    case 15: {
      const name = `D${Object.keys($defs).length}`;
      $defs[name] = true;
      const own = accepting(value, inner);
      // One that leads back to itself, where it may or may not be needed.
      $defs[name] =
        isObject(value) && draw.below(2) === 0 && !Object.hasOwn(value, 'self')
          ? { allOf: [own], properties: { self: { $ref: `#/$defs/${name}` } } }
          : own;
      return { $ref: `#/$defs/${name}`, ...(draw.below(2) === 0 ? plain() : {}) };
    }
    case 16: {
      if (isObject(value)) {
        return {
          ...plainObject(value, inner),
          unevaluatedProperties: isDescribed(draw) ? false : {},
        };
      }
      return plain();
    }
    case 17: {
      const other = Object.keys($defs)[0];
      return other === undefined ? plain() : { anyOf: [plain(), { $ref: `#/$defs/${other}` }] };
    }
    default:
      return plain();
  }
}

function isDescribed(draw: Draw): boolean {
  return draw.below(2) === 0;
}

/** All properties named, so that nothing is left unevaluated. */
function plainObject(value: JsonObject, inner: Writing): JsonObject {
  const entries = Object.entries(value).map(([name, it]) => [name, accepting(it, inner)] as const);
  const half = inner.draw.below(entries.length + 1);
  return {
    properties: Object.fromEntries(entries.slice(0, half)),
    allOf: [{ properties: Object.fromEntries(entries.slice(half)) }],
  };
}

function keywordsFor(value: Json, writing: Writing): JsonObject {
  const { draw } = writing;
  const schema: Record<string, Json> = {};
  if (draw.below(4) > 0) schema['type'] = typeName(value, draw);
  if (draw.below(12) === 11) schema['const'] = value;
  if (draw.below(10) === 9) schema['enum'] = [anyValue(draw, 1), value].filter(isFirst);
  if (typeof value === 'string') textKeywords(value, draw, schema);
  if (typeof value === 'number') numberKeywords(value, draw, schema);
  if (Array.isArray(value)) arrayKeywords(arrayOf(value), writing, schema);
  if (isObject(value)) objectKeywords(value, writing, schema);
  return schema;
}

function isFirst(value: Json, index: number, all: readonly Json[]): boolean {
  return all.findIndex((it) => JSON.stringify(it) === JSON.stringify(value)) === index;
}

function typeName(value: Json, draw: Draw): Json {
  const name =
    value === null
      ? 'null'
      : Array.isArray(value)
        ? 'array'
        : Number.isInteger(value) && draw.below(2) === 0
          ? 'integer'
          : typeof value;
  return draw.below(4) === 3 ? [...new Set([name, 'string', 'null'])] : name;
}

function textKeywords(value: string, draw: Draw, schema: Record<string, Json>): void {
  const length = Array.from(value).length;
  if (draw.below(3) === 2) schema['minLength'] = Math.max(0, length - draw.below(3));
  if (draw.below(3) === 2) schema['maxLength'] = length + draw.below(4);
  const patterns = [
    '^[^!]*$',
    '^.{0,20}$',
    '^(?!zz).*$',
    '[a-z0-9]|^$|ë',
    '^\\S*$',
    '^(\\w|-|@|\\.|ë)*$',
  ];
  const fitting = patterns.filter((it) => new RegExp(it, 'u').test(value));
  const [first, ...rest] = fitting;
  if (first !== undefined && draw.below(3) === 2) schema['pattern'] = one(draw, [first, ...rest]);
  if (value === '2024-01-15' && draw.below(2) === 1) schema['format'] = 'date';
  if (value === 'a@example.com' && draw.below(2) === 1) schema['format'] = 'email';
}

function numberKeywords(value: number, draw: Draw, schema: Record<string, Json>): void {
  if (draw.below(3) === 2) schema['minimum'] = value - draw.below(3);
  else if (draw.below(4) === 3) schema['exclusiveMinimum'] = value - 0.5;
  if (draw.below(3) === 2) schema['maximum'] = value + draw.below(3);
  else if (draw.below(4) === 3) schema['exclusiveMaximum'] = value + 0.25;
  if (draw.below(4) === 3)
    schema['multipleOf'] = Number.isInteger(value) ? 1 + draw.below(1) : 0.25;
}

function arrayKeywords(
  value: readonly Json[],
  writing: Writing,
  schema: Record<string, Json>,
): void {
  const { draw, depth } = writing;
  const inner = { ...writing, depth: depth - 1 };
  if (draw.below(3) === 2) schema['minItems'] = Math.max(0, value.length - draw.below(2));
  if (draw.below(3) === 2) schema['maxItems'] = value.length + draw.below(2);
  const isUnique = new Set(value.map((it) => JSON.stringify(it))).size === value.length;
  if (isUnique && draw.below(3) === 2) schema['uniqueItems'] = true;
  const known = draw.below(value.length + 1);
  if (draw.below(2) === 1 && known > 0) {
    schema['prefixItems'] = value.slice(0, known).map((it) => accepting(it, inner));
    if (known === value.length && draw.below(2) === 1) schema['items'] = false;
    else if (draw.below(3) === 2 && known === value.length) schema['unevaluatedItems'] = false;
  } else if (value.length > 0 && draw.below(2) === 1) {
    schema['items'] = { anyOf: value.map((it) => accepting(it, inner)) };
  }
  const [first] = value;
  if (first !== undefined && draw.below(4) === 3) {
    schema['contains'] = accepting(first, inner);
    if (draw.below(3) === 2) schema['minContains'] = draw.below(2);
    if (draw.below(3) === 2) schema['maxContains'] = value.length;
  }
}

function objectKeywords(value: JsonObject, writing: Writing, schema: Record<string, Json>): void {
  const { draw, depth } = writing;
  const inner = { ...writing, depth: depth - 1 };
  const entries = Object.entries(value);
  const names = Object.keys(value);
  const known = entries.filter(() => draw.below(3) > 0);
  const other = NAMES.filter((name) => !names.includes(name)).slice(0, draw.below(2));
  schema['properties'] = Object.fromEntries([
    ...known.map(([name, it]) => [name, accepting(it, inner)] as const),
    ...other.map((name) => [name, freeSchema(draw, 1)] as const),
  ]);
  if (draw.below(3) > 0) schema['required'] = names.filter(() => draw.below(3) > 0);
  if (draw.below(4) === 3) schema['minProperties'] = Math.max(0, names.length - draw.below(2));
  if (draw.below(4) === 3) schema['maxProperties'] = names.length + draw.below(2);
  if (draw.below(6) === 5) schema['propertyNames'] = { pattern: '^[a-zé0-9-]{1,12}$' };
  if (draw.below(5) === 4 && known.length === entries.length) {
    schema['additionalProperties'] = draw.below(2) === 0 ? false : { type: 'string' };
  }
  if (draw.below(6) === 5) {
    const matching = entries.filter(([name]) => name.startsWith('x-'));
    schema['patternProperties'] = {
      '^x-': { anyOf: [...matching.map(([, it]) => accepting(it, inner)), { type: 'integer' }] },
    };
  }
  const [first, second] = names;
  if (first !== undefined && second !== undefined && draw.below(5) === 4) {
    schema['dependentRequired'] = { [first]: [second] };
  }
  if (first !== undefined && draw.below(8) === 7) {
    schema['dependentSchemas'] = {
      [first]: accepting(value, { ...inner, depth: Math.min(1, inner.depth) }),
    };
  }
}

/** A schema that refuses a value. */
function refusing(value: Json, writing: Writing): JsonObject {
  const { draw } = writing;
  const types = ['null', 'boolean', 'string', 'array', 'object'].filter((it) => {
    const own = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
    return it !== own;
  });
  switch (draw.below(5)) {
    case 0:
      return { type: types[draw.below(types.length)] ?? 'null' };
    case 1:
      return { const: [value] };
    case 2:
      return { not: accepting(value, { ...writing, depth: 0 }) };
    case 3:
      if (typeof value === 'number') return { type: 'number', exclusiveMinimum: value };
      if (typeof value === 'string')
        return { type: 'string', minLength: Array.from(value).length + 1 };
      if (isObject(value)) return { type: 'object', required: ['zz'] };
      return { not: {} };
    default:
      return { enum: [[value], 'refused'] };
  }
}

/** Any schema: it may accept nothing. */
export function freeSchema(draw: Draw, depth: number): JsonObject {
  const schema: Record<string, Json> = {};
  const below = () => freeSchema(draw, depth - 1);
  const types = ['null', 'boolean', 'integer', 'number', 'string', 'array', 'object'] as const;
  if (draw.below(3) > 0) schema['type'] = one<string>(draw, types);
  const add = [
    () => (schema['minimum'] = draw.below(10)),
    () => (schema['maximum'] = draw.below(12)),
    () => (schema['multipleOf'] = one(draw, [1, 2, 0.5, 3])),
    () => (schema['minLength'] = draw.below(4)),
    () => (schema['maxLength'] = draw.below(6)),
    () => (schema['pattern'] = one(draw, ['^a', 'b$', '^[a-z]+$', '\\d'])),
    () => (schema['enum'] = [anyValue(draw, 1)]),
    () => (schema['minItems'] = draw.below(3)),
    () => (schema['maxItems'] = draw.below(4)),
    () => (schema['uniqueItems'] = true),
    () => (schema['required'] = [one<string>(draw, NAMES)]),
    () => (schema['minProperties'] = draw.below(3)),
    () => (schema['maxProperties'] = draw.below(3)),
    () => (schema['dependentRequired'] = { a: ['b'] }),
    () => (schema['propertyNames'] = { maxLength: 1 + draw.below(5) }),
    ...(depth > 0
      ? [
          () => (schema['items'] = below()),
          () => (schema['prefixItems'] = [below(), below()]),
          () => (schema['contains'] = below()),
          () => (schema['properties'] = { a: below(), b: below() }),
          () => (schema['patternProperties'] = { '^x-': below() }),
          () => (schema['additionalProperties'] = draw.below(2) === 0 ? false : below()),
          () => (schema['allOf'] = [below(), below()]),
          () => (schema['anyOf'] = [below(), below()]),
          () => (schema['oneOf'] = [below(), below()]),
          () => (schema['not'] = below()),
          () => Object.assign(schema, { if: below(), then: below(), else: below() }),
          () => (schema['dependentSchemas'] = { a: below() }),
          () => (schema['unevaluatedProperties'] = false),
          () => (schema['unevaluatedItems'] = false),
          () => (schema['properties'] = { a: { $ref: '#' } }),
          () => (schema['items'] = { $ref: '#' }),
        ]
      : []),
  ];
  for (let count = draw.below(4); count > 0; count -= 1) add[draw.below(add.length)]?.();
  return schema;
}
