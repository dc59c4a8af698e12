import { arrayOf, objectOf, type Json } from '../../base/json.ts';
import type { Resolver } from '../resolve.ts';
import { isNumber } from '../exact-numbers.ts';
import { belowOf, keyOf, memberOf, type Conjunct } from './conjunct.ts';
import type { Alternative, SchemaPart } from './alternative.ts';
import { isMatched } from './accepts.ts';

/** The schemas of a property: all that apply to it, wherever they stand (JSON Schema 2020-12, core, sections 10.3.2 and 11.3). */
export function propertyOf(
  resolver: Resolver,
  { parts }: Pick<Alternative, 'parts'>,
  name: string,
): readonly Conjunct[] {
  const found: Conjunct[] = [];
  const covering = new Set<SchemaPart>();
  for (const part of parts) {
    const { properties, patternProperties, additionalProperties: others } = part.node;
    const own = memberOf(objectOf(properties), name);
    const matching = Object.entries(objectOf(patternProperties)).filter(([pattern]) =>
      isMatched(pattern, name),
    );
    if (own !== undefined) found.push(belowOf(resolver, part, own, 'properties', name));
    for (const [pattern, it] of matching) {
      found.push(belowOf(resolver, part, it, 'patternProperties', pattern));
    }
    const isNamed = own !== undefined || matching.length > 0;
    if (!isNamed && others !== undefined) {
      found.push(belowOf(resolver, part, others, 'additionalProperties'));
    }
    if (isNamed || others !== undefined) covering.add(part);
  }
  return [...found, ...unevaluated(resolver, parts, covering, 'unevaluatedProperties')];
}

/** The schemas of the item at an index (JSON Schema 2020-12, core, sections 10.3.1 and 11.2). */
export function itemOf(
  resolver: Resolver,
  { parts }: Pick<Alternative, 'parts'>,
  index: number,
  contained: readonly SchemaPart[] = [],
): readonly Conjunct[] {
  const found: Conjunct[] = [];
  const covering = new Set<SchemaPart>(contained);
  for (const part of parts) {
    const own = arrayOf(part.node['prefixItems'])[index];
    const { items } = part.node;
    if (own !== undefined) found.push(belowOf(resolver, part, own, 'prefixItems', index));
    else if (items !== undefined) found.push(belowOf(resolver, part, items, 'items'));
    if (own !== undefined || items !== undefined) covering.add(part);
  }
  return [...found, ...unevaluated(resolver, parts, covering, 'unevaluatedItems')];
}

function unevaluated(
  resolver: Resolver,
  parts: readonly SchemaPart[],
  covering: ReadonlySet<SchemaPart>,
  keyword: 'unevaluatedProperties' | 'unevaluatedItems',
): Conjunct[] {
  return parts.flatMap((part) => {
    const rest = part.node[keyword];
    if (rest === undefined) return [];
    const key = keyOf(part);
    const isCovered = parts.some(
      (it) =>
        it.holders.includes(key) &&
        (covering.has(it) || (it.node[keyword] !== undefined && keyOf(it) !== key)),
    );
    return isCovered ? [] : [belowOf(resolver, part, rest, keyword)];
  });
}

/** The names that schemas give properties, in the order in which they are written. */
export function namesOf({ parts }: Pick<Alternative, 'parts'>): readonly string[] {
  return [...new Set(parts.flatMap(({ node }) => Object.keys(objectOf(node['properties']))))];
}

/** The names that are required, those included that others require. */
export function requiredOf({ parts }: Pick<Alternative, 'parts'>): ReadonlySet<string> {
  const required = new Set<string>();
  for (const { node } of parts) {
    for (const name of arrayOf(node['required'])) if (typeof name === 'string') required.add(name);
  }
  // A set gives out what is added while it is gone through.
  for (const name of required) for (const it of neededWith(parts, name)) required.add(it);
  return required;
}

/** What has to be there besides a property (JSON Schema 2020-12, validation, section 6.5.4). */
export function neededWith(parts: readonly SchemaPart[], name: string): readonly string[] {
  return parts.flatMap(({ node }) =>
    arrayOf(memberOf(objectOf(node['dependentRequired']), name)).filter(
      (it) => typeof it === 'string',
    ),
  );
}

/** The least and the greatest count that several keywords leave. */
export function countsOf(
  parts: readonly SchemaPart[],
  least: string,
  most: string,
): readonly [least: number, most: number] {
  return [
    Math.max(0, ...numbersAt(parts, least).map(Number)),
    Math.min(Infinity, ...numbersAt(parts, most).map(Number)),
  ];
}

export function numbersAt(parts: readonly SchemaPart[], keyword: string): (number | bigint)[] {
  return parts.flatMap(({ node }) => {
    const value: Json | undefined = node[keyword];
    return isNumber(value) ? [value] : [];
  });
}
