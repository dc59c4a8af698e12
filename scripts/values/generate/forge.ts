import { arrayOf, type Json } from '../../base/json.ts';
import { resolverOf, type Resolver } from '../resolve.ts';
import { accepts, isAmong } from './accepts.ts';
import { conjunctOf, keyOfAll, type Conjunct } from './conjunct.ts';
import { RESTRICTIONS, type Destination } from './destination.ts';
import { choicesAt } from './listed-choices.ts';
import type { Alternative } from './alternative.ts';
import { expand, type Expansion } from './expand.ts';
import { EXCLUDED, typeOf } from './types.ts';

/** What is known of a document's schemas for one destination: worked out once, whoever asks. */
export interface Forge {
  readonly resolver: Resolver;
  readonly destination: Destination;
  readonly expansions: Map<string, Expansion>;
  /** Those of them with more alternatives than are looked at. */
  readonly cut: Set<string>;
  readonly heights: Map<string, Height>;
  /** How often no value of schemas was found, and never one. */
  readonly misses: Map<string, number>;
  /** Sets of schemas that may be known before no other is looked at; as many as there are when left out. */
  readonly most?: number;
}

/** Levels that the least value of schemas together has. */
interface Height {
  /** Where it is known that there is a value of so many levels. */
  least: number;
  /** Where it is known that there is none. */
  refuted: number;
  /** Whether that there is none may be for want of levels only. */
  isFloor: boolean;
}

const FORGES = new WeakMap<object, Map<Destination, Forge>>();

/** The forge of a document. */
export function forgeOf(document: Json, destination: Destination): Forge {
  const owner = document !== null && typeof document === 'object' ? document : NOWHERE;
  const known = FORGES.get(owner) ?? new Map<Destination, Forge>();
  FORGES.set(owner, known);
  const forge = known.get(destination) ?? newForge(resolverOf(document), destination);
  known.set(destination, forge);
  return forge;
}

/** A forge of its own, for a document that refers to others. */
export function newForge(resolver: Resolver, destination: Destination): Forge {
  return {
    resolver,
    destination,
    expansions: new Map(),
    cut: new Set(),
    heights: new Map(),
    misses: new Map(),
  };
}

const NOWHERE = {};

/** A schema, and what its destination asks for besides. */
export function wantedOf(forge: Forge, schema: Json | undefined): readonly Conjunct[] {
  const own = conjunctOf(forge.resolver, schema ?? true);
  const restriction = RESTRICTIONS[forge.destination];
  return restriction ? [own, conjunctOf(forge.resolver, restriction, own.at)] : [own];
}

/** The alternatives of schemas together. */
export function expansionOf(forge: Forge, conjuncts: readonly Conjunct[]): Expansion {
  const key = keyOfAll(conjuncts);
  const known = forge.expansions.get(key) ?? expand(forge.resolver, conjuncts);
  forge.expansions.set(key, known);
  if (known.isCut) forge.cut.add(key);
  return known;
}

/** Whether a value satisfies all. */
export function areSatisfied(
  { resolver }: Forge,
  conjuncts: readonly Conjunct[],
  value: Json,
): boolean {
  return conjuncts.every((it) => accepts(resolver, it, value));
}

/** Whether a value is what an alternative asks for. */
export function suits(
  { resolver }: Forge,
  { parts, denied, types }: Alternative,
  value: Json,
): boolean {
  return (
    types.includes(typeOf(value)) &&
    !parts.some(({ node }) => isAmong(arrayOf(node[EXCLUDED]), value)) &&
    parts.every((it) => accepts(resolver, it, value)) &&
    !denied.some((it) => accepts(resolver, it, value))
  );
}

const CHOICES = new WeakMap<Alternative, readonly Json[] | undefined>();

/** The values that `const` and `enum` leave of an alternative; undefined where they say nothing. */
export function choicesOf(forge: Forge, alternative: Alternative): readonly Json[] | undefined {
  if (CHOICES.has(alternative)) return CHOICES.get(alternative);
  const [first, ...others] = alternative.parts.flatMap(({ node }) => choicesAt(node));
  const left = first
    ?.filter((it) => others.every((values) => isAmong(values, it)))
    .filter((it) => suits(forge, alternative, it));
  CHOICES.set(alternative, left);
  return left;
}
