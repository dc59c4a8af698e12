import type { Json } from '../base/json.ts';
import { append, tokensOf, valueAt } from '../base/json-pointer.ts';
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
function memberPolicyOf(
  { operations }: Pick<ApiModel, 'operations'>,
  { resource }: Pick<Operation, 'resource'>,
): MembersPolicy | undefined {
  return operations
    .flatMap((it) => it.resource?.holds ?? [])
    .find(({ members }) => members?.of === resource?.name)?.members;
}

/**
 * Whether a request gives a member of other things another type (`holds.members`), and not at any price: values
 * that are there may not be converted.
 */
export function mayLoseValues(
  api: Pick<ApiModel, 'operations'>,
  operation: Pick<Operation, 'resource'>,
  body: Json | undefined,
): boolean {
  if (operation.resource?.action !== 'update') return false;
  const members = memberPolicyOf(api, operation);
  const type = members && tokensOf(members.type)[0];
  const { names = {} } = operation.resource;
  const told = Object.keys(names).find((it) => names[it] === type) ?? type;
  if (!members || told === undefined || body === undefined) return false;
  if (valueAt(body, append('#', told)) === undefined) return false;
  return members.force === undefined || valueAt(body, members.force) !== true;
}
