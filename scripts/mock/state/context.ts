import type { Json } from '../../base/json.ts';
import type { Pointer } from '../../base/json-pointer.ts';
import type { Eventual } from '../../base/eventual.ts';
import type { ResourcePolicy } from '../../model/policies.ts';
import type { Refusal } from '../../refusal/refusal.ts';
import type { Asked, AnswerDraft } from '../behaviour/step.ts';
import type { Naming } from './ids.ts';
import type { Shelf, StoredThing } from './shelf.ts';

/** What the actions of an operation have in common. */
export interface Context extends Naming {
  /** Undefined where such an answer may not be given. */
  readonly notFound: (id: Json, isDeleted: boolean) => Refusal | undefined;
}

export type Action = (
  context: Context,
  asked: Asked,
  draft: AnswerDraft,
  shelf: Shelf,
) => Eventual<AnswerDraft | Refusal>;

/** Deleted, or never made where only what was made or is shown is there. */
export function isMissed(
  { surroundings, policy }: Context,
  thing: StoredThing | undefined,
): boolean {
  if (thing) return thing.isDeleted;
  return surroundings.isStrict || (policy.inferred === true && policy.isOpen !== true);
}

/** Where an answer holds the thing; one that nobody has written down is not looked for where there is none. */
export function itemPlace({ item, inferred }: ResourcePolicy): Pointer | undefined {
  return item ?? (inferred ? undefined : '#');
}
