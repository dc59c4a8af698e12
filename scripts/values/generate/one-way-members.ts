import { arrayOf, isObject, type Json } from '../../base/json.ts';
import type { Direction } from '../../model/api-model.ts';
import { WHOLE, type Spot } from '../evaluation.ts';
import { toExcuses } from '../excuses.ts';
import type { Place, Resolver } from '../resolve.ts';

/** A value without the members that go the other way only: readOnly ones in a request, writeOnly ones in a response. */
export function withoutOneWay(
  resolver: Resolver,
  root: Place,
  value: Json,
  direction: Direction,
): Json {
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
  return walk(value, WHOLE);
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
    if (isObject(node) && (node['readOnly'] === true || node['writeOnly'] === true)) return true;
    for (const child of Object.values(node) as Json[]) if (child !== undefined) open.push(child);
  }
  return false;
}
