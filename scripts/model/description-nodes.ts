import { isObject, type Json, type JsonObject } from '../base/json.ts';
import { append, type Pointer } from '../base/json-pointer.ts';

/** An object of a description that OpenAPI gives a meaning: no map of names, no example, no default. */
export interface DescriptionNode {
  readonly node: JsonObject;
  readonly pointer: Pointer;
  readonly isSchema: boolean;
}

/** What a node is by its place: one object or schema, or several of them, each under its name. */
export type Role = 'object' | 'objects' | 'schema' | 'schemas';

/**
 * Every node of a description or of a part of one, parents first. It steps over data, in which a key
 * such as `$ref` or `x-evidence` means nothing, and over the names that an author gives: a property
 * may be called `example`.
 */
export function* nodesOf(
  value: Json,
  pointer: Pointer = '#',
  role: Role = 'object',
): Generator<DescriptionNode> {
  // A list of what is ahead: generators in generators would hand each node on through all levels.
  const ahead: Ahead[] = [{ value, pointer, role }];
  for (let next = ahead.pop(); next; next = ahead.pop()) {
    const { value: node, pointer: at } = next;
    const children = isObject(node) || Array.isArray(node) ? Object.keys(node) : [];
    for (let index = children.length - 1; index >= 0; index -= 1) {
      const key = children[index] ?? '';
      const child = (node as JsonObject)[key] ?? null;
      if (typeof child !== 'object' || child === null) continue;
      const below = Array.isArray(node) ? next.role : roleBelow(next.role, key, child);
      if (below) ahead.push({ value: child, pointer: append(at, key), role: below });
    }
    if (isObject(node) && (next.role === 'object' || next.role === 'schema')) {
      yield { node, pointer: at, isSchema: next.role === 'schema' };
    }
  }
}

interface Ahead {
  readonly value: Json;
  readonly pointer: Pointer;
  readonly role: Role;
}

/** The role of what stands under a key; undefined for data. */
export function roleBelow(role: Role, key: string, child: Json): Role | undefined {
  if (role === 'objects') return 'object';
  if (role === 'schemas') return 'schema';
  if (DATA.has(key) || (key === 'examples' && Array.isArray(child))) return undefined;
  if (SCHEMA_MAPS.has(key)) return 'schemas';
  if (key === 'schema' || key === 'itemSchema') return 'schema';
  if (role === 'schema') return SUBSCHEMAS.has(key) ? 'schema' : 'object';
  return OBJECT_MAPS.has(key) && !Array.isArray(child) ? 'objects' : 'object';
}

const DATA: ReadonlySet<string> = new Set([
  'value',
  'dataValue',
  'serializedValue',
  'example',
  'default',
  'const',
  'enum',
  // Their keys are names of keywords and rules, not keywords.
  'x-evidence',
  'x-kiln-ignore',
]);

/** Keywords that hold schemas under names (JSON Schema 2020-12, section 10), and `components`' own. */
const SCHEMA_MAPS: ReadonlySet<string> = new Set([
  'schemas',
  'properties',
  'patternProperties',
  'dependentSchemas',
  '$defs',
  'definitions',
]);

const SUBSCHEMAS: ReadonlySet<string> = new Set([
  'allOf',
  'anyOf',
  'oneOf',
  'not',
  'if',
  'then',
  'else',
  'items',
  'prefixItems',
  'contains',
  'propertyNames',
  'additionalProperties',
  'unevaluatedItems',
  'unevaluatedProperties',
]);

/** Fields that hold objects under names (OpenAPI 3.1.1, section 4.8, and 3.2.0, section 4). */
const OBJECT_MAPS: ReadonlySet<string> = new Set([
  'paths',
  'webhooks',
  'pathItems',
  'callbacks',
  'responses',
  'parameters',
  'headers',
  'requestBodies',
  'securitySchemes',
  'links',
  'examples',
  'content',
  'encoding',
  'variables',
  'mediaTypes',
  'additionalOperations',
]);
