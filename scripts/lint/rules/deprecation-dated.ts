import { append, type Pointer } from '../../base/json-pointer.ts';
import type { Lifecycle } from '../../model/policies.ts';
import type { Hit, Rule } from '../rule.ts';

/** "Deprecated" without a date tells a client neither since when nor how long it may wait. */
export const deprecationDated: Rule = {
  id: 'deprecation-dated',
  severity: 'error',
  description:
    'A deprecated operation or webhook carries x-sunset or x-deprecated-since, and dates are in order.',
  *check({ operations, webhooks, policies }) {
    yield* disorder('#/info/x-lifecycle/sunset', policies.lifecycle ?? {});
    for (const { id, pointer, deprecated, lifecycle } of [...operations, ...webhooks]) {
      yield* disorder(append(pointer, 'x-sunset'), lifecycle);
      const isDated = lifecycle.deprecated !== undefined || lifecycle.sunset !== undefined;
      if (!deprecated || isDated) continue;
      const message = `${id} is deprecated and has neither x-sunset nor x-deprecated-since`;
      yield { at: append(pointer, 'deprecated'), message };
    }
  },
};

/** Dates of the form 2026-01-31, which the loader demands, sort as texts. */
function* disorder(at: Pointer, { deprecated, migrateBy, sunset }: Lifecycle): Generator<Hit> {
  const dates = [deprecated, migrateBy, sunset].filter((date) => date !== undefined);
  const sorted = dates.toSorted();
  if (dates.every((date, index) => date === sorted[index])) return;
  yield { at, message: `The dates ${dates.join(', ')} are not in order: deprecation, then sunset` };
}
