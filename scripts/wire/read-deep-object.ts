import type { Json } from '../base/json.ts';
import type { TextShape } from '../values/combine-shapes.ts';
import { combine, memberMeanings, MOST_MEANINGS } from './text-meanings.ts';
import type { Reading } from './reading.ts';
import type { TextPair } from './text-pairs.ts';

/** What stands below a name: texts of its own, and members in brackets. */
interface Branch {
  readonly texts: string[];
  readonly members: Map<string, Branch>;
}

/**
 * Reads `color[R]=100`. What OpenAPI does not define is read as most do: more brackets are more levels,
 * and a name that repeats, that ends in `[]` or that numbers its members is an array.
 */
export function readDeepObject(
  name: string,
  shape: TextShape,
  pairs: readonly TextPair[],
): Reading {
  const root: Branch = { texts: [], members: new Map() };
  let isThere = false;
  for (const pair of pairs) {
    const keys = pair.name === undefined ? undefined : keysBelow(name, pair.name);
    if (!keys) continue;
    if (pair.text === undefined) return 'undecodable';
    isThere = true;
    branchAt(root, keys).texts.push(pair.text);
  }
  if (!isThere) return 'absent';
  const [value = null, ...others] = valuesOf(root, shape);
  return { value, others };
}

/** More levels are one name, as it stands. */
const DEEPEST = 20;

function keysBelow(name: string, key: string): readonly string[] | undefined {
  if (!key.startsWith(`${name}[`) || !key.endsWith(']')) return undefined;
  const keys = key.slice(name.length + 1, -1).split('][');
  return keys.length > DEEPEST ? [keys.join('][')] : keys;
}

function branchAt(root: Branch, keys: readonly string[]): Branch {
  let at = root;
  for (const [index, key] of keys.entries()) {
    // `tags[]` says that there are several, and is no name.
    if (key === '' && index > 0 && index === keys.length - 1) return at;
    const next = at.members.get(key) ?? { texts: [], members: new Map<string, Branch>() };
    at.members.set(key, next);
    at = next;
  }
  return at;
}

function valuesOf({ texts, members }: Branch, shape: TextShape): readonly Json[] {
  if (members.size === 0) return memberMeanings(texts, shape).slice(0, MOST_MEANINGS);
  const names = [...members.keys()];
  const isArray = shape.types.has('array') && names.every((it) => /^\d+$/.test(it));
  const choices = [...members].map(([name, branch], index) =>
    valuesOf(branch, isArray ? shape.items(index) : shape.member(name)),
  );
  const found = [...combine(choices)].map((values): Json =>
    Object.fromEntries(names.map((name, index) => [name, values[index] ?? null])),
  );
  const arrays: readonly Json[] = isArray ? [...combine(choices)] : [];
  const objects = isArray && !shape.types.has('object') ? [] : found;
  return [...arrays, ...objects].slice(0, MOST_MEANINGS);
}
