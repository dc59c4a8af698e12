import type { JsonObject } from '../../base/json.ts';
import { objectOf } from '../../base/json.ts';
import { inTurn, whenThere, type Eventual } from '../../base/eventual.ts';
import { tokensOf, valueAt, withValueAt } from '../../base/json-pointer.ts';
import type { ResourcePolicy } from '../../model/policies.ts';
import { nextNumber, idLike } from '../behaviour/new-id.ts';
import type { Asked, Surroundings } from '../behaviour/step.ts';
import { asThing } from '../../model/named.ts';

/** Values of its own for a new thing, wherever no two things have the same, in the form of the example's. */
export function distinctValues(
  surroundings: Surroundings,
  asked: Asked,
  policy: ResourcePolicy,
  example: JsonObject,
): Eventual<JsonObject> {
  const { distinct = [], name } = policy;
  const values = inTurn(distinct, (at) => {
    const shown = valueAt(example, at);
    if (shown === undefined) return undefined;
    const series = `${name} ${tokensOf(at).join('/')}`;
    return whenThere(nextNumber(surroundings, asked.namespace, series), (number) => {
      const source = `${surroundings.seed} ${asked.namespace} ${series} ${number}`;
      return [at, idLike(shown, number, source)] as const;
    });
  });
  return whenThere(values, (all) =>
    asThing(
      policy,
      objectOf(all.reduce((it, own) => (own ? objectOf(withValueAt(it, ...own)) : it), {})),
    ),
  );
}
