import { isObject, textOf, type Json } from '../../base/json.ts';
import { accepts } from './accepts.ts';
import type { Alternative } from './alternative.ts';
import { finiteValues } from './finite-values.ts';
import { fits } from './least.ts';
import { isLeast, oneLower, withDraw, type MakeBelow, type Making } from './making.ts';
import { neededWith } from './members.ts';
import { matchingText } from './pattern-text.ts';
import { objectPlan, TEXT, type ObjectPlan } from './plans.ts';
import { PLAIN_LETTERS } from './destination.ts';

/** No object that has to have more is made. */
const MOST_MEMBERS = 5_000;
const ATTEMPTS = 40;

/** An object (JSON Schema 2020-12, core, section 10.3.2, and validation, section 6.5). */
export function makeObject(
  alternative: Alternative,
  making: Making,
  make: MakeBelow,
): Json | undefined {
  const { forge } = making;
  const plan = objectPlan(forge, alternative);
  if (plan.least > MOST_MEMBERS) return undefined;
  const made = new Map<string, Json>();
  const lower = oneLower(making);
  const add = (name: string): boolean => {
    if (made.has(name)) return true;
    const value = make(lower, plan.property(name));
    if (value === undefined) return false;
    made.set(name, value);
    return true;
  };
  /** A name that is not demanded, with all that it brings, as far as there is room. */
  const offer = (name: string, spare: Making = making): boolean => {
    const wanted = withNeeded(alternative, name).filter((it) => !made.has(it));
    if (made.size + wanted.length > plan.most) return false;
    if (!wanted.every((it) => isPossible(spare, plan, it))) return false;
    const before = [...made.keys()];
    if (wanted.every(add)) return true;
    for (const it of wanted) if (!before.includes(it)) made.delete(it);
    return false;
  };
  const inOrder = plan.names.filter((it) => plan.required.has(it));
  for (const name of [...inOrder, ...plan.required]) if (!add(name)) return undefined;
  if (!isLeast(making)) {
    for (const name of plan.names) {
      if (made.has(name)) continue;
      if (making.style === 'sample' || making.draw.below(2) === 1) offer(name);
    }
  }
  // Those first that end soonest: what must be there may not lead on without end.
  for (const name of plan.names) if (made.size < plan.least) offer(name);
  const roomy = { ...making, left: Infinity };
  const target = Math.max(plan.least, made.size + spareNames(plan, making, alternative, made.size));
  if (made.size < target) {
    for (const name of otherNames(plan, making, make)) {
      offer(name);
      if (made.size >= target) break;
    }
    for (const name of plan.names) if (made.size < plan.least) offer(name, roomy);
  }
  if (made.size < plan.least) return undefined;
  // In the order in which the schema names them, as a reader expects; a name may be `__proto__`.
  const order = new Map([...plan.names, ...made.keys()].map((name, place) => [name, place]));
  return Object.fromEntries(
    [...made].toSorted(([left], [right]) => (order.get(left) ?? 0) - (order.get(right) ?? 0)),
  );
}

function isPossible({ forge, left }: Making, plan: ObjectPlan, name: string): boolean {
  if (!plan.naming.every((it) => accepts(forge.resolver, it, name))) return false;
  return fits(forge, plan.property(name), Math.min(24, left - 1));
}

function withNeeded({ parts }: Alternative, name: string): readonly string[] {
  const names = new Set([name]);
  for (const it of names) for (const needed of neededWith(parts, it)) names.add(needed);
  return [...names];
}

/** How many names that the schema does not list are made besides: none where it lists any. */
function spareNames(
  plan: ObjectPlan,
  making: Making,
  { parts }: Alternative,
  made: number,
): number {
  if (isLeast(making)) return 0;
  if (plan.patterns.length === 0 && (made > 0 || plan.names.length > 0)) return 0;
  if (making.style === 'varied') return making.draw.below(3);
  // A reader is shown what the schema describes, and nothing where it describes nothing.
  const isDescribed = parts.some(({ node }) => OTHERS.some((keyword) => isObject(node[keyword])));
  return plan.patterns.length > 0 || isDescribed ? 1 : 0;
}

const OTHERS = ['additionalProperties', 'unevaluatedProperties', 'propertyNames'] as const;

/** Names that the schema does not list, those first that it describes. */
function* otherNames(plan: ObjectPlan, making: Making, make: MakeBelow): Generator<string> {
  const { forge, draw, style } = making;
  const naming = [...plan.naming, { node: TEXT, at: '#', scope: [] } as const];
  const isRuled = plan.naming.length > 0;
  const listed = isRuled ? finiteValues(forge, naming, 500) : undefined;
  if (listed) {
    yield* listed.map(String);
    return;
  }
  const wish = { least: 0, most: 40, isFine: () => true, letters: PLAIN_LETTERS };
  for (let attempt = 0; attempt < ATTEMPTS + 2 * plan.least; attempt += 1) {
    const own = attempt === 0 ? draw : draw.fork(attempt);
    const pattern = plan.patterns[attempt % (plan.patterns.length + 1)];
    if (pattern !== undefined)
      yield matchingText(pattern, wish, own) ?? plainName(attempt, style, own);
    else if (isRuled) yield textOf(make(withDraw(making, own), naming) ?? '');
    else yield plainName(attempt, style, own);
  }
}

function plainName(attempt: number, style: Making['style'], draw: Making['draw']): string {
  if (style === 'sample') return `property${attempt + 1}`;
  const length = 1 + draw.below(8);
  return Array.from({ length }, () => PLAIN_LETTERS[draw.below(26)] ?? 'a').join('');
}
