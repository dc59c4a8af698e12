import type { Bench } from './bench.ts';
import type { PropertyScope } from './property-scope.ts';

/** A statement that must hold for every exchange of an operation. One file each, named by its id. */
export interface Property {
  readonly id: string;
  /** The statement, as a sentence about the server. */
  readonly title: string;
  /** Set where it rests on a standard that descriptions do not repeat; a complaint may say otherwise. */
  readonly ground?: 'standard';
  /** Why there is nothing to test on an operation; undefined where there is. */
  readonly unless: (scope: PropertyScope) => string | undefined;
  /** Set where it sends until a quota has ended: it runs last, alone, and only where that is allowed. */
  readonly usesUpQuota?: true;
  /** Set where what others send meanwhile could be taken for the server's own doing. */
  readonly runsAlone?: true;
  /** Set where it calls operations that may change something, whatever the one on trial does. */
  readonly writes?: true;
  /** Set where it asks again for what other checks of the operation have seen succeed. */
  readonly usesSuccesses?: true;
  /** Tries to falsify the statement. */
  readonly check: (bench: Bench) => Promise<void>;
}
