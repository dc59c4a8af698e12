import type { JsonObject } from '../../base/json.ts';
import { statedMoments, type Occasion } from '../../values/stated-moments.ts';
import type { Surroundings } from '../behaviour/step.ts';

/**
 * The properties of a kind that say when a thing was made (`x-default: now`) or last changed (`x-changed: now`),
 * with the moment of now: those of any answer that shows such a thing.
 */
export function momentsOf(
  { api, clock }: Pick<Surroundings, 'api' | 'clock'>,
  name: string,
  occasion: Occasion,
): JsonObject {
  const found = [...statedMoments(api, name)[occasion].keys()];
  if (found.length === 0) return {};
  const now = new Date(clock.now()).toISOString();
  return Object.fromEntries(found.map((property) => [property, now]));
}
