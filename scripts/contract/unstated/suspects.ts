import { arrayOf, isObject } from '../../base/json.ts';
import { encodeComponent } from '../../base/encode-component.ts';
import { isNumber } from '../../values/exact-numbers.ts';
import { ABSENT } from '../../values/violations.ts';
import type { Draft } from '../generation/draft.ts';
import { arrayProbes } from './array-rules.ts';
import type { Inquiry } from './inquiry.ts';
import { NUMBER_PROBES } from './number-rules.ts';
import { isSamePlace, put, type Given, type InputPlace } from './input-place.ts';
import { closedTo } from './presence-rules.ts';
import { isFreeText, textProbes } from './text-rules.ts';

/** What is looked for at a place. */
export type Search = 'value' | 'null' | 'required' | 'closed';

interface Probe {
  readonly place: InputPlace;
  readonly search: Search;
  readonly value: Given;
}

/** Places of one request that are changed at a time. */
const MOST_TOGETHER = 12;

/**
 * The places at which a server refuses something that the description allows, each as soon as it is found. Changes at
 * different places share a request, so that few requests tell where nothing is refused.
 */
export async function* suspectsAmong(
  inquiry: Inquiry,
  base: Draft,
  places: readonly InputPlace[],
): AsyncGenerator<readonly [InputPlace, ReadonlySet<Search>]> {
  const known = new Set<InputPlace>();
  const probes = [...probesOf(places)];
  // What is refused once may be refused for anything.
  const isRefused = async ({ place, value }: Probe) =>
    (await inquiry.ask(base, place, value))?.kind === 'refused' &&
    (await inquiry.ask(base, place, value))?.kind === 'refused';
  for (const group of gather(inquiry, base, probes)) {
    const open = group.filter(({ place }) => !known.has(place));
    if (open.length > 1) {
      const all = open.reduce((draft, { place, value }) => put(draft, place, value), base);
      if ((await inquiry.send(all))?.kind === 'taken') continue;
    }
    for (const probe of open) {
      const { place } = probe;
      if (!(await isRefused(probe))) continue;
      known.add(place);
      const searches = new Set([probe.search]);
      for (const other of probes) {
        if (other.place !== place || searches.has(other.search)) continue;
        if (inquiry.isAllowed(put(base, place, other.value), place) && (await isRefused(other)))
          searches.add(other.search);
      }
      yield [place, searches];
    }
  }
}

function* probesOf(places: readonly InputPlace[]): Generator<Probe> {
  for (const place of places) {
    const { value, schema } = place;
    for (const it of valuesAt(place)) yield { place, search: 'value', value: it };
    const types = [schema['type']].flat();
    if (value !== null && (types.includes('null') || arrayOf(schema['anyOf']).some(isNull)))
      yield { place, search: 'null', value: null };
    if (place.isOptional) yield { place, search: 'required', value: ABSENT };
    const [extra] = closedTo(place, value)?.refused ?? [];
    if (extra !== undefined) yield { place, search: 'closed', value: extra };
  }
}

function isNull(schema: unknown): boolean {
  return isObject(schema) && schema['type'] === 'null';
}

function valuesAt(place: InputPlace): readonly Given[] {
  const { value, schema } = place;
  if ('enum' in schema || 'const' in schema) return [];
  if (isNumber(value)) return NUMBER_PROBES;
  if (isFreeText(place)) return textProbes(place);
  return Array.isArray(value) ? arrayProbes(arrayOf(value)) : [];
}

/** Bytes of a request's head that are changed at a time: how many more a server takes is its own business. */
const MOST_IN_HEAD = 4000;

function inHead({ place, value }: Probe): number {
  const isInHead = place.part.parameter !== undefined;
  return isInHead && typeof value === 'string' ? encodeComponent(value).length : 0;
}

/** Probes that can share a request, at places that have nothing to do with each other. */
function gather(inquiry: Inquiry, base: Draft, probes: Iterable<Probe>): readonly Probe[][] {
  const groups: Probe[][] = [];
  for (const probe of probes) {
    if (!inquiry.isAllowed(put(base, probe.place, probe.value), probe.place)) continue;
    const fitting = groups.find(
      (group) =>
        group.length < MOST_TOGETHER &&
        !group.some((it) => isSamePlace(it.place, probe.place)) &&
        [...group, probe].reduce((all, it) => all + inHead(it), 0) <= MOST_IN_HEAD,
    );
    if (fitting) fitting.push(probe);
    else groups.push([probe]);
  }
  return groups;
}
