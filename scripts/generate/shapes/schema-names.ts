import { objectOf, type Json, type JsonObject } from '../../base/json.ts';
import { pointerOf, tokensOf } from '../../base/json-pointer.ts';
import { mapSubschemas } from './subschemas.ts';

/** The named schema that a `$ref` leads to or into. */
export function schemaNameOf(ref: Json | undefined): string | undefined {
  if (typeof ref !== 'string' || !ref.startsWith('#')) return undefined;
  const [section, kind, name] = tokensOf(pointerOf(ref));
  return section === 'components' && kind === 'schemas' ? name : undefined;
}

/**
 * The named schema that an entry of a discriminator's mapping leads to, which may be a bare name
 * (OpenAPI 3.1.1, section 4.8.25).
 */
export function mappedNameOf(schemas: JsonObject, value: Json): string | undefined {
  if (typeof value !== 'string') return undefined;
  return Object.hasOwn(schemas, value) ? value : schemaNameOf(value);
}

/** Names of the schemas that a schema refers to anywhere inside of it. */
export function referredNames(schemas: JsonObject, schema: Json): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: Json): Json => {
    const { $ref, ...rest } = objectOf(node);
    const name = schemaNameOf($ref);
    if (name !== undefined && Object.hasOwn(schemas, name)) names.add(name);
    mapSubschemas(rest, visit);
    return node;
  };
  visit(schema);
  return names;
}

/** Names by name: which schemas a named schema refers to. */
export type NameGraph = ReadonlyMap<string, ReadonlySet<string>>;

export function graphOf(schemas: JsonObject): NameGraph {
  const entries = Object.entries(schemas);
  return new Map(entries.map(([name, schema]) => [name, referredNames(schemas, schema)]));
}

/** These names and all that can be reached from them. */
export function reachableNames(graph: NameGraph, roots: Iterable<string>): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [...roots];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    open.push(...(graph.get(name) ?? []));
  }
  return reached;
}

/** The graph with each arrow turned around. */
export function reversed(graph: NameGraph): NameGraph {
  const turned = new Map<string, Set<string>>();
  for (const [from, names] of graph) {
    for (const name of names) turned.set(name, (turned.get(name) ?? new Set()).add(from));
  }
  return turned;
}
