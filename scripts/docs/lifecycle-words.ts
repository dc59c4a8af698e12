import type { ApiModel } from '../model/api-model.ts';
import type { Lifecycle } from '../model/policies.ts';
import { operationHash, pageOf } from './deep-links.ts';

/** The dates of a life cycle, in the order in which they come. */
export function lifecycleWords({ deprecated, migrateBy, sunset }: Lifecycle): string[] {
  return [
    ...(deprecated === undefined ? [] : [`since ${deprecated}`]),
    ...(migrateBy === undefined ? [] : [`to be left by ${migrateBy}`]),
    ...(sunset === undefined ? [] : [`no longer works from ${sunset}`]),
  ];
}

/** What takes the place of something deprecated. */
interface Replacement {
  readonly label: string;
  /** Its page, from the folder that holds all of them; none where the site does not have it. */
  readonly target: string | undefined;
}

/** Reads an operation id, an API's name, or `<api>#<operationId>`. */
export function replacementOf(name: string, api: ApiModel, site: readonly ApiModel[]): Replacement {
  const [apiName = '', operationId] = name.includes('#') ? name.split('#') : [name, undefined];
  const own = api.operations.find(({ id }) => id === name);
  if (own) return { label: name, target: pageOf(api, operationHash(api, own)) };
  const other = site.find((it) => it.name === apiName);
  const operation = other?.operations.find(({ id }) => id === operationId);
  if (!other) return { label: name, target: undefined };
  const label = operationId === undefined ? other.title : `${operationId} of ${other.title}`;
  return { label, target: pageOf(other, operation && operationHash(other, operation)) };
}
