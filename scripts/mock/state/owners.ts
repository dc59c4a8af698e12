import { textOf } from '../../base/json.ts';
import { whenThere, type Eventual } from '../../base/eventual.ts';
import type { ApiModel } from '../../model/api-model.ts';
import type { ResourcePolicy } from '../../model/policies.ts';
import type { Asked, Surroundings } from '../behaviour/step.ts';
import { groupOf } from './namespace.ts';
import { ownerPart, valueOf } from './shelf.ts';

/** What a thing's kind says of those within it: the operation that makes such a thing says it. */
export function makerOf({ operations }: ApiModel, name: string): ResourcePolicy | undefined {
  return operations.find(({ resource }) => resource?.name === name && resource.action === 'create')
    ?.resource;
}

/** The kind of the things that those of a kind are within. */
export function holderOf({ operations }: ApiModel, name: string): ResourcePolicy | undefined {
  return operations.find(({ resource }) => resource?.holds?.some((it) => it.name === name))
    ?.resource;
}

/** The values of `within` of a request, outermost first. */
export function ownersIn({ within = [] }: ResourcePolicy, asked: Asked): readonly string[] {
  return within.map((place) => textOf(valueOf(asked, place)));
}

/** Where it is noted that things within an owner are only those that requests have made. */
export function begunMark(
  { api }: Surroundings,
  namespace: string,
  name: string,
  owners: readonly string[],
) {
  return groupOf(namespace, 'begun', api.name, ownerPart(name), ...owners.map(ownerPart));
}

/** Whether what a request is about is within something that was made, so that no example shows what is there. */
export function isBegun(
  surroundings: Surroundings,
  policy: ResourcePolicy,
  asked: Asked,
): Eventual<boolean> {
  if (!policy.within) return false;
  return isBegunWithin(surroundings, asked.namespace, policy, ownersIn(policy, asked));
}

/** The same of what is within others of these ids. */
export function isBegunWithin(
  surroundings: Surroundings,
  namespace: string,
  policy: ResourcePolicy,
  owners: readonly string[],
): Eventual<boolean> {
  if (!policy.within || !holderOf(surroundings.api, policy.name)) return false;
  const group = begunMark(surroundings, namespace, policy.name, owners);
  return whenThere(surroundings.store.get(group, 'it'), (mark) => mark !== undefined);
}
