import type { ApiModel } from '../model/api-model.ts';
import { withDateTimes, type ClientParts } from './date-times/with-date-times.ts';
import { toShapes } from './shapes/to-shapes.ts';
import { toContract } from './to-contract.ts';

/** What values of a client are made of that JSON has no kinds for. */
export interface ValueKinds {
  /** Whether integers of 64 bits may be bigints. */
  readonly hasBigints: boolean;
  /** Whether times are `Date`s. */
  readonly hasDates: boolean;
}

/** What the types of a client are made of, and what it carries along. */
export function clientPartsOf(api: ApiModel, hasDates: boolean): ClientParts {
  const parts = { shapes: toShapes(api), contract: toContract(api) };
  return hasDates ? withDateTimes(api, parts) : parts;
}
