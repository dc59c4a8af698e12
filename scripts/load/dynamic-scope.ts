import { isObject, stringOf } from '../base/json.ts';
import type { Pointer } from '../base/json-pointer.ts';
import { nodesOf } from '../model/description-nodes.ts';
import type { Place, Resolver } from '../values/resolve.ts';
import {
  nodeOfPointer,
  pointerToNode,
  resolverOfSources,
  type SourceNode,
  type Sources,
} from './sources.ts';

/** What each name of a `$dynamicAnchor` stands for on the way to a schema: the outermost has won. */
export type DynamicScope = ReadonlyMap<string, Place>;

export const NO_SCOPE: DynamicScope = new Map();

/** Follows `$dynamicRef` over all files of a description (JSON Schema 2020-12, core, section 8.2.3.2). */
interface DynamicScopes {
  /** The scope inside of a schema: its resource's anchors stand for what nobody outside has said. */
  readonly enter: (scope: DynamicScope, node: SourceNode) => DynamicScope;
  readonly follow: (ref: string, from: SourceNode, scope: DynamicScope) => SourceNode | undefined;
  /** What a scope makes names in a schema stand for, where by itself it would mean something else. */
  readonly boundOnTheWay: (target: SourceNode, scope: DynamicScope) => readonly SourceNode[];
}

export function newDynamicScopes(sources: Sources): DynamicScopes {
  const resolver = resolverOfSources(sources);
  const anchored = anchoredIn(sources);
  const asked = new Map<Pointer, ReadonlySet<string>>();
  const enter = (scope: DynamicScope, pointer: Pointer): DynamicScope => {
    const own = resolver.dynamicAnchorsAt(pointer);
    return [...own.keys()].every((name) => scope.has(name)) ? scope : new Map([...own, ...scope]);
  };
  return {
    enter: (scope, node) => (anchored.size === 0 ? scope : enter(scope, pointerToNode(node))),
    follow(ref, from, scope) {
      const found = resolver.follow(ref, pointerToNode(from));
      const name = found && dynamicNameOf(ref, found, resolver);
      const place = (name === undefined ? undefined : scope.get(name)) ?? found;
      return place && nodeOfPointer(place.pointer, sources);
    },
    boundOnTheWay(target, scope) {
      if (scope.size === 0) return [];
      const pointer = pointerToNode(target);
      const names = asked.get(pointer) ?? namesAskedBy(pointer, anchored, resolver);
      asked.set(pointer, names);
      const byItself = enter(NO_SCOPE, pointer);
      return [...names].toSorted().flatMap((name) => {
        const place = scope.get(name);
        if (!place || place.pointer === byItself.get(name)?.pointer) return [];
        return nodeOfPointer(place.pointer, sources) ?? [];
      });
    },
  };
}

/** The name by which a `$dynamicRef` asks the scope; one that leads to no `$dynamicAnchor` asks nothing. */
function dynamicNameOf(ref: string, found: Place, resolver: Resolver): string | undefined {
  const name = isObject(found.node) ? stringOf(found.node['$dynamicAnchor']) : undefined;
  if (name === undefined || ref.slice(ref.indexOf('#') + 1) !== name) return undefined;
  const own = resolver.dynamicAnchorsAt(found.pointer).get(name);
  return own?.pointer === found.pointer ? name : undefined;
}

/**
 * The names that the scope is asked for by a schema and by whatever it leads to. Where a name leads
 * depends on the way, so every schema of that name counts.
 */
function namesAskedBy(
  start: Pointer,
  anchored: ReadonlyMap<string, readonly Pointer[]>,
  resolver: Resolver,
): ReadonlySet<string> {
  const names = new Set<string>();
  const seen = new Set([start]);
  for (const at of seen) {
    for (const { node, pointer } of nodesOf(resolver.nodeAt(at) ?? null, at, 'schema')) {
      const [ref, dynamicRef] = [stringOf(node['$ref']), stringOf(node['$dynamicRef'])];
      const target = ref === undefined ? undefined : resolver.follow(ref, pointer);
      if (target) seen.add(target.pointer);
      const found = dynamicRef === undefined ? undefined : resolver.follow(dynamicRef, pointer);
      if (!found || dynamicRef === undefined) continue;
      seen.add(found.pointer);
      const name = dynamicNameOf(dynamicRef, found, resolver);
      if (name === undefined) continue;
      names.add(name);
      for (const it of anchored.get(name) ?? []) seen.add(it);
    }
  }
  return names;
}

/** The schemas that have a `$dynamicAnchor`, by its name. */
function anchoredIn(sources: Sources): ReadonlyMap<string, readonly Pointer[]> {
  const places = [...sources].flatMap(([file, { value, text }]) => {
    if (!text.includes('$dynamicAnchor')) return [];
    const nodes = [...nodesOf(value, pointerToNode({ file, tokens: [] }))];
    return nodes.flatMap(({ node, pointer }) => {
      const name = stringOf(node['$dynamicAnchor']);
      return name === undefined ? [] : [{ name, pointer }];
    });
  });
  const byName = Map.groupBy(places, ({ name }) => name);
  return new Map([...byName].map(([name, its]) => [name, its.map(({ pointer }) => pointer)]));
}
