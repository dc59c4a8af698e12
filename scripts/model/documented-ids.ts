import { textOf, type Json } from '../base/json.ts';
import { valueAt, type Pointer } from '../base/json-pointer.ts';
import type { ApiModel } from './api-model.ts';
import type { ResourcePolicy } from './policies.ts';
import { resourceOf } from './resource-of.ts';

/** The ids that examples use for things of a kind: what is new must not be taken for one of them. */
export function documentedIds(
  { operations }: Pick<ApiModel, 'operations'>,
  name: string,
): ReadonlySet<string> {
  return new Set(
    documentedThings({ operations }, name).map(({ thing, key }) => textOf(valueAt(thing, key))),
  );
}

interface DocumentedThing {
  readonly thing: Json;
  /** Where its id stands. */
  readonly key: Pointer;
}

/** The things of a kind that the answers' examples show. */
export function documentedThings(
  { operations }: Pick<ApiModel, 'operations'>,
  name: string,
): readonly DocumentedThing[] {
  return operations.flatMap((operation) => {
    const policy = resourceOf(operation);
    if (policy?.name !== name) return [];
    const examples = operation.responses.flatMap(({ content }) =>
      content.flatMap((it) => it.examples),
    );
    return examples.flatMap(({ value }) => thingsIn(value, policy));
  });
}

/** The things that an answer shows, and where each holds its id. */
export function thingsIn(
  answer: Json,
  { key, item = '#', items }: ResourcePolicy,
): readonly DocumentedThing[] {
  if (key === undefined) return [];
  const things = [valueAt(answer, items ?? item) ?? null].flat() as readonly Json[];
  return things.map((thing) => ({ thing, key }));
}
