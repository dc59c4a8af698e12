import { isObject, type Json } from '../../base/json.ts';
import type { Direction } from '../../model/api-model.ts';
import { toResolver } from '../resolve.ts';
import { accepts } from './accepts.ts';
import type { Conjunct } from './conjunct.ts';
import type { Destination } from './destination.ts';
import { drawBySeed, LEAST_DRAW, type Draw } from './draw.ts';
import { forgeOf, newForge, wantedOf, type Forge } from './forge.ts';
import { makeWhole } from './make-value.ts';
import type { Style } from './making.ts';
import { hasOneWay, toOneWayFilter } from './one-way-members.ts';

export interface ValueOptions {
  /** Where the value is to be sent: JSON where nothing is said. */
  readonly destination?: Destination | undefined;
  /** Which way it goes: what is readOnly is no part of a request, what is writeOnly none of a response. */
  readonly direction?: Direction | undefined;
  /** Documents that the schema may refer to, by their addresses. */
  readonly others?: ReadonlyMap<string, Json> | undefined;
}

/** Makes the values of one schema. */
export interface Maker {
  readonly forge: Forge;
  readonly wanted: readonly Conjunct[];
  readonly make: (draw: Draw, style: Style) => Json | undefined;
  /** The simplest value that was found, the same each time. */
  readonly least: () => Json | undefined;
}

export function toMaker(document: Json, schema: Json | undefined, options: ValueOptions): Maker {
  const { destination = 'json', direction, others } = options;
  const forge = others
    ? newForge(toResolver(document, others), destination)
    : forgeOf(document, destination);
  const wanted = wantedOf(forge, schema);
  const [own] = wanted;
  const filter =
    direction !== undefined && own && isObject(own.node) && hasOneWay(document)
      ? toOneWayFilter(forge.resolver, { node: own.node, pointer: own.at }, direction)
      : undefined;

  const make: Maker['make'] = (draw, style) => {
    const value = makeWhole(forge, wanted, draw, style);
    if (value === undefined || !filter || !own) return value;
    const sent = filter(value);
    if (accepts(forge.resolver, own, sent, direction)) return sent;
    // A request may hold what its server ignores.
    return direction === 'request' ? value : undefined;
  };
  let least: { readonly value: Json | undefined } | undefined;
  return { forge, wanted, make, least: () => (least ??= { value: findLeast(make) }).value };
}

const SEEDS = 12;

function findLeast(make: Maker['make']): Json | undefined {
  const simplest = make(LEAST_DRAW, 'varied');
  if (simplest !== undefined) return simplest;
  for (let seed = 0; seed < SEEDS; seed += 1) {
    const value = make(drawBySeed(String(seed)), seed % 2 === 0 ? 'varied' : 'sample');
    if (value !== undefined) return value;
  }
  return undefined;
}
