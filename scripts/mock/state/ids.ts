import { isObject, textOf, type Json } from '../../base/json.ts';
import { append, valueAt } from '../../base/json-pointer.ts';
import type { ResourcePolicy } from '../../model/policies.ts';
import { newId } from '../behaviour/new-id.ts';
import type { Asked, Surroundings } from '../behaviour/step.ts';
import { whenThere, type Eventual } from '../../base/eventual.ts';
import { sampleValue } from '../../values/generate/sample-value.ts';
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
  { example, property, isFit }: NewId,
): Eventual<Json | undefined> {
  const { policy, surroundings, documented: taken } = naming;
  const wanted = requestedId(naming, asked);
  if (policy.id !== undefined) return wanted;
  const { key } = policy;
  if (key === undefined) return undefined;
  const chosen = isObject(given) ? valueAt(given, key) : undefined;
  if (typeof chosen === 'string' || typeof chosen === 'number') return chosen;
  const documented = valueAt(example, key);
  const { async: job } = asked.operation;
  // A submission has its id already.
  const isSubmitted = job && job.id === append(policy.item ?? '#', ...key.split('/').slice(1));
  if (documented !== undefined && isSubmitted) return documented;
  if (documented === undefined && !policy.inferred) return undefined;
  const isFree = (id: Json) => !taken.has(textOf(id));
  const draw = (left: number): Eventual<Json | undefined> =>
    whenThere(newId(surroundings, asked, documented ?? null), (next) => {
      // What looks like the example need not be what its schema allows.
      const isGood = next !== null && isFit(next);
      const id = isGood ? next : madeId(surroundings, asked, { property, left });
      if (id !== undefined && isFree(id) && (isGood || isFit(id))) return id;
      return left === 0 ? (next ?? undefined) : draw(left - 1);
    });
  return draw(policy.inferred ? FEW_ATTEMPTS : MOST_ATTEMPTS);
}

function madeId(
  { api, seed }: Surroundings,
  { namespace, operation }: Asked,
  { property, left }: { readonly property: Json | undefined; readonly left: number },
): Json | undefined {
  if (property === undefined) return undefined;
  const own = `${seed} ${namespace} ${operation.id} ${left}`;
  const made = sampleValue(api.document, property, { destination: 'path', seed: own });
  return 'value' in made ? made.value : undefined;
}

const FEW_ATTEMPTS = 20;
/** What is known of the place that takes a new id. */
interface NewId {
  /** The thing as the answer's example shows it. */
  readonly example: Json;
  /** The schema of the place. */
  readonly property: Json | undefined;
  /** Whether the answer may have that id. */
  readonly isFit: (id: Json) => boolean;
}

const MOST_ATTEMPTS = 100;
