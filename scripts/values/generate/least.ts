import { keyOfAll, type Conjunct } from './conjunct.ts';
import type { Alternative } from './alternative.ts';
import { choicesOf, expansionOf, suits, type Forge } from './forge.ts';
import { countsOf } from './members.ts';
import { fractionRange, wholeRange } from './number-range.ts';
import { isLongerThan } from './pattern-text.ts';
import { arrayPlan, objectPlan, sampleNames, TEXT } from './plans.ts';
import { typeOf, type ValueType } from './types.ts';
import { accepts } from './accepts.ts';
import { finiteValues } from './finite-values.ts';

/** Sets of schemas that are looked at for one that is asked about. */
const MOST_SETS = 2_000;
/** Levels that are tried before a recursion counts as endless. */
const MOST_LEVELS = 24;

/** Levels of the least value that satisfies all: Infinity where none was found to. */
export function leastHeight(whole: Forge, conjuncts: readonly Conjunct[]): number {
  const forge = { ...whole, most: whole.most ?? whole.heights.size + MOST_SETS };
  for (let levels = 0; levels <= MOST_LEVELS; levels += 1) {
    if (fits(forge, conjuncts, levels)) return levels;
    // More levels help only where levels were wanting.
    if (!forge.heights.get(keyOfAll(conjuncts))?.isFloor) return Infinity;
  }
  return Infinity;
}

/** Whether it is proved that nothing satisfies all. */
export function isRefuted(forge: Forge, conjuncts: readonly Conjunct[]): boolean {
  if (leastHeight(forge, conjuncts) < Infinity) return false;
  const fresh: Forge = {
    ...forge,
    expansions: new Map(),
    cut: new Set(),
    heights: new Map(),
    most: MOST_SETS,
  };
  // A value of more levels than there are schemas would repeat one of them, and so could be smaller.
  for (let levels = 0; levels <= fresh.heights.size && levels < MOST_PROVED; levels += 1) {
    if (fits(fresh, conjuncts, levels)) return false;
    if (!fresh.heights.get(keyOfAll(conjuncts))?.isFloor) break;
  }
  const isExhausted =
    fresh.heights.size < MOST_PROVED || !fresh.heights.get(keyOfAll(conjuncts))?.isFloor;
  return isExhausted && fresh.cut.size === 0;
}

const MOST_PROVED = 200;

/** Whether a value of at most so many levels may satisfy all; never denied where there is one. */
export function fits(forge: Forge, conjuncts: readonly Conjunct[], levels: number): boolean {
  const key = keyOfAll(conjuncts);
  const height = forge.heights.get(key) ?? { least: Infinity, refuted: -1, isFloor: true };
  forge.heights.set(key, height);
  if (height.least <= levels) return true;
  if (height.refuted >= levels) return false;
  if (levels < 0) return false;
  // Sets of schemas that only grow are without an end: what was not looked at is not denied.
  if (forge.most !== undefined && forge.heights.size > forge.most) return true;
  const run: Run = { forge, levels, isFloor: false };
  if (expansionOf(forge, conjuncts).alternatives.some((it) => alternativeFits(run, it))) {
    height.least = levels;
    return true;
  }
  height.refuted = levels;
  height.isFloor = run.isFloor;
  return false;
}

interface Run {
  readonly forge: Forge;
  readonly levels: number;
  isFloor: boolean;
}

function alternativeFits(run: Run, alternative: Alternative): boolean {
  return alternative.types.some((type) => typeFits(run, alternative, type));
}

/** Whether an alternative has values of a type with so many levels. */
export function hasType(
  forge: Forge,
  alternative: Alternative,
  type: ValueType,
  levels: number,
): boolean {
  return typeFits({ forge, levels, isFloor: false }, alternative, type);
}

function typeFits(run: Run, alternative: Alternative, type: ValueType): boolean {
  const { forge } = run;
  const choices = choicesOf(forge, alternative);
  if (choices) return choices.some((it) => typeOf(it) === type);
  const { parts } = alternative;
  switch (type) {
    case 'null':
      return suits(forge, alternative, null);
    case 'boolean':
      return suits(forge, alternative, false) || suits(forge, alternative, true);
    case 'integer':
      return wholeRange(parts) !== undefined;
    case 'fraction':
      return [0, 2, 6, 20, 330].some((digits) => fractionRange(parts, digits) !== undefined);
    case 'string': {
      const [least, most] = countsOf(parts, 'minLength', 'maxLength');
      const isTooLong = ({ node: { pattern } }: (typeof parts)[number]) =>
        typeof pattern === 'string' && isLongerThan(pattern, most);
      return least <= most && !parts.some(isTooLong);
    }
    case 'object':
      return objectFits(run, alternative);
    case 'array':
      return arrayFits(run, alternative);
  }
}

function below(run: Run, conjuncts: readonly Conjunct[]): boolean {
  const { forge, levels } = run;
  if (fits(forge, conjuncts, levels - 1)) return true;
  if (levels === 0 || forge.heights.get(keyOfAll(conjuncts))?.isFloor) run.isFloor = true;
  return false;
}

function objectFits(run: Run, alternative: Alternative): boolean {
  const { forge } = run;
  const plan = objectPlan(forge, alternative);
  const { required, least, most, naming, property } = plan;
  if (required.size > most || least > most) return false;
  const isNamed = (name: string) => naming.every((it) => accepts(forge.resolver, it, name));
  for (const name of required) {
    if (!isNamed(name) || !below(run, property(name))) return false;
  }
  if (least <= required.size) return true;
  const optional = plan.names.filter(
    (name) => !required.has(name) && isNamed(name) && below(run, property(name)),
  );
  if (required.size + optional.length >= least) return true;
  const text = { node: TEXT, at: '#', scope: [] } as const;
  if (naming.length > 0 && leastHeight(forge, [...naming, text]) === Infinity) return false;
  const named = naming.length > 0 ? finiteValues(forge, [...naming, text], 100) : undefined;
  const names = named?.map(String) ?? sampleNames(plan);
  const open = names.filter((name) => !required.has(name) && below(run, property(name)));
  return named ? required.size + open.length >= least : open.length > 0;
}

function arrayFits(run: Run, alternative: Alternative): boolean {
  const { forge } = run;
  const plan = arrayPlan(forge, alternative);
  const { least, most, prefix, contains, item } = plan;
  if (least > most) return false;
  for (let index = 0; index < Math.min(least, prefix + 1); index += 1) {
    if (!below(run, item(index))) return false;
  }
  for (const { part, wanted, least: times, most: atMost } of contains) {
    if (times > atMost) return false;
    if (times === 0) continue;
    const places = Array.from({ length: Math.min(prefix + 1, most) }, (_, i) => i);
    if (!places.some((place) => below(run, [...item(place, [part]), wanted]))) return false;
  }
  if (!plan.isUnique || least <= prefix + 1) return true;
  const values = finiteValues(forge, item(prefix), least);
  return values === undefined || values.length >= least - prefix;
}
