import type { ApiModel, Operation } from '../model/api-model.ts';
import { objectOf, type Json } from '../base/json.ts';
import { parentOf, pointerOf, tokensOf, valueAt, type Pointer } from '../base/json-pointer.ts';
import { shapeAt } from './schema-shape.ts';

/** How long a page is that nobody has asked for: the `default` of what sets it; undefined where none is stated. */
export function usualPageSize(
  { document }: Pick<ApiModel, 'document'>,
  operation: Operation,
): number | undefined {
  const schema = sizeSchema(document, operation);
  const { $ref } = objectOf(schema);
  const target = typeof $ref === 'string' ? valueAt(document, pointerOf($ref)) : undefined;
  const usual = objectOf(schema)['default'] ?? objectOf(target)['default'];
  return typeof usual === 'number' ? usual : undefined;
}

function sizeSchema(
  document: ApiModel['document'],
  { pagination, parameters, body }: Operation,
): Json | undefined {
  if (!pagination) return undefined;
  const { size, in: location } = pagination;
  if (location === 'query') {
    const parameter = parameters.find((it) => it.in === 'query' && it.name === size);
    return parameter?.schema && valueAt(document, parameter.schema);
  }
  const place: Pointer = pointerOf(size);
  const schema = body?.content.find((it) => it.schema !== undefined)?.schema;
  const { properties } = shapeAt(document, schema, parentOf(place));
  return properties[tokensOf(place).at(-1) ?? ''];
}
