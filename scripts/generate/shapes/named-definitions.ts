import { isObject, objectOf, stringOf, type Json, type JsonObject } from '../../base/json.ts';
import { append, fragmentOf, pointerOf, tokensOf, valueAt } from '../../base/json-pointer.ts';
import type { Pointer } from '../../base/json-pointer.ts';
import { nodesOf, roleBelow, type Role } from '../../model/description-nodes.ts';

/**
 * A copy of a description in which schemas that stand under `$defs` of others (JSON Schema 2020-12,
 * core, section 8.2.4) are components: openapi-typescript takes `$defs` for a member of every value.
 */
export function withNamedDefinitions(document: JsonObject): JsonObject {
  const nodes = [...nodesOf(document)].filter(({ isSchema }) => isSchema);
  if (!nodes.some(({ node }) => Object.hasOwn(node, '$defs'))) return document;
  const components = objectOf(document['components']);
  const schemas = objectOf(components['schemas']);
  const names = nameDefinitions(document, Object.keys(schemas));
  const refTo = (ref: string): string => {
    const pointer = pointerOf(ref);
    const definition = ref.startsWith('#') ? definitionAround(pointer) : undefined;
    const name = definition && names.get(definition);
    if (definition === undefined || name === undefined) return ref;
    const rest = tokensOf(`#${pointer.slice(definition.length)}`);
    return fragmentOf(append('#/components/schemas', name, ...rest));
  };
  const rewrite = (node: Json, role: Role): Json => {
    if (Array.isArray(node)) return (node as readonly Json[]).map((item) => rewrite(item, role));
    if (!isObject(node)) return node;
    const members = Object.entries(node).flatMap(([key, child]): [string, Json][] => {
      if (role === 'schema' && key === '$defs') return [];
      if (role === 'schema' && key === '$ref') {
        return [[key, typeof child === 'string' ? refTo(child) : child]];
      }
      const below = roleBelow(role, key, child);
      return [[key, below ? rewrite(child, below) : child]];
    });
    return Object.fromEntries(members);
  };
  const rewritten = objectOf(rewrite(document, 'object'));
  const named = [...names].map(([pointer, name]): [string, Json] => [
    name,
    rewrite(valueAt(document, pointer) ?? true, 'schema'),
  ]);
  const kept = objectOf(rewritten['components']);
  const all = Object.fromEntries([...Object.entries(objectOf(kept['schemas'])), ...named]);
  return { ...rewritten, components: { ...kept, schemas: all } };
}

/** Names for the definitions that something refers to: their own, or with that of what they stand in. */
function nameDefinitions(
  document: JsonObject,
  known: readonly string[],
): ReadonlyMap<Pointer, string> {
  const taken = new Set(known);
  const names = new Map<Pointer, string>();
  for (const { node, isSchema } of nodesOf(document)) {
    const ref = isSchema ? stringOf(node['$ref']) : undefined;
    const pointer = ref?.startsWith('#') ? definitionAround(pointerOf(ref)) : undefined;
    if (pointer === undefined || names.has(pointer)) continue;
    const [holder = '', name = ''] = tokensOf(pointer)
      .filter((token) => token !== '$defs')
      .slice(-2);
    let free = taken.has(name) ? `${holder}-${name}` : name;
    for (let number = 2; taken.has(free); number += 1) free = `${holder}-${name}-${number}`;
    taken.add(free);
    names.set(pointer, free);
  }
  return names;
}

/** The innermost definition that a pointer leads to or into. */
function definitionAround(pointer: Pointer): Pointer | undefined {
  const tokens = tokensOf(pointer);
  const at = tokens.lastIndexOf('$defs');
  return at < 0 || at + 1 >= tokens.length ? undefined : append('#', ...tokens.slice(0, at + 2));
}
