import { append } from '../../base/json-pointer.ts';
import { arrayOf, isEqual, textOf, type Json } from '../../base/json.ts';
import { whenThere } from '../../base/eventual.ts';
import type { Operation } from '../../model/api-model.ts';
import { responseFor } from '../../model/documented-response.ts';
import type { ResourcePolicy } from '../../model/policies.ts';
import { statusOfRefusal } from '../../refusal/documented-refusal.ts';
import { refuse, type Refusal } from '../../refusal/refusal.ts';
import type { Asked, Step, Surroundings } from '../behaviour/step.ts';
import { goneOwner } from './held.ts';
import { valueOf } from './shelf.ts';

/** The step, unless what it is about is protected, or within something that was made and is gone. */
export function guarded(
  surroundings: Surroundings,
  operation: Operation,
  policy: ResourcePolicy,
  step: Step,
): Step {
  if (policy.inferred) return step;
  return (asked, draft) => {
    const refusal = protectedRefusal(operation, policy, asked);
    if (refusal) return refusal;
    return whenThere(goneOwner(surroundings, policy, asked), (gone) =>
      gone && isDocumented(operation)
        ? refuse('notFound', `There is no ${gone.name} "${gone.id.slice(0, 100)}".`, {
            constraint: append(operation.pointer, 'x-resource', 'within'),
            stage: 'behaviour',
          })
        : step(asked, draft),
    );
  };
}

function isDocumented(operation: Operation): boolean {
  return responseFor(operation, statusOfRefusal(operation, 'notFound')) !== undefined;
}

/** What can be neither changed nor deleted is refused (`protected`). */
function protectedRefusal(
  operation: Operation,
  { protected: kept, id, name, action }: ResourcePolicy,
  asked: Asked,
): Refusal | undefined {
  if (!kept || id === undefined) return undefined;
  const given = valueOf(asked, id);
  const ids: readonly Json[] = Array.isArray(given) ? arrayOf(given) : [given ?? null];
  const found = ids.find((it) => kept.some((own) => isEqual(own, it)));
  if (found === undefined) return undefined;
  const done = action === 'delete' ? 'deleted' : 'changed';
  return refuse('invalid', `The ${name} "${textOf(found)}" is protected and cannot be ${done}.`, {
    path: [id.startsWith('#') ? (id.split('/').at(-1) ?? id) : id],
    constraint: append(operation.pointer, 'x-resource', 'protected'),
    stage: 'behaviour',
  });
}
