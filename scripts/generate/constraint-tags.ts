import { isObject, objectOf, stringOf, type Json, type JsonObject } from '../base/json.ts';

/** Constraints of JSON Schema 2020-12 that a TypeScript type cannot express. */
const CONSTRAINTS = [
  'minimum',
  'exclusiveMinimum',
  'maximum',
  'exclusiveMaximum',
  'multipleOf',
  'minLength',
  'maxLength',
  'pattern',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minProperties',
  'maxProperties',
] as const;

/** Keys below which stands data of the API, in which a word like `pattern` constrains nothing. */
const DATA = new Set(['example', 'examples', 'default', 'const', 'enum', 'value']);

/**
 * A copy of the document whose schemas list their constraints in the description, as JSDoc tags:
 * openapi-typescript makes comments of descriptions, and says nothing of constraints.
 */
export function withConstraintTags(document: JsonObject): JsonObject {
  const components = objectOf(document['components']);
  return {
    ...document,
    paths: rewrite(document['paths'] ?? {}),
    components: {
      ...components,
      ...Object.fromEntries(
        ['schemas', 'parameters', 'responses', 'requestBodies', 'headers']
          .filter((section) => section in components)
          .map((section) => [section, rewrite(components[section] ?? {})]),
      ),
    },
  };
}

function rewrite(node: Json): Json {
  if (Array.isArray(node)) return (node as readonly Json[]).map(rewrite);
  if (!isObject(node)) return node;
  const copy: JsonObject = Object.fromEntries(
    Object.entries(node).map(([key, child]) => [key, rewriteChild(key, child)]),
  );
  const tags = CONSTRAINTS.flatMap((keyword) => {
    const value = node[keyword];
    return isConstraint(value) ? [`@${keyword} ${value}`] : [];
  });
  if (tags.length === 0) return copy;
  const description = stringOf(node['description']);
  return { ...copy, description: [...(description ? [description, ''] : []), ...tags].join('\n') };
}

function rewriteChild(key: string, child: Json): Json {
  if (DATA.has(key) || key.startsWith('x-')) return child;
  // A property may have the name of a keyword; below `properties` it is a schema all the same.
  return key === 'properties' ? eachOf(child) : rewrite(child);
}

function eachOf(properties: Json): JsonObject {
  const entries = Object.entries(objectOf(properties));
  return Object.fromEntries(entries.map(([name, schema]) => [name, rewrite(schema)]));
}

function isConstraint(value: Json | undefined): value is number | string | true {
  return typeof value === 'number' || typeof value === 'string' || value === true;
}
