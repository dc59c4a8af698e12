import { arrayOf, isObject, objectOf, type Json, type JsonObject } from '../base/json.ts';
import { append, pointerOf, tokensOf, valueAt, type Pointer } from '../base/json-pointer.ts';

/** A schema and the values it is about. */
export interface SchemaSite {
  /** Names from the root of the value to it; `*` stands for every item. */
  readonly path: readonly string[];
  readonly pointer: Pointer;
  readonly schema: JsonObject;
}

const DEEPEST = 6;

/**
 * The schemas that a value must satisfy whatever its content, `$ref` and `allOf` followed. Branches of
 * a choice are left out: breaking one alone need not break anything.
 */
export function sitesOf(document: Json, root: Pointer): readonly SchemaSite[] {
  return [...walk(document, root, [], [], new Set())];
}

function* walk(
  document: Json,
  pointer: Pointer,
  path: readonly string[],
  above: readonly Pointer[],
  /** What was visited, and for which path: a schema may apply to one place many times over. */
  seen: Set<string>,
): Generator<SchemaSite> {
  const schema = valueAt(document, pointer);
  if (!isObject(schema) || path.length > DEEPEST || above.includes(pointer)) return;
  const visit = `${pointer} ${path.join('/')}`;
  if (seen.has(visit)) return;
  seen.add(visit);
  const inside = [...above, pointer];
  const { $ref, allOf, properties, items } = schema;
  if (typeof $ref === 'string') yield* walk(document, pointerOf($ref), path, inside, seen);
  yield { path, pointer, schema };
  for (const index of arrayOf(allOf).keys()) {
    yield* walk(document, append(pointer, 'allOf', index), path, inside, seen);
  }
  for (const name of Object.keys(objectOf(properties))) {
    yield* walk(document, append(pointer, 'properties', name), [...path, name], inside, seen);
  }
  if (isObject(items))
    yield* walk(document, append(pointer, 'items'), [...path, '*'], inside, seen);
}

/** Where in a value the path leads, `*` to each item. */
export function locate(value: Json, path: readonly string[]): readonly Pointer[] {
  let found: Pointer[] = ['#'];
  for (const name of path) {
    found = found.flatMap((at) => {
      const node = valueAt(value, at);
      if (name === '*') return Array.isArray(node) ? node.map((_, i) => append(at, i)) : [];
      return isObject(node) && Object.hasOwn(node, name) ? [append(at, name)] : [];
    });
  }
  return found;
}

/** Whether a place in a value, as a breach names it, is one that the path leads to. */
export function isOnPath(instance: string, path: readonly string[]): boolean {
  const tokens = tokensOf(`#${instance}`);
  return (
    tokens.length === path.length && path.every((name, i) => name === '*' || name === tokens[i])
  );
}

/** A copy without the property or item at the pointer. */
export function without(value: Json, pointer: Pointer): Json {
  return removeAt(value, tokensOf(pointer));
}

function removeAt(node: Json, [token, ...rest]: readonly string[]): Json {
  if (token === undefined) return node;
  if (Array.isArray(node)) {
    const items: readonly Json[] = node;
    return items.flatMap((item, i) => {
      if (String(i) !== token) return [item];
      return rest.length === 0 ? [] : [removeAt(item, rest)];
    });
  }
  if (!isObject(node) || !Object.hasOwn(node, token)) return node;
  const { [token]: child = null, ...others } = node;
  if (rest.length === 0) return others;
  return Object.fromEntries(
    Object.entries(node).map(([key, it]) => [key, key === token ? removeAt(child, rest) : it]),
  );
}
