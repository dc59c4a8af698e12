import { arrayOf, isObject, type Json } from '../../base/json.ts';
import { append } from '../../base/json-pointer.ts';
import type { Direction } from '../../model/api-model.ts';
import { WHOLE, type Spot } from '../evaluation.ts';
import { toExcuses } from '../excuses.ts';
import type { Place, Resolver } from '../resolve.ts';

/**
 * Takes the members out of values that go the other way only: readOnly ones in a request, writeOnly ones in
 * a response.
 */
export function toOneWayFilter(
  resolver: Resolver,
  root: Place,
  direction: Direction,
): (value: Json) => Json {
  if (!resolver.isDynamic && !reachesOneWay(resolver, root)) return (value) => value;
  const isOneWay = toExcuses(resolver, root, direction);
  const walk = (item: Json, at: Spot): Json => {
    if (Array.isArray(item)) {
      return arrayOf(item).map((it, key) => walk(it, { outer: at, key }));
    }
    if (!isObject(item)) return item;
    return Object.fromEntries(
      Object.entries(item)
        .filter(([name]) => !isOneWay(at, name))
        .map(([key, it]) => [key, walk(it, { outer: at, key })]),
    );
  };
  return (value) => walk(value, WHOLE);
}

/** Whether a schema, or any that it leads to, has a mark. */
function reachesOneWay(resolver: Resolver, root: Place): boolean {
  const places = new Map([[root.pointer, root]]);
  // What is added while it runs is walked as well.
  for (const { node, pointer } of places.values()) {
    if (isMarkedItself(node)) return true;
    const children = node !== null && typeof node === 'object' ? Object.entries(node) : [];
    for (const [key, child] of children) {
      const inner = { node: child, pointer: append(pointer, key) };
      const to =
        key === '$ref' && typeof child === 'string' ? resolver.follow(child, pointer) : inner;
      if (to && !places.has(to.pointer)) places.set(to.pointer, to);
    }
  }
  return false;
}

const MARKED = new WeakMap<object, boolean>();

/** Whether anything in a document goes one way only: most say so of nothing. */
export function hasOneWay(document: Json): boolean {
  if (document === null || typeof document !== 'object') return false;
  const known = MARKED.get(document) ?? isMarked(document);
  MARKED.set(document, known);
  return known;
}

function isMarked(root: Json): boolean {
  const open: Json[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node === null || typeof node !== 'object') continue;
    if (isMarkedItself(node)) return true;
    for (const child of Object.values(node)) if (child !== undefined) open.push(child);
  }
  return false;
}

function isMarkedItself(node: Json): boolean {
  return isObject(node) && (node['readOnly'] === true || node['writeOnly'] === true);
}
