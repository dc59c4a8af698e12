import { isObject, objectOf, type Json, type JsonObject } from '../../base/json.ts';

/** A description without the components that nothing in it refers to, security schemes aside that an operation names. */
export function dropUnused(document: JsonObject): JsonObject {
  const components = objectOf(document['components']);
  const used = new Set<string>();
  const look = (value: Json): void => {
    if (Array.isArray(value)) return (value as readonly Json[]).forEach(look);
    if (!isObject(value)) return;
    for (const [key, child] of Object.entries(value)) {
      if (typeof child === 'string' && key === '$ref') add(child);
      if (key === 'mapping' && isObject(child))
        Object.values(child).forEach((it) => void (typeof it === 'string' && add(mapped(it))));
      if (key === 'security' && Array.isArray(child)) {
        for (const it of child as readonly Json[])
          Object.keys(objectOf(it)).forEach((name) => add(`#/components/securitySchemes/${name}`));
      }
      look(child);
    }
  };
  const add = (ref: string): void => {
    const [, kind, name] = /^#\/components\/([^/]+)\/([^/]+)/.exec(ref) ?? [];
    if (kind === undefined || name === undefined || used.has(`${kind}/${name}`)) return;
    used.add(`${kind}/${name}`);
    look(objectOf(components[kind])[name] ?? null);
  };
  const { components: _all, ...rest } = document;
  look(rest);
  const kept = Object.entries(components).flatMap(([kind, members]): [string, Json][] => {
    if (!isObject(members)) return [];
    const left = Object.entries(members).filter(([name]) => used.has(`${kind}/${name}`));
    return left.length > 0 ? [[kind, Object.fromEntries(left)]] : [];
  });
  return { ...rest, components: Object.fromEntries(kept) };
}

function mapped(target: string): string {
  return target.includes('/') ? target : `#/components/schemas/${target}`;
}
