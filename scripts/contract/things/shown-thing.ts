import type { Json } from '../../base/json.ts';
import type { ThingKind } from './kinds.ts';

/** A thing that an answer has shown: the values of all variables of its path. */
export interface ShownThing {
  readonly kind: ThingKind;
  readonly values: readonly Json[];
  /** Whether the request has made it. */
  readonly isMade: boolean;
  /** Set where only the name of a member says that there is such a thing. */
  readonly isHinted?: true;
}
