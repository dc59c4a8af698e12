import type { Json } from '../base/json.ts';
import type { Site } from './evaluation.ts';
import type { Place } from './resolve.ts';

/** A schema whose keywords are written as conditions. */
export interface QuickSite extends Pick<Site, 'node' | 'pointer' | 'resolver'> {
  /** Whether the values are those of answers. */
  readonly isAnswer: boolean;
  /** The name of the function that checks a schema inside this one. */
  readonly below: (node: Json, ...tokens: readonly (string | number)[]) => string;
  /** The same for a schema elsewhere. */
  readonly at: (place: Place) => string;
  /** What the source calls a value that it needs. */
  readonly keep: (value: unknown) => string;
  /** A function of the statements, applied to `v`. */
  readonly declare: (body: string) => string;
}
