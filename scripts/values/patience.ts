import type { Place, Resolver } from './resolve.ts';
import { inPlaceOf } from './schema-closure.ts';

/** Steps of a check after which what was found is remembered: few take as many, and those repeat themselves. */
const PATIENCE = 50_000;
/** The same where one schema applies to a value in more than a few ways: those double their work with each level. */
export const LEAST_PATIENCE = 300;
const FEW = 16;

/** Steps that a check by a schema may take before what it finds is worth remembering. */
export function patienceOf(resolver: Resolver, place: Place): number {
  const ways = new Map<string, number>();
  const left = [place];
  for (let next = left.pop(); next; next = left.pop()) {
    const known = (ways.get(next.pointer) ?? 0) + 1;
    if (known > FEW) return LEAST_PATIENCE;
    ways.set(next.pointer, known);
    left.push(...inPlaceOf(resolver, next));
  }
  return PATIENCE;
}
