import { arrayOf, objectOf, type Json } from '../../base/json.ts';
import { isNumber } from '../exact-numbers.ts';
import { belowOf, type Conjunct } from './conjunct.ts';
import type { Alternative, SchemaPart } from './alternative.ts';
import type { Forge } from './forge.ts';
import { countsOf, itemOf, namesOf, propertyOf, requiredOf } from './members.ts';
import { matchingText } from './pattern-text.ts';
import { LEAST_DRAW } from './draw.ts';
import { PLAIN_LETTERS } from './destination.ts';
import { REPEATED } from './types.ts';

/** What the schemas of an object come to. */
export interface ObjectPlan {
  readonly required: ReadonlySet<string>;
  readonly names: readonly string[];
  readonly least: number;
  readonly most: number;
  /** What every name has to satisfy. */
  readonly naming: readonly Conjunct[];
  readonly patterns: readonly string[];
  readonly property: (name: string) => readonly Conjunct[];
}

/** What the schemas of an array come to. */
export interface ArrayPlan {
  readonly least: number;
  readonly most: number;
  readonly isUnique: boolean;
  /** Whether two items have to be equal. */
  readonly isRepeated: boolean;
  readonly contains: readonly Contains[];
  /** Items before this index may differ; all others have the same schemas. */
  readonly prefix: number;
  readonly item: (index: number, contained?: readonly SchemaPart[]) => readonly Conjunct[];
}

export interface Contains {
  readonly part: SchemaPart;
  readonly wanted: Conjunct;
  readonly least: number;
  readonly most: number;
}

const OBJECTS = new WeakMap<Alternative, ObjectPlan>();
const ARRAYS = new WeakMap<Alternative, ArrayPlan>();

export function objectPlan({ resolver }: Forge, alternative: Alternative): ObjectPlan {
  const known = OBJECTS.get(alternative);
  if (known) return known;
  const { parts } = alternative;
  const [least, most] = countsOf(parts, 'minProperties', 'maxProperties');
  const properties = new Map<string, readonly Conjunct[]>();
  const plan: ObjectPlan = {
    required: requiredOf(alternative),
    names: namesOf(alternative),
    least,
    most,
    naming: parts.flatMap((part) => {
      const { propertyNames } = part.node;
      return propertyNames === undefined
        ? []
        : [belowOf(resolver, part, propertyNames, 'propertyNames')];
    }),
    patterns: parts.flatMap(({ node }) => Object.keys(objectOf(node['patternProperties']))),
    property(name) {
      const found = properties.get(name) ?? propertyOf(resolver, alternative, name);
      properties.set(name, found);
      return found;
    },
  };
  OBJECTS.set(alternative, plan);
  return plan;
}

export function arrayPlan({ resolver }: Forge, alternative: Alternative): ArrayPlan {
  const known = ARRAYS.get(alternative);
  if (known) return known;
  const { parts } = alternative;
  const [minItems, most] = countsOf(parts, 'minItems', 'maxItems');
  const contains = parts.flatMap((part): Contains[] => {
    const { node } = part;
    if (node['contains'] === undefined) return [];
    return [
      {
        part,
        wanted: belowOf(resolver, part, node['contains'], 'contains'),
        least: isNumber(node['minContains']) ? Number(node['minContains']) : 1,
        most: isNumber(node['maxContains']) ? Number(node['maxContains']) : Infinity,
      },
    ];
  });
  const prefix = Math.max(0, ...parts.map(({ node }) => arrayOf(node['prefixItems']).length));
  const items = new Map<number, readonly Conjunct[]>();
  const isRepeated = parts.some(({ node }) => node[REPEATED] === true);
  const plan: ArrayPlan = {
    least: Math.max(minItems, isRepeated ? 2 : 0, ...contains.map((it) => it.least)),
    most,
    isRepeated,
    isUnique: parts.some(({ node }) => node['uniqueItems'] === true),
    contains,
    prefix,
    item(index, contained) {
      if (contained && contained.length > 0) return itemOf(resolver, alternative, index, contained);
      // Beyond the prefix one stands for all.
      const place = Math.min(index, prefix);
      const found = items.get(place) ?? itemOf(resolver, alternative, place);
      items.set(place, found);
      return found;
    },
  };
  ARRAYS.set(alternative, plan);
  return plan;
}

/** A name that is in no `properties` and, as far as can be, in no `patternProperties`. */
const OTHER_NAME = 'kilnOther';

/** A name for each pattern of names, besides one for all others. */
export function sampleNames({ patterns }: ObjectPlan): readonly string[] {
  const wish = { least: 0, most: 40, isFine: () => true, letters: PLAIN_LETTERS };
  return [OTHER_NAME, ...patterns.flatMap((it) => matchingText(it, wish, LEAST_DRAW) ?? [])];
}

export const TEXT: Json = { type: 'string' };
