import { textOf, type Json } from '../../base/json.ts';
import type { Pointer } from '../../base/json-pointer.ts';
import { whenThere, type Eventual } from '../../base/eventual.ts';
import type { ResourcePolicy } from '../../model/policies.ts';
import type { Refusal } from '../../refusal/refusal.ts';
import type { Asked, AnswerDraft } from '../behaviour/step.ts';
import type { Naming } from './ids.ts';
import type { Shelf, StoredThing } from './shelf.ts';

/** What the actions of an operation have in common. */
export interface Context extends Naming {
  /** Whether examples show what is there. */
  readonly isShown: boolean;
  /** Ids that examples of answers and requests use. */
  readonly named: ReadonlySet<string>;
  /** Undefined where such an answer may not be given. */
  readonly notFound: (id: Json, isDeleted: boolean) => Refusal | undefined;
}

export type Action = (
  context: Context,
  asked: Asked,
  draft: AnswerDraft,
  shelf: Shelf,
) => Eventual<AnswerDraft | Refusal>;

/**
 * Deleted, or never made where only what was made or is shown is there. Where nobody has written down what is
 * remembered, no example shows any, and none was made, it is not known what there is: everything may be.
 */
export function isMissed(
  { surroundings, policy, isShown, named }: Context,
  shelf: Shelf,
  id: Json,
  thing: StoredThing | undefined,
): Eventual<boolean> {
  if (thing) return thing.isDeleted;
  if (surroundings.isStrict) return true;
  if (policy.inferred !== true) return !named.has(textOf(id));
  if (policy.isOpen === true) return false;
  return isShown || whenThere(shelf.list(), (found) => found.length > 0);
}

/** Where an answer holds the thing; one that nobody has written down is not looked for where there is none. */
export function itemPlace({ item, inferred }: ResourcePolicy): Pointer | undefined {
  return item ?? (inferred ? undefined : '#');
}
