import openapiTS, { astToString, type OpenAPITSOptions } from 'openapi-typescript';
import ts from 'typescript';
import type { ApiModel } from '../model/api-model.ts';
import { objectOf } from '../base/json.ts';
import { withConstraintTags } from './constraint-tags.ts';
import { ALL_HIDDEN } from './shapes/hidden-members.ts';
import { withShapes } from './shapes/with-shapes.ts';

/**
 * The types of an API, by openapi-typescript. Its Node API is used because its command line reads
 * whatever `redocly.yaml` there is.
 */
export async function renderTypes({ document }: ApiModel): Promise<string> {
  // As text, because it would write into an object.
  const nodes = await openapiTS(JSON.stringify(withConstraintTags(withShapes(document))), {
    alphabetize: true,
    // A default says what the server does without the property, so a request may leave it out.
    defaultNonNullable: false,
    emptyObjectsUnknown: true,
    silent: true,
    transform: transformSchema,
  });
  return astToString(nodes);
}

type Schema = Parameters<NonNullable<OpenAPITSOptions['transform']>>[0];

/** Types that openapi-typescript has no option for; undefined leaves a schema to it. */
function transformSchema(schema: Schema): ts.TypeNode | undefined {
  const { format, type, additionalProperties, properties } = objectOf(schema);
  if (format === 'binary') return ts.factory.createTypeReferenceNode('Blob');
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
