import type { Operation } from './api-model.ts';
import type { ResourcePolicy } from './policies.ts';

/** What an operation does to things: as `x-resource` says, else as paths and schemas do. */
export function resourceOf({ resource, inferredResource }: Operation): ResourcePolicy | undefined {
  return resource ?? inferredResource;
}
