import type { Schemas } from '../model/api-model.ts';
import type { Json } from '../base/json.ts';
import { toEvaluator } from './evaluator.ts';
import { resolverOf } from './resolve.ts';

/** Makes the schemas of a bundled description checkable, by JSON Schema 2020-12 with formats asserted. */
export function toSchemas(document: Json): Schemas {
  const { check, flaws } = toEvaluator(resolverOf(document));
  return {
    // What is no JSON, such as undefined, no schema means.
    check: (schema, value, direction) => check(schema, (value ?? null) as Json, direction),
    flaws,
  };
}
