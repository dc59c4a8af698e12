import { isObject, type Json, type JsonObject } from '../../base/json.ts';
import { append, type Pointer } from '../../base/json-pointer.ts';
import type { Resolver } from '../resolve.ts';

/** A schema that applies at one place of a value, together with others. */
export interface Conjunct {
  readonly node: Json;
  readonly at: Pointer;
  /** Schema resources that were entered on the way, each once (JSON Schema 2020-12, core, section 7.1). */
  readonly scope: readonly Pointer[];
}

/** What a `$ref` or `$dynamicRef` of a conjunct leads to; undefined where it leads nowhere. */
export function followed(
  resolver: Resolver,
  { node, at, scope }: Conjunct,
  keyword: '$ref' | '$dynamicRef',
): Conjunct | undefined {
  const ref = isObject(node) ? node[keyword] : undefined;
  if (typeof ref !== 'string') return undefined;
  const place =
    keyword === '$ref' ? resolver.follow(ref, at) : resolver.followDynamic(ref, at, scope);
  return (
    place && { node: place.node, at: place.pointer, scope: entered(resolver, scope, place.pointer) }
  );
}

/** A schema below a conjunct's node. */
export function belowOf(
  resolver: Resolver,
  { at, scope }: Conjunct,
  node: Json | undefined,
  ...tokens: readonly (string | number)[]
): Conjunct {
  // Schemas that were made of others keep the places of these.
  const own = isObject(node) ? resolver.pointerTo(node) : undefined;
  const pointer = own ?? append(at, ...tokens);
  const isResource = isObject(node) && '$id' in node;
  return {
    node: node ?? true,
    at: pointer,
    scope: isResource ? entered(resolver, scope, pointer) : scope,
  };
}

/** The whole of a schema, where nothing was entered before. */
export function conjunctOf(resolver: Resolver, node: Json, at?: Pointer): Conjunct {
  const pointer = at ?? (isObject(node) ? resolver.pointerTo(node) : undefined) ?? '#';
  return { node, at: pointer, scope: resolver.isDynamic ? [resolver.resourceAt(pointer)] : [] };
}

function entered(
  resolver: Resolver,
  scope: readonly Pointer[],
  pointer: Pointer,
): readonly Pointer[] {
  // The way matters to `$dynamicRef` alone.
  if (!resolver.isDynamic) return scope;
  const resource = resolver.resourceAt(pointer);
  return scope.includes(resource) ? scope : [...scope, resource];
}

/** The member of a node by a name, not by what every object inherits. */
export function memberOf(node: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(node, name) ? node[name] : undefined;
}

let ids = 0;
const IDS = new WeakMap<object, number>();

/** A name of a conjunct: equal where node and scope are the same. */
export function keyOf({ node, scope }: Conjunct): string {
  if (!isObject(node)) return String(node !== false);
  const known = IDS.get(node) ?? (ids += 1);
  IDS.set(node, known);
  return scope.length > 0 ? `${known}@${scope.join(' ')}` : String(known);
}

/** A name of conjuncts together, whatever their order. */
export function keyOfAll(conjuncts: readonly Conjunct[]): string {
  return [...new Set(conjuncts.map(keyOf))].toSorted().join(',');
}
