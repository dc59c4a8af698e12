import type { Breach, Direction } from '../model/api-model.ts';
import type { Json, JsonObject } from '../base/json.ts';
import { append, type Pointer } from '../base/json-pointer.ts';
import type { Place, Resolver } from './resolve.ts';

/** A place in a value, from the inside out. */
export interface Spot {
  readonly outer: Spot | undefined;
  readonly key: string | number;
}

/** The whole value. */
export const WHOLE: Spot = { outer: undefined, key: '' };

/** What keywords have looked at in one object or array (JSON Schema 2020-12, core, section 11). */
export interface Seen {
  readonly names: Set<string>;
  readonly items: Set<number>;
}

/** One check of one value. */
export interface Run {
  readonly direction: Direction | undefined;
  /** Whether a property need not be there, though it is required: it goes the other way only. */
  readonly excuses: (at: Spot, name: string) => boolean;
  /** Where breaches are put; undefined as long as only yes or no is asked. */
  found: Breach[] | undefined;
  readonly effort: Effort;
  /** What is known of a check and a value, once it pays to remember. */
  memo: Map<Check, Map<Json, boolean>> | undefined;
  /** Schemas whose breaches of a place are told already. */
  told: Map<string, Set<Check>> | undefined;
  /** Resources entered, the innermost first, where `$dynamicRef` is used. */
  scope: Scope | undefined;
  /** References being followed that may lead back to themselves. */
  entered: Entered | undefined;
}

export interface Effort {
  steps: number;
  depth: number;
  /** Whether the check was given up: it takes too long or nests too deep. */
  isExhausted: boolean;
}

export interface Scope {
  readonly resource: Pointer;
  readonly outer: Scope | undefined;
}

export interface Entered {
  readonly check: Check;
  readonly value: Json;
  readonly outer: Entered | undefined;
}

/** Whether a value holds; tells the run what it breaks, and `seen` what was looked at. */
export type Check = (value: Json, at: Spot, run: Run, seen: Seen | undefined) => boolean;

/** A schema whose keywords are made ready. */
export interface Site {
  readonly node: JsonObject;
  readonly pointer: Pointer;
  readonly resolver: Resolver;
  /** The check of a schema inside this one. */
  readonly below: (node: Json, ...tokens: readonly (string | number)[]) => Check;
  /** The check of a schema elsewhere. */
  readonly at: (place: Place) => Check;
  /** Names something that is not as it must be: it asserts nothing. */
  readonly flaw: (keyword: string, message: string) => undefined;
}

/** Makes a keyword ready; undefined where it asserts nothing. */
export type Keyword = (said: Json, site: Site) => Check | undefined;

export function pointerTo(at: Spot): string {
  if (at.outer === undefined) return '';
  return append(`#${pointerTo(at.outer)}`, at.key).slice(1);
}

/** Tells a breach of a keyword, of a property of the value where one is named. It is always false. */
export function breaks(
  { node, pointer }: Pick<Site, 'node' | 'pointer'>,
  keyword: string,
  message: string,
  { run, at, property }: { readonly run: Run; readonly at: Spot; readonly property?: string },
): false {
  run.found?.push({
    instance: pointerTo(property === undefined ? at : { outer: at, key: property }),
    constraint: append(pointer, keyword),
    keyword,
    expected: node[keyword] ?? null,
    message,
  });
  return false;
}

/** Asks without telling. */
export function holds(
  check: Check,
  value: Json,
  at: Spot,
  { run, seen }: { readonly run: Run; readonly seen?: Seen | undefined },
): boolean {
  const { found } = run;
  run.found = undefined;
  const isHeld = check(value, at, run, seen);
  run.found = found;
  return isHeld;
}

export function newSeen(): Seen {
  return { names: new Set(), items: new Set() };
}

/** Asks without telling; what a schema has looked at counts only where it holds (section 7.7.1.2). */
export function holdsSeeing(
  check: Check,
  value: Json,
  at: Spot,
  { run, seen }: { readonly run: Run; readonly seen: Seen | undefined },
): boolean {
  if (!seen) return holds(check, value, at, { run });
  const own = newSeen();
  const isHeld = holds(check, value, at, { run, seen: own });
  if (isHeld) addSeen(seen, own);
  return isHeld;
}

export function addSeen(all: Seen, more: Seen): void {
  for (const name of more.names) all.names.add(name);
  for (const item of more.items) all.items.add(item);
}
