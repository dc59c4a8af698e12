import { arrayOf, isObject, type Json } from '../../base/json.ts';
import { isNumber } from '../../values/exact-numbers.ts';
import { between, type Try } from './number-rules.ts';
import { anew } from './renewed.ts';
import type { UnstatedRule } from './unstated-rule.ts';

/** Items of the longest list that is tried. */
const MOST = 300;

/** Lists that show whether their size is bounded, or an item may come twice. */
export function arrayProbes(value: readonly Json[]): readonly Json[] {
  const [first] = value;
  if (first === undefined) return [];
  return [[], [first, first], filled(value, MOST)];
}

/** Finds bounds of a list's size, and whether its items must differ. */
export async function arrayRules(value: readonly Json[], tries: Try): Promise<UnstatedRule[]> {
  const [first] = value;
  if (first === undefined) return [];
  const others = [first, ...[1, 2, 3].map((it) => otherThan(first, it))];
  const sized: Try = (size) => tries(filled(value, Number(size)));
  const found: UnstatedRule[] = [];
  if ((await tries([])) === false) {
    const least = value.length > 1 && !(await sized(1)) ? await between(1, value.length, sized) : 1;
    if (least !== undefined) found.push(fewest(least, value));
  }
  const isTwice = await tries([first, first]);
  if (isTwice && (await sized(MOST)) === false) {
    const most = await between(MOST, 2, sized);
    if (most !== undefined) found.push(largest(most, value));
  }
  const pairs = [1, 2, 3].map((it) => [others[0] ?? null, others[it] ?? null]);
  if (isTwice === false && (await allTaken(pairs, tries)))
    found.push({
      keyword: 'uniqueItems',
      what: 'every list with an item that comes twice',
      state: 'uniqueItems: true',
      refused: others.slice(0, 3).map((it) => [it, it]),
      taken: (time) => pairs[time % pairs.length] ?? value,
    });
  return found;
}

async function allTaken(values: readonly Json[], tries: Try): Promise<boolean> {
  for (const it of values) if (!(await tries(it))) return false;
  return true;
}

function filled(value: readonly Json[], size: number): Json[] {
  return Array.from({ length: size }, (_, i) => value[i] ?? value[0] ?? null);
}

/** Another item of the same type; the same where none can be made up. */
function otherThan(item: Json, time: number): Json {
  if (typeof item === 'string') return anew(item, 60 + time);
  if (isNumber(item)) return Number(item) + time;
  if (isObject(item)) {
    return Object.fromEntries(
      Object.entries(item).map(([name, it]) => [name, otherThan(it, time)]),
    );
  }
  return Array.isArray(item) ? arrayOf(item).map((it) => otherThan(it, time)) : item;
}

function fewest(least: number, value: readonly Json[]): UnstatedRule {
  return {
    keyword: 'minItems',
    what: least === 1 ? 'a list without items' : `every list of fewer than ${least} items`,
    state: `minItems: ${least}`,
    refused: [least - 1, least - 2, 0].filter((it) => it >= 0).map((it) => filled(value, it)),
    taken: (time) => filled(value, time % 2 === 0 ? least : Math.max(least, value.length)),
  };
}

function largest(most: number, value: readonly Json[]): UnstatedRule {
  return {
    keyword: 'maxItems',
    what: `every list of more than ${most} items`,
    state: `maxItems: ${most}`,
    refused: [most + 1, most + 2, MOST].map((it) => filled(value, it)),
    taken: (time) => filled(value, Math.max(2, most - (time % 3))),
  };
}
