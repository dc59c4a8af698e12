import { isObject, textOf, type Json } from '../../base/json.ts';
import { append, valueAt } from '../../base/json-pointer.ts';
import type { ResourcePolicy } from '../../model/policies.ts';
import { newId } from '../behaviour/new-id.ts';
import type { Asked, Surroundings } from '../behaviour/step.ts';
import { whenThere, type Eventual } from '../../base/eventual.ts';
import { valueOf } from './shelf.ts';

/** What it takes to name things of a kind. */
export interface Naming {
  readonly surroundings: Surroundings;
  readonly policy: ResourcePolicy;
  /** Ids that examples use. */
  readonly documented: ReadonlySet<string>;
}

/** The id, or ids, that a request is about. */
export function requestedId({ policy }: Pick<Naming, 'policy'>, asked: Asked): Json | undefined {
  return policy.id === undefined ? undefined : valueOf(asked, policy.id);
}

/** The id of something new: the client's where it may choose, else one like the example's. */
export function idOfNew(
  naming: Naming,
  asked: Asked,
  given: Json,
  example: Json,
): Eventual<Json | undefined> {
  const { policy, surroundings, documented: taken } = naming;
  const wanted = requestedId(naming, asked);
  if (policy.id !== undefined) return wanted;
  const { key } = policy;
  if (key === undefined) return undefined;
  const chosen = isObject(given) ? valueAt(given, key) : undefined;
  if (typeof chosen === 'string' || typeof chosen === 'number') return chosen;
  const documented = valueAt(example, key);
  // A submission has its id already.
  const place = append(policy.item ?? '#', ...key.split('/').slice(1));
  if (documented === undefined || asked.operation.async?.id === place) return documented;
  const draw = (left: number): Eventual<Json> =>
    whenThere(newId(surroundings, asked, documented), (id) =>
      left === 0 || !taken.has(textOf(id)) ? id : draw(left - 1),
    );
  return draw(MOST_ATTEMPTS);
}

const MOST_ATTEMPTS = 100;
