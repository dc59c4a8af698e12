import type { Pointer } from '../base/json-pointer.ts';
import type { SourceLocation } from '../base/source-location.ts';

/** A part of a description that cannot be used as it is written, and without which the rest works. */
export interface LeftAside {
  /** What kind of thing it is: `operation`, `response`, `schema`, `example` and the like. */
  readonly what: string;
  /** Which one: `GET /pets`, or `Pet/properties/age`. */
  readonly name: string;
  /** Where it stands in the description as it is written, bundled. */
  readonly pointer: Pointer;
  readonly at: SourceLocation;
  readonly why: string;
}
