import type { Pointer } from '../../base/json-pointer.ts';

/** A clause of the contract that an exchange breaks. */
export interface Objection {
  readonly clause: Pointer;
  /** What was seen, in one line. */
  readonly seen: string;
}
