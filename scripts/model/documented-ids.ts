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

/** The ids that any example uses for things of a kind: those of answers, and those that requests ask for. */
export function idsInExamples(
  { operations }: Pick<ApiModel, 'operations'>,
  name: string,
): ReadonlySet<string> {
  const asked = operations.flatMap((operation) => {
    const { id, name: kind } = resourceOf(operation) ?? {};
    if (id === undefined || kind !== name) return [];
    if (!isPointer(id)) {
      const parameter = operation.parameters.find((it) => it.name === id);
      return (parameter?.examples ?? []).map(({ value }) => value);
    }
    const bodies = (operation.body?.content ?? []).flatMap((it) => it.examples);
    return bodies.flatMap(({ value }) => valueAt(value, id) ?? []);
  });
  return new Set([...documentedIds({ operations }, name), ...asked.map(textOf)]);
}

function isPointer(place: string): place is Pointer {
  return place.startsWith('#');
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
