import type { ApiModel } from '../../../scripts/model/api-model.ts';
import { nodesOf, type DescriptionNode } from '../../../scripts/model/description-nodes.ts';
import type { EvidenceLedger } from '../../../scripts/model/evidence.ts';
import { isObject, type Json, type JsonObject } from '../../../scripts/base/json.ts';
import {
  parentOf,
  tokensOf,
  valueAt,
  withValueAt,
  type Pointer,
} from '../../../scripts/base/json-pointer.ts';

/** One mistake in a description that was sound. */
export interface Break {
  /** What was done, as a clause: "takes 401 from listPets". */
  readonly what: string;
  /** Where the rule must report it, and nowhere else. */
  readonly at: readonly Pointer[];
  readonly document?: Json;
  readonly ledger?: EvidenceLedger;
  /** What the handwritten files say instead, where no document could. */
  readonly files?: ApiModel['files'];
  /** Line of the ledger, where the mistake is in there. */
  readonly line?: number;
}

/** Ways to break one rule and no other, or why nothing in this description can. */
export type Breaker = (api: ApiModel) => readonly Break[] | string;

/** That a description has nothing of the kind that a breaker breaks: a small one has not everything. */
export class NothingToBreak extends Error {}

/** The mistakes of a breaker, or why it has none for this description. */
export function breaksOf(breaker: Breaker, api: ApiModel): readonly Break[] | string {
  try {
    return breaker(api);
  } catch (error) {
    if (error instanceof NothingToBreak) return error.message;
    throw error;
  }
}

/** A mistake at one place: the value there is replaced, or taken away where there is no new one. */
export function edit(
  { document }: ApiModel,
  pointer: Pointer,
  { what, to, at = pointer }: { readonly what: string; readonly to?: Json; readonly at?: Pointer },
): Break {
  const edited = to === undefined ? without(document, pointer) : withValueAt(document, pointer, to);
  return { what, at: [at], document: edited };
}

/** A copy of the document that lacks a value. */
export function without(document: Json, pointer: Pointer): Json {
  const parent = parentOf(pointer);
  const last = tokensOf(pointer).at(-1) ?? '';
  const children = Object.entries(objectAt(document, parent)).filter(([key]) => key !== last);
  return withValueAt(document, parent, Object.fromEntries(children));
}

export function objectAt(document: Json, pointer: Pointer): JsonObject {
  const value = valueAt(document, pointer);
  if (isObject(value)) return value;
  throw new NothingToBreak(`no object at ${pointer}`);
}

/** The first schema that fits, of those that stand in the components. */
export function findSchema(
  { document }: ApiModel,
  fits: (schema: JsonObject) => boolean,
): DescriptionNode {
  for (const found of nodesOf(document)) {
    if (found.isSchema && found.pointer.startsWith('#/components/') && fits(found.node))
      return found;
  }
  throw new NothingToBreak('no schema fits');
}

/** The mistakes that found a place. */
export function present(breaks: readonly (Break | undefined)[]): readonly Break[] {
  return breaks.filter((it) => it !== undefined);
}

/** The mistakes that found a place, or the reason why none did. */
export function presentOr(
  reason: string,
  breaks: readonly (Break | undefined)[],
): readonly Break[] | string {
  const found = present(breaks);
  return found.length > 0 ? found : reason;
}
