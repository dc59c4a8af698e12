import type { ApiModel, Operation } from '../model/api-model.ts';
import type { JsonObject } from '../base/json.ts';
import { fieldAt } from './schema-fields.ts';

interface PageSize {
  readonly usual: number | undefined;
  readonly largest: number | undefined;
}

/** How many items a page has, from the schema of what sets it. */
export function pageSizeOf({ document }: ApiModel, operation: Operation): PageSize {
  const schema = sizeSchemaOf(document, operation);
  return { usual: numberOf(schema['default']), largest: numberOf(schema['maximum']) };
}

/** `30 unless told otherwise, at most 10,000`; empty where neither is stated. */
export function sizeWords({ usual, largest }: PageSize): string {
  return [
    ...(usual === undefined ? [] : [`${usual.toLocaleString('en-US')} unless told otherwise`]),
    ...(largest === undefined ? [] : [`at most ${largest.toLocaleString('en-US')}`]),
  ].join(', ');
}

function sizeSchemaOf(
  document: JsonObject,
  { pagination, parameters, body }: Operation,
): JsonObject {
  if (pagination?.in === 'query') {
    const parameter = parameters.find((it) => it.in === 'query' && it.name === pagination.size);
    return parameter?.schema ? fieldAt(document, parameter.schema, '#') : {};
  }
  const schema = body?.content[0]?.schema;
  return schema && pagination ? fieldAt(document, schema, `#${pagination.size.slice(1)}`) : {};
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
