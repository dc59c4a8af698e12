import type { Schemas } from '../model/api-model.ts';
import type { Json } from '../base/json.ts';
import { toEvaluator } from './evaluator.ts';
import { resolverOf, toResolver } from './resolve.ts';

/**
 * Makes the schemas of a bundled description checkable, by JSON Schema 2020-12 with formats asserted.
 * `others` are documents that it may refer to, by their addresses.
 */
export function toSchemas(document: Json, others?: ReadonlyMap<string, Json>): Schemas {
  const { check, flaws } = toEvaluator(
    others ? toResolver(document, others) : resolverOf(document),
  );
  // What is no JSON, such as undefined, no schema means.
  return {
    check: (schema, value, direction) => check(schema, (value ?? null) as Json, direction),
    flaws,
  };
}
