import { transformSchemaObject } from 'openapi-typescript';
import ts from 'typescript';
import { arrayOf, isObject, objectOf, type Json, type JsonObject } from '../base/json.ts';
import { kindOf } from '../wire/media-kind.ts';
import { IS_DATE } from './date-times/date-times.ts';
import { ALL_HIDDEN } from './shapes/hidden-members.ts';
import type { TypeChanges } from './to-type-nodes.ts';

type Transform = NonNullable<TypeChanges['transform']>;
type Schema = Parameters<Transform>[0];
type Options = Parameters<Transform>[1];

/** Types that openapi-typescript has no option for; undefined leaves a schema to it. */
export function typeOfSchema(schema: Schema, options: Options): ts.TypeNode | undefined {
  const node = objectOf(schema);
  if (IS_DATE in node) return dateType(node, options);
  if (node['format'] === 'binary' || holdsOctets(node)) {
    return ts.factory.createTypeReferenceNode('Blob');
  }
  if (node['type'] === 'array') return tupleOf(node, options);
  return node['type'] === 'object' ? objectType(node, options) : undefined;
}

/** The same, and integers of 64 bits may be of a size that a number cannot hold, as a reader that is exact gives them. */
export function exactTypeOfSchema(schema: Schema, options: Options): ts.TypeNode | undefined {
  const { type, format } = objectOf(schema);
  const isLong =
    (type === 'integer' || type === 'number') && (format === 'int64' || format === 'uint64');
  return isLong ? ts.factory.createUnionTypeNode([NUMBER, BIGINT]) : typeOfSchema(schema, options);
}

/** A time, and what else it may be where it is no text. */
function dateType({ type, [IS_DATE]: _, ...rest }: JsonObject, options: Options): ts.TypeNode {
  const others = arrayOf(type).filter((it) => it !== 'string');
  const date = ts.factory.createTypeReferenceNode('Date');
  return others.length === 0
    ? date
    : ts.factory.createUnionTypeNode([date, transform({ ...rest, type: others }, options)]);
}

function objectType(schema: JsonObject, options: Options): ts.TypeNode | undefined {
  const { properties, additionalProperties = true, patternProperties } = schema;
  const hasPatterns = Object.keys(objectOf(patternProperties)).length > 0;
  if (Object.keys(objectOf(properties)).length > 0) {
    return isObject(additionalProperties) || 'additionalProperties' in schema || hasPatterns
      ? withIndexSignature(schema, options)
      : undefined;
  }
  // An index signature would let everything into what this is a part of.
  if (ALL_HIDDEN in schema) {
    return ts.factory.createKeywordTypeNode(ts.SyntaxKind.ObjectKeyword);
  }
  return additionalProperties === false && !hasPatterns ? NO_MEMBERS : undefined;
}

const NO_MEMBERS = ts.factory.createTypeReferenceNode('Record', [
  ts.factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
  ts.factory.createKeywordTypeNode(ts.SyntaxKind.NeverKeyword),
]);

/**
 * An object with members, and with others of any name: in TypeScript an index signature holds for the members as
 * well, so that it is of their types too. Undefined where there are no others.
 */
function withIndexSignature(schema: JsonObject, options: Options): ts.TypeNode | undefined {
  const { additionalProperties, patternProperties, ...rest } = schema;
  const others = [
    ...(additionalProperties === false || additionalProperties === undefined
      ? []
      : [additionalProperties]),
    ...Object.values(objectOf(patternProperties)),
  ];
  if (others.length === 0) return undefined;
  const known = DONE.get(schema);
  if (known) return known;
  const object = transform(rest, options);
  if (!ts.isTypeLiteralNode(object)) return undefined;
  const isAnything = others.some((it) => it === true || Object.keys(objectOf(it)).length === 0);
  const members = object.members.filter((it) => ts.isPropertySignature(it));
  const types = isAnything
    ? [UNKNOWN]
    : [
        ...others.map((it) => transform(it, options)),
        ...members.flatMap(({ type }) => (type ? [type] : [])),
        ...(members.some(({ questionToken }) => questionToken) ? [UNDEFINED] : []),
      ];
  const index = ts.factory.createIndexSignature(undefined, [KEY], unionOf(types));
  const made = ts.factory.createTypeLiteralNode([...object.members, index]);
  DONE.set(schema, made);
  return made;
}

/** What was made of a schema: openapi-typescript asks twice for each property, and so for those within it. */
const DONE = new WeakMap<JsonObject, ts.TypeNode>();

/** Each type once: many members are texts. */
function unionOf(types: readonly ts.TypeNode[]): ts.TypeNode {
  const keywords = new Set<ts.SyntaxKind>();
  const distinct = types.filter((type) => {
    const { kind } = ts.isLiteralTypeNode(type) ? type.literal : type;
    if (kind < ts.SyntaxKind.FirstKeyword || kind > ts.SyntaxKind.LastKeyword) return true;
    const isNew = !keywords.has(kind);
    keywords.add(kind);
    return isNew;
  });
  return ts.factory.createUnionTypeNode(distinct);
}

/**
 * A list whose first items have schemas of their own (JSON Schema 2020-12, core, section 10.3.1.1), and what may
 * follow them. Those that are described are taken to be there, `minItems` or not.
 */
function tupleOf({ prefixItems, items, maxItems }: JsonObject, options: Options) {
  const first = arrayOf(prefixItems);
  if (first.length === 0) return undefined;
  const isClosed = items === false || (typeof maxItems === 'number' && maxItems <= first.length);
  const rest = isClosed ? [] : [restOf(transform(items ?? true, options))];
  return ts.factory.createTupleTypeNode([...first.map((it) => transform(it, options)), ...rest]);
}

function restOf(item: ts.TypeNode): ts.RestTypeNode {
  return ts.factory.createRestTypeNode(ts.factory.createArrayTypeNode(item));
}

function transform(schema: Json, options: Options): ts.TypeNode {
  // Its own type of a schema is a part of what JSON can be, which the compiler cannot see.
  return transformSchemaObject(schema as unknown as Schema, options);
}

const NUMBER = ts.factory.createKeywordTypeNode(ts.SyntaxKind.NumberKeyword);
const BIGINT = ts.factory.createKeywordTypeNode(ts.SyntaxKind.BigIntKeyword);
const UNKNOWN = ts.factory.createKeywordTypeNode(ts.SyntaxKind.UnknownKeyword);
const UNDEFINED = ts.factory.createKeywordTypeNode(ts.SyntaxKind.UndefinedKeyword);
const KEY = ts.factory.createParameterDeclaration(
  undefined,
  undefined,
  'key',
  undefined,
  ts.factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
);

/**
 * A file, in no encoding that makes text of it: it has no type in OpenAPI 3.1 (3.1.1, section 4.8.15.1.1), and many call
 * it a string.
 */
function holdsOctets({ type = 'string', contentMediaType, contentEncoding }: JsonObject): boolean {
  const isPlain = type === 'string' && contentEncoding === undefined;
  return isPlain && typeof contentMediaType === 'string' && kindOf(contentMediaType) === 'octets';
}
