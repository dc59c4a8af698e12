import { astToString } from 'openapi-typescript';
import ts from 'typescript';
import type { ApiModel } from '../model/api-model.ts';
import { asThreeOne } from '../model/as-three-one.ts';
import { selfContained } from '../model/self-contained.ts';
import { objectOf, type JsonObject } from '../base/json.ts';
import { pointerOf, tokensOf, valueAt } from '../base/json-pointer.ts';
import { UserError } from '../base/user-error.ts';
import { kindOf } from '../wire/media-kind.ts';
import { withConstraintTags } from './constraint-tags.ts';
import { ALL_HIDDEN } from './shapes/hidden-members.ts';
import { withNamedDefinitions } from './shapes/named-definitions.ts';
import { withShapes } from './shapes/with-shapes.ts';
import { toTypeNodes, type TypeChanges } from './to-type-nodes.ts';
import { withAliases } from './with-aliases.ts';
import { withRequired } from './with-required.ts';

/** The types of an API, by openapi-typescript. */
export function renderTypes(api: ApiModel): string {
  const shaped = withShapes(withNamedDefinitions(selfContained(asThreeOne(api.document))));
  try {
    const nodes = toTypeNodes(withConstraintTags(shaped), {
      transform: transformSchema,
      postTransform: (type, { path = '' }) => besideInherited(type, path),
    });
    return astToString([...withAliases(withRequired(nodes))]);
  } catch (cause) {
    throw toUserError(api, cause instanceof Error ? cause.message : String(cause), cause);
  }
}

/** It has no words for what is no description: whatever it trips over, its message may say where. */
function toUserError({ document, locate }: ApiModel, message: string, cause: unknown): UserError {
  const [said = '#'] = /#\/[^\s:]+/.exec(message) ?? [];
  const named = pointerOf(said);
  return new UserError('no-types', `openapi-typescript makes no types of it: ${message}`, {
    at: locate(valueAt(document, named) === undefined ? '#' : named),
    hint: 'Run kiln lint on it, and correct what it finds.',
    cause,
  });
}

type Schema = Parameters<NonNullable<TypeChanges['transform']>>[0];

/** Types that openapi-typescript has no option for; undefined leaves a schema to it. */
function transformSchema(schema: Schema): ts.TypeNode | undefined {
  const { format, type, additionalProperties, properties } = objectOf(schema);
  if (format === 'binary' || holdsOctets(objectOf(schema))) {
    return ts.factory.createTypeReferenceNode('Blob');
  }
  if (type !== 'object' || Object.keys(objectOf(properties)).length > 0) return undefined;
  // An index signature would let everything into what this is a part of.
  if (ALL_HIDDEN in schema) {
    return ts.factory.createKeywordTypeNode(ts.SyntaxKind.ObjectKeyword);
  }
  return additionalProperties === false ? NO_MEMBERS : undefined;
}

const NO_MEMBERS = ts.factory.createTypeReferenceNode('Record', [
  ts.factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
  ts.factory.createKeywordTypeNode(ts.SyntaxKind.NeverKeyword),
]);

/**
 * Every object has a `constructor`, so that one without such a property fits a type that has it only where
 * the type takes what is inherited as well. To be told of it is right too: that is what reading it gives.
 */
function besideInherited(type: ts.TypeNode, path: string): ts.TypeNode | undefined {
  const name = tokensOf(pointerOf(path)).at(-1) ?? '';
  if (!Object.hasOwn(Object.prototype, name) || name.startsWith('__')) return undefined;
  if (path === `#/components/schemas/${name}`) return undefined;
  const inherited = ts.factory.createIndexedAccessTypeNode(
    ts.factory.createTypeReferenceNode('Object'),
    ts.factory.createLiteralTypeNode(ts.factory.createStringLiteral(name)),
  );
  return ts.factory.createUnionTypeNode([type, inherited]);
}

/** A string that is a file, and in no encoding that makes text of it (OpenAPI 3.1.1, section 4.8.15.1.1). */
function holdsOctets({ type, contentMediaType, contentEncoding }: JsonObject): boolean {
  const isPlain = type === 'string' && contentEncoding === undefined;
  return isPlain && typeof contentMediaType === 'string' && kindOf(contentMediaType) === 'octets';
}
