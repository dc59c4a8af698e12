import type { ApiModel } from '../../model/api-model.ts';
import { isObject, objectOf, type Json, type JsonObject } from '../../base/json.ts';
import { append, pointerOf, valueAt, type Pointer } from '../../base/json-pointer.ts';
import { COVERED_KEYWORDS, ownConstraints, type Constraint } from './constraints.ts';

/** Nodes of a value that are looked at: in a body of many items the first show what the others do. */
const MOST_NODES = 400;
/** Branches that are held against a value, or a part of it: nobody sees thousands of alternatives in one request. */
const MOST_BRANCHES = 2000;

/** How a value stands to a bound: one below, on it, or one above. */
export type Distance = 'N-1' | 'N' | 'N+1';

/** A constraint that spoke about some part of a value. */
export interface Exercised extends Constraint {
  /** For a bound: where the value stands, when it is no more than one away. */
  readonly distance: Distance | undefined;
}

/** The constraints of a schema that speak about a value, whether it satisfies them or not. */
export function exercisedBy({ document, schemas }: ApiModel, schema: Pointer, value: Json) {
  const exercised = new Map<Pointer, Map<Distance | undefined, Exercised>>();
  let nodes = 0;
  let branches = 0;
  const walk = (at: Pointer, given: Json): void => {
    const node = valueAt(document, at);
    nodes += 1;
    if (!isObject(node) || nodes > MOST_NODES) return;
    for (const constraint of ownConstraints(node, at)) {
      if (!speaksOf(constraint.keyword, given)) continue;
      const distance = distanceOf(constraint, given);
      const { pointer } = constraint;
      const byDistance = exercised.get(pointer) ?? new Map<Distance | undefined, Exercised>();
      exercised.set(pointer, byDistance.set(distance, { ...constraint, distance }));
    }
    const { $ref } = node;
    if (typeof $ref === 'string' && $ref.startsWith('#')) walk(pointerOf($ref), given);
    for (const branch of branchesOf(node, at)) {
      // A branch that does not hold says nothing about the value: another one was chosen.
      branches += branch.always ? 0 : 1;
      if (branches > MOST_BRANCHES) break;
      if (branch.always || schemas.check(branch.at, given).length === 0) walk(branch.at, given);
    }
    if (Array.isArray(given)) walkItems(node, at, given as readonly Json[]);
    else if (isObject(given)) walkMembers(node, at, given);
  };
  const walkItems = (node: JsonObject, at: Pointer, items: readonly Json[]): void => {
    const { length } = Object.keys(node['prefixItems'] ?? {});
    items.forEach((item, i) => {
      if (nodes > MOST_NODES) return;
      if (i < length) walk(append(at, 'prefixItems', i), item);
      else walk(append(at, 'items'), item);
    });
  };
  const walkMembers = (node: JsonObject, at: Pointer, members: JsonObject): void => {
    const named = objectOf(node['properties']);
    for (const [name, member] of Object.entries(members)) {
      if (nodes > MOST_NODES) return;
      if (Object.hasOwn(named, name)) walk(append(at, 'properties', name), member);
      else if (isObject(node['additionalProperties']))
        walk(append(at, 'additionalProperties'), member);
    }
  };
  walk(schema, value);
  return [...exercised.values()].flatMap((it) => [...it.values()]);
}

function branchesOf(node: JsonObject, at: Pointer): { at: Pointer; always: boolean }[] {
  return (['allOf', 'anyOf', 'oneOf'] as const).flatMap((keyword) =>
    Object.keys(node[keyword] ?? {}).map((key) => ({
      at: append(at, keyword, key),
      always: keyword === 'allOf',
    })),
  );
}

function speaksOf(keyword: string, value: Json): boolean {
  const kind = COVERED_KEYWORDS[keyword];
  if (kind === 'any') return true;
  if (kind === 'array') return Array.isArray(value);
  return kind === 'object' ? isObject(value) : typeof value === kind;
}

/** Whether a keyword bounds a figure, so that one more or one less matters. */
export function isBound(keyword: string): boolean {
  return /^(max|min)(imum|Length|Items|Properties)$/.test(keyword);
}

function distanceOf({ keyword, value: bound }: Constraint, value: Json): Distance | undefined {
  if (!isBound(keyword) || typeof bound !== 'number') return undefined;
  switch (sizeOf(value) - bound) {
    case -1:
      return 'N-1';
    case 0:
      return 'N';
    case 1:
      return 'N+1';
    default:
      return undefined;
  }
}

/** What a bound compares: a number itself, code points, items or members. */
function sizeOf(value: Json): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return Array.from(value).length;
  if (Array.isArray(value)) return value.length;
  return isObject(value) ? Object.keys(value).length : Number.NaN;
}
