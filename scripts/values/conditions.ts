import { arrayOf, isEqual, isObject, objectOf, textOf, type Json } from '../base/json.ts';
import type { Comparison, ResourcePolicy } from '../model/resource-policy.ts';

/** Whether a thing meets all that a request says of the things it wants; names that stand for no comparison are met. */
export function meets(
  thing: Json,
  conditions: Json | undefined,
  { operators = {} }: Pick<ResourcePolicy, 'operators'>,
): boolean {
  if (!isObject(thing)) return true;
  return Object.entries(objectOf(conditions)).every(([name, wanted]) => {
    const held = thing[name];
    if (!isObject(wanted)) {
      return Array.isArray(wanted) && !Object.hasOwn(thing, name)
        ? false
        : isEqual(held ?? null, wanted);
    }
    const asked = Object.entries(wanted);
    // An object without a comparison is a value, or says what only the API understands.
    if (!asked.some(([it]) => Object.hasOwn(operators, it))) return true;
    return asked.every(([it, value]) => {
      const comparison = Object.hasOwn(operators, it) ? operators[it] : undefined;
      return comparison === undefined || COMPARES[comparison](held ?? null, value);
    });
  });
}

const COMPARES: Readonly<Record<Comparison, (held: Json, wanted: Json) => boolean>> = {
  equal: isEqual,
  notEqual: (held, wanted) => !isEqual(held, wanted),
  greater: (held, wanted) => orderOf(held, wanted) > 0,
  greaterOrEqual: (held, wanted) => orderOf(held, wanted) >= 0,
  less: (held, wanted) => orderOf(held, wanted) < 0,
  lessOrEqual: (held, wanted) => orderOf(held, wanted) <= 0,
  like: (held, wanted) => held !== null && isLike(textOf(held), textOf(wanted)),
  oneOf: (held, wanted) => arrayOf(wanted).some((it) => isEqual(held, it)),
  noneOf: (held, wanted) => !arrayOf(wanted).some((it) => isEqual(held, it)),
  contains: (held, wanted) => isWithin(wanted, held),
  containedIn: (held, wanted) => isWithin(held, wanted),
  null: (held, wanted) => (held === null) === wanted,
};

/** Negative where the first comes before the other; not a number where they do not compare, as with null in SQL. */
function orderOf(left: Json, right: Json): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (typeof left === 'string' && typeof right === 'string')
    return left < right ? -1 : left > right ? 1 : 0;
  return NaN;
}

/** A pattern of SQL: `%` for any text and `_` for any character; without either, a part of the text. */
function isLike(text: string, pattern: string): boolean {
  if (!/[%_]/.test(pattern)) return text.includes(pattern);
  return matchesFrom(text, pattern);
}

/** Goes back to the last `%` alone, so that no pattern takes long. */
function matchesFrom(text: string, pattern: string): boolean {
  let [at, place, star, mark] = [0, 0, -1, 0];
  while (at < text.length) {
    const wanted = pattern[place];
    if (wanted === '%') {
      star = place;
      mark = at;
      place += 1;
    } else if (wanted === '_' || (wanted !== undefined && wanted === text[at])) {
      at += 1;
      place += 1;
    } else if (star >= 0) {
      place = star + 1;
      mark += 1;
      at = mark;
    } else return false;
  }
  return pattern.slice(place).replaceAll('%', '') === '';
}

/** Whether a value has another in it: an item of a list, members of an object, all of a value that is alike. */
function isWithin(part: Json, whole: Json): boolean {
  if (Array.isArray(whole)) {
    const items = whole as readonly Json[];
    return ([part].flat() as readonly Json[]).every((it) => items.some((own) => isEqual(own, it)));
  }
  if (isObject(whole) && isObject(part))
    return Object.entries(part).every(([name, it]) => {
      const own = whole[name];
      return own !== undefined && isWithin(it, own);
    });
  if (typeof whole === 'string' && typeof part === 'string') return whole.includes(part);
  return isEqual(part, whole);
}

/** A property to sort by. */
interface SortKey {
  readonly name: string;
  readonly isDescending: boolean;
}

/** The order that a request asks for: pairs of a property and a direction, or such a pair as a text. */
export function sortKeys(order: Json | undefined): readonly SortKey[] {
  const pairs =
    typeof order === 'string'
      ? order.split(',').map((it) => it.trim().split(/\s+/))
      : arrayOf(order);
  return pairs.flatMap((pair): SortKey[] => {
    const [name, direction = ''] = typeof pair === 'string' ? pair.split(/\s+/) : arrayOf(pair);
    if (typeof name !== 'string' || name === '') return [];
    return [{ name, isDescending: /^desc/i.test(textOf(direction)) }];
  });
}

/** How two things stand to each other; what has no value comes last, as in Postgres. */
export function compareBy(keys: readonly SortKey[], left: Json, right: Json): number {
  for (const { name, isDescending } of keys) {
    const [one = null, other = null] = [left, right].map((it) => objectOf(it)[name]);
    const order =
      one === null || other === null
        ? Number(one === null) - Number(other === null)
        : orderOf(one, other) || 0;
    if (order !== 0) return isDescending ? -order : order;
  }
  return 0;
}

/** A thing with the properties that a request wants to see: all of them unless it lists some. */
export function withFields(thing: Json, wanted: Json | undefined): Json {
  if (!Array.isArray(wanted) || wanted.length === 0 || !isObject(thing)) return thing;
  const names = new Set((wanted as readonly Json[]).map(textOf));
  return Object.fromEntries(Object.entries(thing).filter(([name]) => names.has(name)));
}
