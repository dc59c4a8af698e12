import type { Pointer } from '../../base/json-pointer.ts';
import type { RateLimitPolicy } from '../../model/policies.ts';
import type { WireResponse } from '../../wire/exchange.ts';
import type { RecordedStep } from './recorded-step.ts';

/** A request that counts against a quota. */
export interface Counted {
  readonly step: RecordedStep;
  readonly response: WireResponse;
  readonly policy: RateLimitPolicy;
  /** What its sender may send in a window; undefined where nobody tells. */
  readonly quota: number | undefined;
  /** Who sent it, in which category. */
  readonly client: string;
  readonly category: string;
  readonly clause: Pointer;
  /** The status that refuses a request too many. */
  readonly refused: number;
}
