import { arrayOf, objectOf, type Json } from '../base/json.ts';
import { valueAt } from '../base/json-pointer.ts';
import type { ApiModel, Header } from '../model/api-model.ts';

/** The values that a description shows of a header (OpenAPI 3.1.1, sections 4.8.21 and 4.8.24). */
export function headerExamples(
  { document }: Pick<ApiModel, 'document'>,
  header: Header,
): readonly Json[] {
  const written = objectOf(valueAt(document, header.pointer) ?? null);
  const schema = objectOf(
    header.schema === undefined ? null : (valueAt(document, header.schema) ?? null),
  );
  return [
    written['example'],
    ...Object.values(objectOf(written['examples'] ?? null)).map((it) => objectOf(it)['value']),
    schema['example'],
    ...arrayOf(schema['examples']),
    schema['default'],
    schema['const'],
  ].filter((it) => it !== undefined);
}
