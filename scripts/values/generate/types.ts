import { isInteger } from '../exact-numbers.ts';
import { arrayOf, type JsonObject, type Json } from '../../base/json.ts';

/** The types of JSON Schema, so that none holds another: a number is whole or it is not. */
export const TYPES = [
  'string',
  'integer',
  'fraction',
  'boolean',
  'object',
  'array',
  'null',
] as const;
export type ValueType = (typeof TYPES)[number];

/** Values that a schema made by a generator forbids: no keyword of JSON Schema is called so. */
export const EXCLUDED = ' excluded';
/** Types that are left by one: they tell whole numbers from others, as no schema does. */
export const ALLOWED = ' allowed';
/** Arrays that have two equal items, as `not: {uniqueItems: true}` demands. */
export const REPEATED = ' repeated';

const NAMES: ReadonlySet<Json> = new Set([...TYPES.filter((it) => it !== 'fraction'), 'number']);

/** The type of a value. */
export function typeOf(value: Json): ValueType {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'object') return 'object';
  if (typeof value === 'string') return 'string';
  if (typeof value === 'boolean') return 'boolean';
  return isInteger(value) ? 'integer' : 'fraction';
}

/** The types that a schema's `type` allows; all where it has none. */
export function typesAt({ type, [ALLOWED]: allowed }: JsonObject): readonly ValueType[] {
  if (allowed !== undefined) return TYPES.filter((it) => arrayOf(allowed).includes(it));
  const named = new Set(arrayOf([type ?? []].flat()));
  // What is no type says nothing.
  if (named.size === 0 || ![...named].every((it) => NAMES.has(it))) return TYPES;
  if (named.has('number')) named.add('integer').add('fraction');
  return TYPES.filter((it) => named.has(it));
}

/** Keywords that only one type of value knows: who writes them means that type. */
const HINTS: readonly (readonly [ValueType, ReadonlySet<string>])[] = [
  [
    'object',
    new Set([
      'properties',
      'required',
      'patternProperties',
      'additionalProperties',
      'propertyNames',
      'minProperties',
      'maxProperties',
      'dependentRequired',
      'dependentSchemas',
      'unevaluatedProperties',
    ]),
  ],
  [
    'array',
    new Set([
      'items',
      'prefixItems',
      'contains',
      'minItems',
      'maxItems',
      'uniqueItems',
      'unevaluatedItems',
    ]),
  ],
  ['string', new Set(['minLength', 'maxLength', 'pattern', 'format', 'contentEncoding'])],
  [
    'integer',
    new Set(['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf']),
  ],
];

/** Whether a keyword says something of values of a type, and of no other. */
export function isAbout(keyword: string, type: ValueType): boolean {
  if (keyword === 'format') return type === 'string' || type === 'integer' || type === 'fraction';
  const own = type === 'fraction' ? 'integer' : type;
  return HINTS.some(([hinted, keywords]) => hinted === own && keywords.has(keyword));
}

/** The types in the order in which schemas with these keywords mean them. */
export function orderTypes(
  allowed: readonly ValueType[],
  nodes: readonly JsonObject[],
): readonly ValueType[] {
  const keywords = new Set(nodes.flatMap((node) => Object.keys(node)));
  const named = nodes.flatMap(({ type }) => arrayOf([type ?? []].flat()));
  const rank = (type: ValueType): number => {
    const place = named.indexOf(type === 'fraction' ? 'number' : type);
    if (place >= 0) return place;
    const hint = HINTS.findIndex(
      ([it, words]) => it === type && [...words].some((w) => keywords.has(w)),
    );
    return hint >= 0 ? 100 + hint : 200 + TYPES.indexOf(type);
  };
  return allowed.toSorted((left, right) => rank(left) - rank(right));
}

/** Whether anything was said that means a type, so that other types are not what is meant. */
export function isMeant(type: ValueType, nodes: readonly JsonObject[]): boolean {
  const isHinted = (hint: ReadonlySet<string>) =>
    nodes.some((node) => Object.keys(node).some((keyword) => hint.has(keyword)));
  const hints = HINTS.filter(([, words]) => isHinted(words));
  if (nodes.some((node) => node['type'] !== undefined) || hints.length === 0) return true;
  return hints.some(([it]) => it === type || (it === 'integer' && type === 'fraction'));
}
