import { isObject, stringOf, type Json } from '../../base/json.ts';
import { pointerOf, valueAt } from '../../base/json-pointer.ts';

/** Nodes that a document may have once each reference is replaced by what it leads to: seconds of Prism's time. */
const MOST_NODES = 300_000;
const MOST_LEVELS = 1000;
/** Keywords that say how many there must be at least of what costs a node or more each. */
const LEASTS = ['minItems', 'minProperties', 'minLength'] as const;

/**
 * Whether a document is a tree too large to walk once each reference is replaced by what it leads to, up to
 * where it meets itself: schemas that each lead to two others double with each level.
 */
export function unfoldsToMuch(document: Json): boolean {
  const above = new Set<Json>();
  let nodes = 0;
  // Counts until it has been too many.
  const walk = (node: Json): boolean => {
    nodes += 1;
    if (nodes > MOST_NODES || above.size > MOST_LEVELS) return true;
    if (node === null || typeof node !== 'object' || above.has(node)) return false;
    above.add(node);
    const isTooMuch = Array.isArray(node) ? node.some(walk) : isObject(node) && walkObject(node);
    above.delete(node);
    return isTooMuch;
  };
  const walkObject = (node: Readonly<Record<string, Json>>): boolean => {
    const reference = stringOf(node['$ref']);
    const target = reference?.startsWith('#') === true ? targetOf(document, reference) : undefined;
    if (target !== undefined && walk(target)) return true;
    const before = nodes;
    const isTooMuch = Object.values(node).some(walk);
    nodes += (nodes - before) * Math.max(...LEASTS.map((it) => countOf(node[it])));
    return isTooMuch || nodes > MOST_NODES;
  };
  return walk(document);
}

function countOf(said: Json | undefined): number {
  return typeof said === 'number' || typeof said === 'bigint' ? Math.max(0, Number(said)) : 0;
}

function targetOf(document: Json, reference: string): Json | undefined {
  const target = valueAt(document, pointerOf(reference));
  return isObject(target) || Array.isArray(target) ? target : undefined;
}
