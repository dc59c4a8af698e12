import type { ApiModel } from '../../model/api-model.ts';
import { isOnlyInferred } from '../../model/only-inferred.ts';
import type { Judged, Objection } from '../bench.ts';
import { objectionsIn } from '../judges/verdict.ts';

/** What may be complained about: of whoever is lenient only what a source states. */
export function toStated(api: ApiModel, isLenient: boolean) {
  const isStated = ({ clause }: Objection): boolean => !isLenient || !isOnlyInferred(api, clause);
  /** A verdict that rests on nothing that a source states leaves it open. */
  const asStated = (verdict: Judged): Judged => {
    const objections = objectionsIn(verdict);
    const [first] = objections;
    if (first === undefined || objections.some(isStated)) return verdict;
    return { undetermined: `no source states it, and it is only inferred: ${first.states}` };
  };
  return { isStated, asStated };
}
