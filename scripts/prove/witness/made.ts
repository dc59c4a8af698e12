import { textOf, type Json } from '../../base/json.ts';
import type { Operation } from '../../model/api-model.ts';
import type { ResourcePolicy } from '../../model/policies.ts';

/** A thing that an exchange has made, and what was said of it. */
export interface Made {
  readonly owner: string;
  readonly id: string;
  readonly said: Json;
  /** As its creation shows it. */
  readonly told: Json;
  /** When it was answered, in milliseconds since the epoch. */
  readonly moment: number;
}

/** An exchange that was carried out, and what was made before. */
export interface Seen {
  readonly operation: Operation;
  readonly at: (place: string) => Json | undefined;
  readonly body: Json;
  readonly made: readonly Made[];
  /** When it was answered, in milliseconds since the epoch. */
  readonly moment: number;
}

export type Doing = Seen & { readonly resource: ResourcePolicy };

/** Whose things they are: the kind, and whatever they are within. */
export function ownerOf({ name, within = [] }: ResourcePolicy, at: Seen['at']): string {
  return JSON.stringify([name, ...within.map((it) => textOf(at(it) ?? null))]);
}
