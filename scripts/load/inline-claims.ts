import { nodesOf } from '../model/description-nodes.ts';
import { isObject, objectOf, textOf, type Json, type JsonObject } from '../base/json.ts';
import { append, withValueAt, type Pointer } from '../base/json-pointer.ts';
import { someObject } from '../base/some-object.ts';

/** A claim that stands beside the node it backs, as it is written there. */
export interface InlineClaim {
  readonly value: JsonObject;
  readonly pointer: Pointer;
}

/** A description in which each `x-evidence` lists ids alone, and the claims that stood there. */
export interface Lifted {
  readonly document: JsonObject;
  readonly claims: readonly InlineClaim[];
}

/** Takes the claims that are written beside nodes out of a description; their ids stay in their places. */
export function liftClaims(document: JsonObject): Lifted {
  const claims: InlineClaim[] = [];
  if (!someObject(document, hasClaims)) return { document, claims };
  let lifted: Json = document;
  for (const { node, pointer } of nodesOf(document)) {
    if (!hasClaims(node)) continue;
    const at = append(pointer, 'x-evidence');
    const evidence = node['x-evidence'] ?? null;
    const lists = isObject(evidence)
      ? Object.entries(evidence).map(([keyword, list]) => [append(at, keyword), list] as const)
      : [[at, evidence] as const];
    for (const [place, list] of lists) {
      if (!Array.isArray(list)) continue;
      const ids = (list as readonly Json[]).map((item, index) => {
        if (!isObject(item)) return item;
        claims.push({ value: item, pointer: append(place, index) });
        return textOf(item['id']);
      });
      lifted = withValueAt(lifted, place, ids);
    }
  }
  return { document: objectOf(lifted), claims };
}

function hasClaims({ 'x-evidence': evidence }: JsonObject): boolean {
  if (evidence === undefined) return false;
  const lists = isObject(evidence) ? Object.values(evidence) : [evidence];
  return lists.some((list) => Array.isArray(list) && list.some(isObject));
}
