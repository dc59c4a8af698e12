import {
  resolveRef,
  scanDiscriminators,
  transformSchema,
  type GlobalContext,
  type OpenAPI3,
} from 'openapi-typescript';
import type ts from 'typescript';
import type { JsonObject } from '../base/json.ts';

/** How types are written where openapi-typescript has no option. */
export type TypeChanges = Pick<GlobalContext, 'transform' | 'postTransform'>;

/**
 * What openapi-typescript makes of a document in OpenAPI 3.1. By its front door it would have Redocly read, lint and
 * bundle the document, which takes longer than all else: a document that was loaded has come through that.
 */
export function toTypeNodes(
  document: JsonObject,
  { transform, postTransform }: TypeChanges,
): readonly ts.Node[] {
  // A copy, because it writes into what it is given. It takes no other shape than its own type of a description.
  const schema = JSON.parse(JSON.stringify(document)) as OpenAPI3;
  return transformSchema(schema, {
    ...OPTIONS,
    discriminators: scanDiscriminators(schema, { silent: true }),
    injectFooter: [],
    transform,
    postTransform,
    transformProperty: undefined,
    resolve: (ref) => resolveRef(schema, ref, { silent: true }),
  });
}

const OPTIONS = {
  alphabetize: true,
  // A default says what the server does without the property, so a request may leave it out.
  defaultNonNullable: false,
  emptyObjectsUnknown: true,
  silent: true,
  additionalProperties: false,
  arrayLength: false,
  enum: false,
  enumValues: false,
  conditionalEnums: false,
  dedupeEnums: false,
  excludeDeprecated: false,
  exportType: false,
  immutable: false,
  pathParamsAsTypes: false,
  propertiesRequiredByDefault: false,
  rootTypes: false,
  rootTypesNoSchemaPrefix: false,
  rootTypesKeepCasing: false,
  makePathsEnum: false,
  generatePathParams: false,
  readWriteMarkers: false,
  // Redocly's configuration, which it hands on and never reads.
  redoc: {} as GlobalContext['redoc'],
} as const satisfies Partial<GlobalContext>;
