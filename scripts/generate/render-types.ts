import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';
import type { ApiModel } from '../model/api-model.ts';
import { withConstraintTags } from './constraint-tags.ts';

/**
 * The types of an API, by openapi-typescript. Its Node API is used because its command line reads
 * whatever `redocly.yaml` there is.
 */
export async function renderTypes({ document }: ApiModel): Promise<string> {
  // As text, because it would write into an object.
  const nodes = await openapiTS(JSON.stringify(withConstraintTags(document)), {
    alphabetize: true,
    // A default says what the server does without the property, so a request may leave it out.
    defaultNonNullable: false,
    silent: true,
    transform: ({ format }) =>
      format === 'binary' ? ts.factory.createTypeReferenceNode('Blob') : undefined,
  });
  return astToString(nodes);
}
