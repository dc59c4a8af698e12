import { arrayOf, isObject, objectOf, type Json } from '../../scripts/base/json.ts';

/**
 * Whether a schema can come to apply itself to the value that it is applied to, which has no defined
 * meaning (JSON Schema 2020-12, core, section 9.4.1). Follows `$ref` to `#` and to `$defs` only.
 */
export function recursesInPlace(document: Json): boolean {
  const ended = new Set<Json>();
  const around = new Set<Json>();
  const leadsBack = (schema: Json): boolean => {
    if (!isObject(schema) || ended.has(schema)) return false;
    if (around.has(schema)) return true;
    around.add(schema);
    const found = inPlace(schema, document).some(leadsBack);
    around.delete(schema);
    ended.add(schema);
    return found;
  };
  return [document, ...Object.values(objectOf(objectOf(document)['$defs']))].some(leadsBack);
}

/** What a schema applies to the value that it is applied to itself. */
function inPlace(schema: Json, document: Json): readonly Json[] {
  const node = objectOf(schema);
  const { $ref } = node;
  const name = typeof $ref === 'string' ? /^#\/\$defs\/(\w+)$/.exec($ref)?.[1] : undefined;
  const target = name === undefined ? undefined : objectOf(objectOf(document)['$defs'])[name];
  return [
    ...($ref === '#' ? [document] : []),
    ...(target === undefined ? [] : [target]),
    ...['allOf', 'anyOf', 'oneOf'].flatMap((keyword) => arrayOf(node[keyword])),
    ...['not', 'if', 'then', 'else'].flatMap((keyword) => node[keyword] ?? []),
    ...Object.values(objectOf(node['dependentSchemas'])),
  ];
}
