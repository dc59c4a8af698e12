import { arrayOf, type Json } from '../../base/json.ts';
import { accepts } from './accepts.ts';
import { keyOfAll, type Conjunct } from './conjunct.ts';
import { negated } from './negations.ts';
import { drawOrder, type Draw } from './draw.ts';
import type { Alternative } from './alternative.ts';
import { expand } from './expand.ts';
import { finiteValues } from './finite-values.ts';
import { areSatisfied, choicesOf, expansionOf, type Forge } from './forge.ts';
import { hasType, leastHeight } from './least.ts';
import { makeArray } from './make-array.ts';
import { makeFraction, makeInteger } from './make-number.ts';
import { makeObject } from './make-object.ts';
import { makeText } from './make-text.ts';
import { withDraw, type Making, type Style } from './making.ts';
import { isMeant, orderTypes, type ValueType } from './types.ts';

/** Levels below which optional parts are left out. */
const LEVELS: Readonly<Record<Style, number>> = { varied: 5, sample: 6 };
/** Levels of nesting that a value has at most. */
const DEEPEST = 60;
const STEPS = 6_000;
/** What is left of them where others have sought in vain. */
const LEAST_STEPS = 500;
const VALUES = 400;
/** Attempts at one alternative: what its keywords say together is not always met at once. */
const ATTEMPTS = 4;
/** Values that were sought in vain, after which none is sought any more. */
const HOPELESS = 26;

/** A value that satisfies all, or undefined where none was found. */
export function makeWhole(
  forge: Forge,
  conjuncts: readonly Conjunct[],
  draw: Draw,
  style: Style,
): Json | undefined {
  const key = keyOfAll(conjuncts);
  const misses = forge.misses.get(key) ?? 0;
  if (misses >= HOPELESS) return undefined;
  const steps = Math.max(LEAST_STEPS, STEPS / Math.max(1, misses + 1));
  const purse = { steps, values: VALUES };
  const value = make({ forge, draw, style, left: LEVELS[style], purse, path: [] }, conjuncts);
  // Where there is one, there may be more.
  forge.misses.set(key, value === undefined ? misses + 1 : -Infinity);
  return value;
}

function make(making: Making, conjuncts: readonly Conjunct[]): Json | undefined {
  const { forge, draw, purse } = making;
  const least = leastHeight(forge, conjuncts);
  if (least === Infinity || making.path.length > DEEPEST) return undefined;
  const key = keyOfAll(conjuncts);
  const isRepeated = making.style === 'sample' && making.path.includes(key);
  const left = isRepeated ? least : Math.max(making.left, least);
  const inside = { ...making, left, path: [...making.path, key] };
  purse.values -= 1;
  const { alternatives } = expansionOf(forge, conjuncts);
  const shown = making.style === 'sample' ? shownValue(forge, alternatives, conjuncts) : undefined;
  if (shown !== undefined) return shown;
  for (const alternative of drawOrder(draw, alternatives)) {
    const value = satisfy(inside, conjuncts, alternative, refinementsOf(alternative));
    if (value !== undefined) return value;
    if (purse.steps <= 0) break;
  }
  return finiteValues(forge, conjuncts, 500)?.[0];
}

/** Each schema that must not hold may slip in by itself. */
function refinementsOf({ denied }: Alternative): number {
  return Math.max(LEAST_REFINEMENTS, denied.length);
}

const LEAST_REFINEMENTS = 5;

/** A value of an alternative that is none of those it excludes: what slipped in is excluded by name, and all is made again. */
function satisfy(
  making: Making,
  conjuncts: readonly Conjunct[],
  alternative: Alternative,
  refinements: number,
): Json | undefined {
  const { forge, purse } = making;
  let slipped: Conjunct | undefined;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    purse.steps -= 1;
    if (purse.steps <= 0) return undefined;
    const own = attempt === 0 ? making : withDraw(making, making.draw.fork(attempt));
    const value = makeOf(own, alternative);
    if (value === undefined) continue;
    if (areSatisfied(forge, conjuncts, value)) return value;
    slipped = alternative.denied.find((it) => accepts(forge.resolver, it, value));
    if (slipped) break;
  }
  if (!slipped || refinements === 0) return undefined;
  const denied = alternative.denied.filter((it) => it !== slipped);
  const refined = expand(forge.resolver, [negated(slipped)], { ...alternative, denied });
  for (const it of refined.alternatives) {
    const value = satisfy(making, conjuncts, it, refinements - 1);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** A value of one of the types that an alternative has. */
function makeOf(making: Making, alternative: Alternative): Json | undefined {
  const { forge, draw, left } = making;
  const choices = choicesOf(forge, alternative);
  if (choices) return choices[draw.below(choices.length)];
  const nodes = alternative.parts.map(({ node }) => node);
  const types = orderTypes(alternative.types, nodes).filter((it) =>
    hasType(forge, alternative, it, Math.min(24, left)),
  );
  const meant = types.filter((it) => isMeant(it, nodes));
  for (const type of drawOrder(draw, meant.length > 0 ? meant : types)) {
    const value = makeOfType(making, alternative, type);
    if (value !== undefined) return value;
  }
  return undefined;
}

function makeOfType(making: Making, alternative: Alternative, type: ValueType): Json | undefined {
  switch (type) {
    case 'null':
      return null;
    case 'boolean':
      return making.draw.below(2) === (making.style === 'sample' ? 0 : 1);
    case 'integer':
      return makeInteger(alternative, making);
    case 'fraction':
      return makeFraction(alternative, making);
    case 'string':
      return makeText(alternative, making);
    case 'array':
      return makeArray(alternative, making, make);
    case 'object':
      return makeObject(alternative, making, make);
  }
}

/** What the description itself shows: its example, its default, or a constant. */
function shownValue(
  forge: Forge,
  alternatives: readonly Alternative[],
  conjuncts: readonly Conjunct[],
): Json | undefined {
  const [first] = alternatives;
  for (const { node } of first?.parts ?? []) {
    for (const value of [node['example'], ...arrayOf(node['examples']), node['default']]) {
      if (value !== undefined && areSatisfied(forge, conjuncts, value)) return value;
    }
  }
  return undefined;
}
