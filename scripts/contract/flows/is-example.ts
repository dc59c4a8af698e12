import type { ApiModel, DocumentedResponse } from '../../model/api-model.ts';
import { arrayOf, objectOf, type Json } from '../../base/json.ts';
import { valueAt } from '../../base/json-pointer.ts';

/**
 * Whether a header has the very value that its description shows (OpenAPI 3.1.1, sections 4.8.21 and 4.8.24):
 * whoever answers with examples says nothing of what a server did.
 */
export function isExample(
  { document }: ApiModel,
  response: DocumentedResponse | undefined,
  name: string,
  value: string,
): boolean {
  const header = response?.headers.find((it) => it.name.toLowerCase() === name);
  if (!header) return false;
  const written = objectOf(valueAt(document, header.pointer) ?? null);
  const schema = objectOf(
    header.schema === undefined ? null : (valueAt(document, header.schema) ?? null),
  );
  const shown: readonly (Json | undefined)[] = [
    written['example'],
    ...Object.values(objectOf(written['examples'] ?? null)).map((it) => objectOf(it)['value']),
    schema['example'],
    ...arrayOf(schema['examples']),
    schema['default'],
    schema['const'],
  ];
  return shown.includes(value);
}
