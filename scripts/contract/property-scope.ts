import type { ApiModel, Operation } from '../model/api-model.ts';
import type { Profiles } from './wire/profiles.ts';

/** What a property is asked to hold for, and what a run has at hand to try it. */
export interface PropertyScope {
  readonly api: ApiModel;
  readonly operation: Operation;
  readonly profiles: Profiles;
  /** Whether the run can let time pass for the target. */
  readonly canWait: boolean;
  /** Whether somebody listens for the target's webhooks. */
  readonly isListening: boolean;
  /** Whether the run remembers what the server shows. */
  readonly isRemembering: boolean;
}
