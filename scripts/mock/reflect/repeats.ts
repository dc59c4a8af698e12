import { isEqual } from '../../base/json.ts';
import { withValueAt, type Pointer } from '../../base/json-pointer.ts';
import type { RepeatsPolicy } from '../../model/resource-policy.ts';
import {
  withValue,
  type AnswerDraft,
  type Asked,
  type Step,
  type Surroundings,
} from '../behaviour/step.ts';
import { valueOf } from '../state/shelf.ts';

/** Says again in the answer what a request says, as `x-repeats` has it: by the first entry that is met. */
export function toRepeatsStep({ api }: Surroundings, policies: readonly RepeatsPolicy[]): Step {
  return (asked, draft) => {
    const met = policies.find(({ when = {} }) => isMet(when, asked));
    if (!met) return draft;
    const example = draft.media?.examples.find(({ name }) => name === met.example);
    const shown = example ? { ...draft, value: example.value } : draft;
    const repeated = Object.entries(met.places ?? {}).reduce<AnswerDraft>((it, [at, place]) => {
      const said = valueOf(asked, place);
      return said === undefined
        ? it
        : withValue(api, it, withValueAt(it.value, at as Pointer, said));
    }, shown);
    return Object.entries(met.most ?? {}).reduce<AnswerDraft>((it, [at, place]) => {
      const said = valueOf(asked, place);
      if (typeof said !== 'number') return it;
      return withValue(api, it, withValueAt(it.value, at as Pointer, Math.max(0, said)));
    }, repeated);
  };
}

function isMet(when: NonNullable<RepeatsPolicy['when']>, asked: Asked): boolean {
  return Object.entries(when).every(([place, value]) =>
    isEqual(valueOf(asked, place) ?? null, value),
  );
}
