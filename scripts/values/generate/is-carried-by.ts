import type { Json } from '../../base/json.ts';
import { resolverOf } from '../resolve.ts';
import { accepts } from './accepts.ts';
import { RESTRICTIONS, type Destination } from './destination.ts';

/** A document without schemas: restrictions refer to none. */
const NOTHING = {};

/** Whether a place carries a value as it is: it may have no null, no control characters, or no slash. */
export function isCarriedBy(destination: Destination, value: Json): boolean {
  const node = RESTRICTIONS[destination];
  return !node || accepts(resolverOf(NOTHING), { node, at: '#', scope: [] }, value);
}
