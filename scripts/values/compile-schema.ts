import type { SchemaFlaw } from '../model/api-model.ts';
import { isObject, type Json, type JsonObject } from '../base/json.ts';
import { append } from '../base/json-pointer.ts';
import { isNumber } from './exact-numbers.ts';
import {
  addSeen,
  holdsSeeing,
  newSeen,
  pointerTo,
  type Check,
  type Run,
  type Seen,
  type Site,
  type Spot,
} from './evaluation.ts';
import { keywordsIn, type Kind } from './keywords.ts';
import { LEAST_PATIENCE, patienceOf } from './patience.ts';
import type { Place, Resolver } from './resolve.ts';
import { keywordsInUse, type Dialect } from './keywords-in-use.ts';

/** Steps and nested schemas after which a check is given up. */
const MOST_STEPS = 5_000_000;
const DEEPEST = 3_000;

/** A schema made ready. */
export interface CompiledSchema {
  readonly check: Check;
  readonly flaws: readonly SchemaFlaw[];
  /** The schemas that it applies. */
  readonly leads: readonly Place[];
}

/** What a schema needs of the others, and how all are read. */
export interface CompileSettings {
  readonly checkAt: (place: Place) => Check;
  readonly reading: Dialect;
}

/** Makes one schema ready; those that it applies are left until they are used. */
export function compileSchema(
  resolver: Resolver,
  place: Place,
  { checkAt, reading }: CompileSettings,
): CompiledSchema {
  const { node, pointer } = place;
  if (node === false) return { check: toRefusal(place), flaws: [], leads: [] };
  if (!isObject(node)) return { check: () => true, flaws: [], leads: [] };
  const flaws: SchemaFlaw[] = [];
  const leads: Place[] = [];
  const lead = (to: Place): Check => {
    leads.push(to);
    return checkAt(to);
  };
  const site: Site = {
    node,
    pointer,
    resolver,
    below: (inner, ...tokens) => lead({ node: inner, pointer: append(pointer, ...tokens) }),
    at: lead,
    flaw: (keyword, message) => void flaws.push({ at: append(pointer, keyword), message }),
  };
  return { check: toCheck(site, reading, () => leads.length === 0), flaws, leads };
}

function toRefusal({ pointer }: Place): Check {
  const message = 'boolean schema is false';
  return (_value, at, { found }) => {
    const keyword = 'false schema';
    found?.push({ instance: pointerTo(at), constraint: pointer, keyword, expected: null, message });
    return false;
  };
}

type Groups = Readonly<Record<Kind, readonly Check[]>>;

function toCheck(site: Site, reading: Dialect, isLeaf: () => boolean): Check {
  const { node, pointer, resolver } = site;
  const isUsed = keywordsInUse(resolver, pointer, reading);
  const groups: Record<Kind, Check[]> = {
    type: [],
    any: [],
    number: [],
    string: [],
    array: [],
    object: [],
  };
  for (const { name, kind, keyword } of keywordsIn(node)) {
    const said = isUsed(name) ? node[name] : undefined;
    const check = said === undefined ? undefined : keyword(said, site);
    if (check) groups[kind].push(check);
  }
  const parts = inTurn(groups, isTypeLater(node, groups));
  const isLast =
    Object.hasOwn(node, 'unevaluatedProperties') || Object.hasOwn(node, 'unevaluatedItems');
  const seeing: Check = isLast
    ? (value, at, run, outer) => {
        const seen = newSeen();
        const isHeld = parts(value, at, run, seen);
        if (outer) addSeen(outer, seen);
        return isHeld;
      }
    : parts;
  const resource = resolver.isDynamic ? resolver.resourceAt(pointer) : undefined;
  const entering: Check =
    resource === undefined
      ? seeing
      : (value, at, run, seen) => {
          const { scope } = run;
          if (scope?.resource !== resource) run.scope = { resource, outer: scope };
          const isHeld = seeing(value, at, run, seen);
          run.scope = scope;
          return isHeld;
        };
  if (isLeaf()) return ofLeaf(entering);
  let patience = resolver.isDynamic ? Infinity : undefined;
  return withinBounds(entering, () => (patience ??= patienceOf(resolver, { node, pointer })));
}

