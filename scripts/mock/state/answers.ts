import { append, valueAt } from '../../base/json-pointer.ts';
import { isEqual, textOf, type Json } from '../../base/json.ts';
import { whenThere } from '../../base/eventual.ts';
import type { Operation } from '../../model/api-model.ts';
import { documentedThings } from '../../model/documented-ids.ts';
import { responseFor } from '../../model/documented-response.ts';
import type { AnswersPolicy } from '../../model/resource-policy.ts';
import { statusOfRefusal } from '../../refusal/documented-refusal.ts';
import { refuse } from '../../refusal/refusal.ts';
import type { Step, Surroundings } from '../behaviour/step.ts';
import { exampleThings } from './present.ts';
import { keptOfKind, valueOf } from './shelf.ts';

/** Answers with the example that is for the state of the thing that a request is about (`x-answers`). */
export function toAnswersStep(
  surroundings: Surroundings,
  operation: Operation,
  { about, id, key, state, cases }: AnswersPolicy,
): Step {
  const { api, isStrict } = surroundings;
  const examples = exampleThings(api, about);
  const documented = new Set(
    documentedThings(api, about).map(({ thing }) => textOf(valueAt(thing, key))),
  );
  const canMiss = responseFor(operation, statusOfRefusal(operation, 'notFound')) !== undefined;
  return (asked, draft) => {
    const wanted = valueOf(asked, id);
    if (wanted === undefined) return draft;
    return whenThere(keptOfKind(surroundings, asked.namespace, about), (kept) => {
      const isWanted = (fields: Json) => isEqual(valueAt(fields, key) ?? null, wanted);
      const shown = isStrict ? undefined : examples.find(({ fields }) => isWanted(fields));
      const own = kept.find((it) => (shown ? isEqual(it.id, shown.id) : isWanted(it.fields)));
      const isKnown = own ? !own.isDeleted : !isStrict && documented.has(textOf(wanted));
      if (!isKnown && canMiss) {
        return refuse('notFound', `There is no ${about} "${textOf(wanted).slice(0, 100)}".`, {
          constraint: append(operation.pointer, 'x-answers'),
          stage: 'behaviour',
        });
      }
      const fields = { ...shown?.fields, ...own?.fields };
      const found = cases.find(({ is }) => isEqual(is, valueAt(fields, state) ?? null));
      const example = draft.media?.examples.find(({ name }) => name === found?.example);
      return example ? { ...draft, value: example.value } : draft;
    });
  };
}
