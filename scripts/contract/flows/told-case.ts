import { isEqual, isObject, type Json } from '../../base/json.ts';
import { valueAt } from '../../base/json-pointer.ts';
import type { Operation } from '../../model/api-model.ts';
import { successOf } from '../../model/documented-response.ts';
import type { AnswersPolicy } from '../../model/resource-policy.ts';

/** Which case an answer is of, by its place in the policy; undefined where it could be several, or none. */
export function caseTold(
  operation: Operation,
  { tells, cases }: AnswersPolicy,
  body: Json,
): number | undefined {
  const examples = successOf(operation)?.response.content.flatMap((it) => it.examples) ?? [];
  const shown = cases.map(({ example }) =>
    valueAt(examples.find(({ name }) => name === example)?.value ?? null, tells),
  );
  const told = valueAt(body, tells);
  const isTyped = new Set(shown.map(typeOf)).size === shown.length;
  const fits = shown.flatMap((it, index) =>
    (isTyped ? typeOf(it) === typeOf(told) : isEqual(it ?? null, told ?? null)) ? [index] : [],
  );
  return fits.length === 1 ? fits[0] : undefined;
}

function typeOf(value: Json | undefined): string {
  if (value === null || value === undefined) return String(value);
  return Array.isArray(value) ? 'array' : isObject(value) ? 'object' : typeof value;
}
