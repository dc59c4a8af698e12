import { isObject, stringOf, type Json, type JsonObject } from '../../base/json.ts';
import { append, pointerOf, valueAt, type Pointer } from '../../base/json-pointer.ts';

/** Levels, those behind references included, that the programs around a description can walk. */
const DEEPEST = 1_200;

/** What is said of a reference behind which it goes deeper. */
export const TOO_DEEP = `more than ${DEEPEST} levels are nested, those behind references included: flatten it`;

/** A node on the way, and how it was come to: its name below the one before, or where a reference leads. */
interface Step {
  readonly node: object;
  readonly depth: number;
  readonly from: Step | undefined;
  readonly name: string;
  readonly target?: Pointer;
}

/**
 * The `$ref`s without which nobody who follows references, each node once, runs out of stack: those at
 * which they have led from one to the next too often. A walk may begin at each node that one led to.
 */
export function deepReferences(document: JsonObject): readonly Pointer[] {
  const found = new Map<object, Pointer>();
  const starts: Step[] = [{ node: document, depth: 0, from: undefined, name: '', target: '#' }];
  for (const start of starts) {
    const seen = new Set<object>();
    const ahead = [start];
    for (let step = ahead.pop(); step; step = ahead.pop()) {
      const { node, depth } = step;
      if (seen.has(node)) continue;
      seen.add(node);
      if (depth <= DEEPEST) {
        ahead.push(...stepsFrom(step, document, found));
        continue;
      }
      const led = lastReferred(step);
      if (!led.from || found.has(led.from.node)) continue;
      found.set(led.from.node, append(pointerTo(led.from), '$ref'));
      starts.push({ ...led, depth: 0, from: undefined });
    }
  }
  return [...found.values()];
}

/** The steps from a node, that which comes first the last. */
function stepsFrom(
  from: Step,
  document: JsonObject,
  found: ReadonlyMap<object, Pointer>,
): readonly Step[] {
  const { node } = from;
  const depth = from.depth + 1;
  const steps = Object.keys(node).flatMap((name): Step[] => {
    const child = (node as JsonObject)[name] ?? null;
    return isNested(child) ? [{ node: child, depth, from, name }] : [];
  });
  const ref = isObject(node) && !found.has(node) ? stringOf(node['$ref']) : undefined;
  if (ref?.startsWith('#') !== true) return steps.toReversed();
  const target = pointerOf(ref);
  const referred = valueAt(document, target) ?? null;
  const led = isNested(referred) ? [{ node: referred, depth, from, name: '', target }] : [];
  return [...steps.toReversed(), ...led];
}

/** The last step that a reference led to: what stands in a file is never that deep without one. */
function lastReferred(step: Step): Step {
  let at = step;
  while (at.target === undefined && at.from) at = at.from;
  return at;
}

function isNested(value: Json): value is JsonObject | readonly Json[] {
  return typeof value === 'object' && value !== null;
}

function pointerTo({ from, name, target }: Step): Pointer {
  if (target !== undefined) return target;
  return from ? append(pointerTo(from), name) : '#';
}
