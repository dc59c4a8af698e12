import type { ApiModel, Operation } from '../core/api-model.ts';
import type { Bench } from './bench.ts';
import type { Profiles } from './wire/profiles.ts';

/** A statement that must hold for every exchange of an operation. One file each, named by its id. */
export interface Property {
  readonly id: string;
  /** The statement, as a sentence about the server. */
  readonly title: string;
  /** Why there is nothing to test on an operation; undefined where there is. */
  readonly unless: (api: ApiModel, operation: Operation, profiles: Profiles) => string | undefined;
  /** Tries to falsify the statement. */
  readonly check: (bench: Bench) => Promise<void>;
}