/** The keywords of a schema, one after the other. */
function inTurn(
  { type, any, number, string, array, object }: Groups,
  typesComeLater: boolean,
): Check {
  const first = [...type, ...any];
  const told = typesComeLater ? [...any, ...type] : first;
  const groupOf = (value: Json): readonly Check[] => {
    if (typeof value === 'string') return string;
    if (isNumber(value)) return number;
    if (Array.isArray(value)) return array;
    return isObject(value) ? object : NONE;
  };
  return (value, at, run, seen) => {
    if (run.found) {
      const isHeld = tellAll(told, value, at, { run, seen });
      return tellAll(groupOf(value), value, at, { run, seen }) && isHeld;
    }
    for (const check of first) if (!check(value, at, run, seen)) return false;
    for (const check of groupOf(value)) if (!check(value, at, run, seen)) return false;
    return true;
  };
}

const NONE: readonly Check[] = [];

/** Where nothing is told the first that fails is enough; here each tells. */
function tellAll(
  checks: readonly Check[],
  value: Json,
  at: Spot,
  { run, seen }: { readonly run: Run; readonly seen: Seen | undefined },
): boolean {
  let isHeld = true;
  for (const check of checks) if (!check(value, at, run, seen)) isHeld = false;
  return isHeld;
}

/** A type is told after what is about values of any type where the schema says more of that type. */
function isTypeLater({ type }: JsonObject, groups: Groups): boolean {
  const [only, ...others] = [type].flat();
  if (others.length > 0) return false;
  return (
    (only === 'number' || only === 'string' || only === 'array' || only === 'object') &&
    groups[only].length > 0
  );
}

/** Keeps a check from running without end, and from telling or finding one thing again and again. */
function withinBounds(check: Check, patience: () => number): Check {
  const bounded: Check = (value, at, run, seen) => {
    const { effort } = run;
    effort.steps += 1;
    if (effort.steps > MOST_STEPS || effort.depth > DEEPEST) {
      effort.isExhausted = true;
      return true;
    }
    if (run.found) return tellWithin(bounded, value, at, { run, seen }, check);
    if (!seen && effort.steps >= LEAST_PATIENCE && effort.steps >= patience()) {
      const known = knownTo(run, bounded);
      const isHeld = known.get(value) ?? descend(check, value, at, run, seen);
      known.set(value, isHeld);
      return isHeld;
    }
    return descend(check, value, at, run, seen);
  };
  return bounded;
}

/** Most of a value holds, and of that nothing has to be told. */
function tellWithin(
  bounded: Check,
  value: Json,
  at: Spot,
  { run, seen }: { readonly run: Run; readonly seen: Seen | undefined },
  check: Check,
): boolean {
  if (holdsSeeing(bounded, value, at, { run, seen })) return true;
  return !isTold(bounded, value, at, run) && descend(check, value, at, run, seen);
}

/** A schema that applies no other comes to its end. */
function ofLeaf(check: Check): Check {
  const bounded = withinBounds(check, () => Infinity);
  return (value, at, run, seen) => {
    if (run.found) return bounded(value, at, run, seen);
    run.effort.steps += 1;
    return check(value, at, run, seen);
  };
}

function knownTo(run: Run, check: Check): Map<Json, boolean> {
  run.memo ??= new Map();
  const known = run.memo.get(check) ?? new Map<Json, boolean>();
  run.memo.set(check, known);
  return known;
}

function descend(check: Check, value: Json, at: Spot, run: Run, seen: Seen | undefined): boolean {
  run.effort.depth += 1;
  const isHeld = check(value, at, run, seen);
  run.effort.depth -= 1;
  return isHeld;
}

/** Whether a schema has told already what is wrong at a place; it counts as told from now on. */
function isTold(check: Check, value: Json, at: Spot, run: Run): boolean {
  // A name of a property is judged at the place of its object.
  const key = `${typeof value === 'string' ? value : ''} ${pointerTo(at)}`;
  const told = (run.told ??= new Map<string, Set<Check>>());
  const checks = told.get(key) ?? new Set();
  told.set(key, checks);
  return checks.has(check) || !checks.add(check);
}
