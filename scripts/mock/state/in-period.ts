import type { Json } from '../../base/json.ts';
import type { ResourcePolicy } from '../../model/policies.ts';
import type { Asked } from '../behaviour/step.ts';
import { valueOf, type StoredThing } from './shelf.ts';

/** Milliseconds. */
const DAY = 24 * 60 * 60 * 1000;

/**
 * Whether a thing was made in the period that a request asks for (`period`), both days included. When what
 * examples show was made nobody says: it is in every period.
 */
export function toPeriod(
  { period }: ResourcePolicy,
  asked: Asked,
): (thing: StoredThing) => boolean {
  if (!period) return () => true;
  const [from, to] = [momentOf(valueOf(asked, period.from)), momentOf(valueOf(asked, period.to))];
  return ({ madeAt }) =>
    madeAt === undefined || (madeAt >= (from ?? -Infinity) && madeAt < (to ?? Infinity) + DAY);
}

/** The moment in which a day begins in UTC; undefined where it is none. */
function momentOf(day: Json | undefined): number | undefined {
  const moment = typeof day === 'string' ? Date.parse(day) : Number.NaN;
  return Number.isNaN(moment) ? undefined : moment;
}
