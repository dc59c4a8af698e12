import { isObject, type Json, type JsonObject } from '../../base/json.ts';
import { append, tokensOf, type Pointer } from '../../base/json-pointer.ts';

/** A description without some of its nodes. */
export interface Remainder {
  readonly document: JsonObject;
  /** Where a node of it stood before: items of lists may have moved up. */
  readonly origin: (pointer: Pointer) => Pointer;
}

/** Nodes to take out, as a tree of their tokens; an empty one is to be taken out itself. */
interface Cut {
  readonly below: Map<string, Cut>;
}

/** Takes nodes out of a description, and lists and maps of examples that are empty without them. */
export function takeOut(document: JsonObject, pointers: Iterable<Pointer>): Remainder {
  const cuts = toCuts(pointers);
  const moved = new Map<Pointer, readonly number[]>();
  const left = cuts.below.size === 0 ? document : without(document, cuts, '#', moved);
  return {
    document: isObject(left) ? left : {},
    origin: (pointer) => (moved.size === 0 ? pointer : originOf(pointer, moved)),
  };
}

function toCuts(pointers: Iterable<Pointer>): Cut {
  const root: Cut = { below: new Map() };
  for (const pointer of pointers) {
    let at = root;
    for (const token of tokensOf(pointer)) {
      const next: Cut = at.below.get(token) ?? { below: new Map() };
      at.below.set(token, next);
      at = next;
    }
  }
  return root;
}

function without(
  node: Json,
  { below }: Cut,
  at: Pointer,
  moved: Map<Pointer, readonly number[]>,
): Json | undefined {
  if (below.size === 0) return undefined;
  if (Array.isArray(node)) {
    const items = (node as readonly Json[]).flatMap((item, index) => {
      const cut = below.get(String(index));
      const kept = cut ? without(item, cut, append(at, index), moved) : item;
      return kept === undefined ? [] : [{ kept, index }];
    });
    if (items.length < node.length)
      moved.set(
        at,
        items.map(({ index }) => index),
      );
    return items.length > 0 ? items.map(({ kept }) => kept) : undefined;
  }
  if (!isObject(node)) return node;
  const members = Object.entries(node).flatMap(([key, child]): [string, Json][] => {
    const cut = below.get(key);
    const kept = cut ? without(child, cut, append(at, key), moved) : child;
    return kept === undefined ? [] : [[key, kept]];
  });
  const isGone = members.length === 0 && at.endsWith('/examples');
  return isGone ? undefined : Object.fromEntries(members);
}

function originOf(pointer: Pointer, moved: ReadonlyMap<Pointer, readonly number[]>): Pointer {
  return tokensOf(pointer).reduce<Pointer>((at, token) => {
    const index = moved.get(at)?.[Number(token)];
    return append(at, index ?? token);
  }, '#');
}
