import type { ApiModel, Operation } from './api-model.ts';
import type { MembersPolicy } from './resource-policy.ts';

/** Whether other things, which may change, say what values those of an operation may have (`holds.members`). */
export function isTypedByOthers(
  { operations }: Pick<ApiModel, 'operations'>,
  { resource }: Pick<Operation, 'resource'>,
): boolean {
  // What only names a thing says no value of it.
  if (!['create', 'update', 'upsert'].includes(resource?.action ?? '')) return false;
  const held = operations.flatMap((it) => it.resource?.holds ?? []);
  return held.some(({ name, members }) => members !== undefined && name === resource?.name);
}

/** What is said of the things that those of an operation describe; undefined where they describe none. */
export function memberPolicyOf(
  { operations }: Pick<ApiModel, 'operations'>,
  { resource }: Pick<Operation, 'resource'>,
): MembersPolicy | undefined {
  return operations
    .flatMap((it) => it.resource?.holds ?? [])
    .find(({ members }) => members?.of === resource?.name)?.members;
}
