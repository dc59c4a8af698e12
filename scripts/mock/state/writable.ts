import type { ApiModel, Operation } from '../../model/api-model.ts';
import { objectOf, type Json, type JsonObject } from '../../base/json.ts';
import { pointerOf, tokensOf, valueAt } from '../../base/json-pointer.ts';
import type { ResourcePolicy } from '../../model/policies.ts';
import { shapeAt } from '../../values/schema-shape.ts';
import type { Asked } from '../behaviour/step.ts';
import type { Context } from './context.ts';

const KNOWN = new WeakMap<Operation, ReadonlySet<string>>();

/** The properties that a request may say of a thing, by the schema of its body: not those that are `readOnly`. */
export function writableNames(
  { document }: ApiModel,
  operation: Operation,
  { input = '#' }: ResourcePolicy,
): ReadonlySet<string> {
  const known = KNOWN.get(operation);
  if (known) return known;
  const contents = operation.body?.content ?? [];
  const properties = contents.flatMap((it) =>
    Object.entries(shapeAt(document, it.schema, input).properties),
  );
  const names = new Set(
    properties.flatMap(([name, it]) => (isReadOnly(document, it) ? [] : [name])),
  );
  KNOWN.set(operation, names);
  return names;
}

function isReadOnly(document: Json, property: Json): boolean {
  const { readOnly, $ref } = objectOf(property);
  if (readOnly === true) return true;
  return (
    typeof $ref === 'string' && objectOf(valueAt(document, pointerOf($ref)))['readOnly'] === true
  );
}

/** What a new or replaced thing could have and nobody has said. */
export function lacksOf(
  { surroundings: { api }, policy }: Context,
  { operation }: Asked,
  fields: JsonObject,
): readonly string[] {
  const [key] = tokensOf(policy.key ?? '#');
  const names = [...writableNames(api, operation, policy)];
  return names.filter((name) => name !== key && !Object.hasOwn(fields, name));
}
