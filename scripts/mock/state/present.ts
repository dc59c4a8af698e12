import { arrayOf, isObject, objectOf, textOf } from '../../base/json.ts';
import { valueAt } from '../../base/json-pointer.ts';
import { whenThere, type Eventual } from '../../base/eventual.ts';
import type { ApiModel, Operation } from '../../model/api-model.ts';
import type { ResourcePolicy } from '../../model/policies.ts';
import type { Asked, Surroundings } from '../behaviour/step.ts';
import { isBegunWithin, ownersIn } from './owners.ts';
import { shelfWithin, type StoredThing } from './shelf.ts';

/** The operation that lists things of a kind, and what it says of them. */
export function listerOf(
  { operations }: Pick<ApiModel, 'operations'>,
  name: string,
): { readonly operation: Operation; readonly policy: ResourcePolicy } | undefined {
  for (const operation of operations) {
    const { resource: policy } = operation;
    const isList = policy?.name === name && policy.action === 'list' && policy.key !== '#';
    if (isList && policy.items !== undefined) return { operation, policy };
  }
  return undefined;
}

/** The things of a kind that the list of them shows as an example. */
export function exampleThings(
  api: Pick<ApiModel, 'operations'>,
  name: string,
): readonly StoredThing[] {
  const { operation, policy: { items = '#', key } = {} } = listerOf(api, name) ?? {};
  const success = operation?.responses.find(({ status }) => status.startsWith('2'));
  const [example] = success?.content.flatMap((it) => it.examples) ?? [];
  if (!example || key === undefined) return [];
  return arrayOf(valueAt(example.value, items))
    .filter((it) => isObject(it))
    .map((it) => ({ id: valueAt(it, key) ?? null, fields: objectOf(it), isDeleted: false }));
}

/** All things that a list around a request shows now: those of its example first, each as it has become. */
export function presentThings(
  surroundings: Surroundings,
  policy: ResourcePolicy,
  asked: Asked,
): Eventual<readonly StoredThing[]> {
  return presentWithin(surroundings, asked.namespace, policy, ownersIn(policy, asked));
}

/** The same of those that are within others of these ids. */
export function presentWithin(
  surroundings: Surroundings,
  namespace: string,
  policy: ResourcePolicy,
  owners: readonly string[],
): Eventual<readonly StoredThing[]> {
  const shelf = shelfWithin(surroundings, namespace, policy.name, owners);
  return whenThere(shelf.list(), (kept) =>
    whenThere(isBegunWithin(surroundings, namespace, policy, owners), (isOwn) => {
      const shown =
        surroundings.isStrict || isOwn ? [] : exampleThings(surroundings.api, policy.name);
      const changed = new Map(kept.map((it) => [textOf(it.id), it]));
      const ids = new Set(shown.map(({ id }) => textOf(id)));
      const made = kept.filter(({ id }) => !ids.has(textOf(id)));
      const old = shown.map((it): StoredThing => {
        const own = changed.get(textOf(it.id));
        return own ? { ...own, fields: { ...it.fields, ...own.fields } } : it;
      });
      return [...old, ...made].filter((it) => !it.isDeleted);
    }),
  );
}
