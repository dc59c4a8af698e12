import type { ApiModel, DocumentedResponse } from '../../model/api-model.ts';
import { headerExamples } from '../../wire/header-examples.ts';

/**
 * Whether a header has the very value that its description shows: whoever answers with examples says
 * nothing of what a server did.
 */
export function isExample(
  api: ApiModel,
  response: DocumentedResponse | undefined,
  name: string,
  value: string,
): boolean {
  const header = response?.headers.find((it) => it.name.toLowerCase() === name);
  return header !== undefined && headerExamples(api, header).includes(value);
}
