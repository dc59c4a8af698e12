import { textOf } from '../../base/json.ts';
import { valueAt, withValueAt, type Pointer } from '../../base/json-pointer.ts';
import type { ResourcePolicy } from '../../model/policies.ts';
import { withValue, type Step, type Surroundings } from '../behaviour/step.ts';
import { documentedIds } from '../../model/documented-ids.ts';
import { shelfOf } from './shelf.ts';

/**
 * A list that tells only how long it is: the example's number, with one more for each thing that was made
 * and one less for each of those that examples show and that was deleted; from nothing once all were deleted.
 */
export function toCountStep(
  surroundings: Surroundings,
  policy: ResourcePolicy,
  count: Pointer,
): Step {
  const { api, isStrict } = surroundings;
  const documented = documentedIds(api, policy.name);
  return async (asked, draft) => {
    const shelf = shelfOf(surroundings, policy, asked);
    const things = await shelf.list();
    const told = valueAt(draft.value, count);
    if (typeof told !== 'number') return draft;
    const isBare = isStrict || (await shelf.wasEmptied());
    const made = things.filter((it) => !it.isDeleted && !documented.has(textOf(it.id)));
    const gone = things.filter((it) => it.isDeleted && documented.has(textOf(it.id)));
    const counted = isBare ? made.length : told + made.length - gone.length;
    return withValue(api, draft, withValueAt(draft.value, count, Math.max(0, counted)));
  };
}
