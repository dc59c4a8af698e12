import {
  arrayOf,
  isObject,
  objectOf,
  stringOf,
  type Json,
  type JsonObject,
} from '../../base/json.ts';
import { acceptedTexts, requiresMember } from './accepted-values.ts';
import { mapEverySchema } from './map-every-schema.ts';
import { mappedNameOf, schemaNameOf } from './schema-names.ts';

/**
 * A copy of a description that says as plain schemas what its Discriminator Objects say (OpenAPI 3.1.1, section
 * 4.8.25): which texts the discriminating member has in each alternative, and in each schema that extends one with a
 * discriminator. What a schema says of the member itself comes first; a discriminator never lets in what it does not.
 */
export function withDiscriminatorValues(document: JsonObject): JsonObject {
  const components = objectOf(document['components']);
  const schemas = objectOf(components['schemas']);
  const told = tellBranches(document, schemas);
  const extended = extensionsIn(document, schemas);
  const named = objectOf(objectOf(told['components'])['schemas']);
  const all = Object.entries(named).map(([name, schema]): [string, Json] => {
    const pieces = extended.get(name);
    return [name, pieces && isObject(schema) ? withPieces(schema, pieces) : schema];
  });
  return {
    ...told,
    ...('components' in told && {
      components: {
        ...objectOf(told['components']),
        ...('schemas' in components && { schemas: Object.fromEntries(all) }),
      },
    }),
  };
}

/** Each alternative with its values; the discriminators themselves are left out. */
function tellBranches(document: JsonObject, schemas: JsonObject): JsonObject {
  return mapEverySchema(document, ({ discriminator, ...schema }) => {
    const property = propertyOf(discriminator);
    if (property === undefined) return schema;
    const tell = (branch: Json): Json => {
      const name = schemaNameOf(objectOf(branch)['$ref']);
      const target = name === undefined ? undefined : schemas[name];
      if (name === undefined || target === undefined || hasOwnChoice(target, property))
        return branch;
      const values = valuesFor(schemas, discriminator, name) ?? [name];
      const piece = pieceOf(document, target, property, values);
      return piece ? { allOf: [branch, piece] } : branch;
    };
    const unions = ['oneOf', 'anyOf']
      .filter((keyword) => Array.isArray(schema[keyword]))
      .map((keyword) => [keyword, arrayOf(schema[keyword]).map(tell)] as const);
    return { ...schema, ...Object.fromEntries(unions) };
  });
}

/** A discriminator of its own says which of its alternatives a value is. */
function hasOwnChoice(schema: Json, property: string): boolean {
  const { discriminator, oneOf, anyOf } = objectOf(schema);
  return propertyOf(discriminator) === property && (Array.isArray(oneOf) || Array.isArray(anyOf));
}

/** What is to be added to named schemas that extend one with a discriminator, by their names. */
function extensionsIn(
  document: JsonObject,
  schemas: JsonObject,
): ReadonlyMap<string, readonly JsonObject[]> {
  const children = childrenByName(schemas);
  const pieces = new Map<string, JsonObject[]>();
  for (const [parent, schema] of Object.entries(schemas)) {
    const { discriminator } = objectOf(schema);
    const property = propertyOf(discriminator);
    if (property === undefined) continue;
    const known = new Map<string, readonly string[]>();
    const valuesBelow = (name: string): readonly string[] => {
      const found = known.get(name);
      if (found) return found;
      known.set(name, []);
      const below = (children.get(name) ?? []).flatMap(valuesBelow);
      const values = [...new Set([...ownValues(name), ...below])];
      known.set(name, values);
      return values;
    };
    const ownValues = (name: string): readonly string[] => {
      const written = valuesFor(schemas, discriminator, name);
      if (written) return written;
      const accepted = acceptedTexts(document, schemas[name] ?? true, property);
      return accepted && !accepted.includes(name) ? accepted : [name];
    };
    for (const child of children.get(parent) ?? []) valuesBelow(child);
    for (const [name, values] of known) {
      // Only another name, with nothing said of its own.
      if (name === parent || isAlias(schemas[name] ?? true)) continue;
      const piece = pieceOf(document, schemas[name] ?? true, property, values);
      if (piece) pieces.set(name, [...(pieces.get(name) ?? []), piece]);
    }
  }
  return pieces;
}

/** Names of the schemas that extend another by `allOf`, by its name. */
function childrenByName(schemas: JsonObject): ReadonlyMap<string, readonly string[]> {
  const children = new Map<string, string[]>();
  for (const [name, schema] of Object.entries(schemas)) {
    for (const part of arrayOf(objectOf(schema)['allOf'])) {
      const parent = schemaNameOf(objectOf(part)['$ref']);
      if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), name]);
    }
  }
  return children;
}

const ANNOTATIONS: ReadonlySet<string> = new Set([
  'allOf',
  'default',
  'deprecated',
  'description',
  'example',
  'examples',
  'externalDocs',
  'title',
]);

function isAlias(schema: Json): boolean {
  return (
    arrayOf(objectOf(schema)['allOf']).length === 1 &&
    Object.keys(objectOf(schema)).every((it) => ANNOTATIONS.has(it) || it.startsWith('x-'))
  );
}

/** The values that a mapping has for a schema; undefined where it has none, so that its name is the value. */
function valuesFor(
  schemas: JsonObject,
  discriminator: Json | undefined,
  name: string,
): readonly string[] | undefined {
  const mapping = Object.entries(objectOf(objectOf(discriminator)['mapping']));
  const values = mapping.flatMap(([value, target]) =>
    mappedNameOf(schemas, target) === name ? [value] : [],
  );
  return values.length > 0 ? values : undefined;
}

/** A schema of one member with these values; undefined where it would let in nothing, or say nothing new. */
function pieceOf(
  document: JsonObject,
  schema: Json,
  property: string,
  values: readonly string[],
): JsonObject | undefined {
  const accepted = acceptedTexts(document, schema, property);
  const left = accepted ? values.filter((it) => accepted.includes(it)) : values;
  if (left.length === 0 || left.length === accepted?.length) return undefined;
  return {
    type: 'object',
    properties: { [property]: { type: 'string', enum: left } },
    ...(requiresMember(document, schema, property) && { required: [property] }),
  };
}

function withPieces(schema: JsonObject, pieces: readonly JsonObject[]): JsonObject {
  return { ...schema, allOf: [...arrayOf(schema['allOf']), ...pieces] };
}

function propertyOf(discriminator: Json | undefined): string | undefined {
  return stringOf(objectOf(discriminator)['propertyName']);
}
