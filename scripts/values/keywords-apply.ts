import { isObject, textOf, type Json } from '../base/json.ts';
import type { Pointer } from '../base/json-pointer.ts';
import {
  breaks,
  holds,
  holdsSeeing,
  type Check,
  type Keyword,
  type Run,
  type Site,
  type Spot,
} from './evaluation.ts';
import { schemaClosure } from './schema-closure.ts';

/** `allOf` (JSON Schema 2020-12, core, section 10.2.1.1). */
const allOf: Keyword = (said, site) => {
  const branches = checksUnder('allOf', said, site);
  return (value, at, run, seen) => {
    let isHeld = true;
    for (const branch of branches) {
      if (branch(value, at, run, seen)) continue;
      isHeld = false;
      if (!run.found) return false;
    }
    return isHeld;
  };
};

/** `anyOf` (section 10.2.1.2). */
const anyOf: Keyword = (said, site) => {
  const branches = checksUnder('anyOf', said, site);
  if (branches.length === 0) return undefined;
  return (value, at, run, seen) => {
    let isHeld = false;
    for (const branch of branches) {
      if (!holdsSeeing(branch, value, at, { run, seen })) continue;
      isHeld = true;
      if (!seen) return true;
    }
    return (
      isHeld ||
      tellAll(branches, value, at, run) ||
      breaks(site, 'anyOf', 'must match a schema in anyOf', { run, at })
    );
  };
};

/** `oneOf` (section 10.2.1.3). */
const oneOf: Keyword = (said, site) => {
  const branches = checksUnder('oneOf', said, site);
  if (branches.length === 0) return undefined;
  /** The one that holds, or how it is otherwise. */
  const heldBy = (value: Json, at: Spot, run: Run): Check | 'none' | 'several' => {
    let held: Check | 'none' = 'none';
    for (const branch of branches) {
      if (!holds(branch, value, at, { run })) continue;
      if (held !== 'none') return 'several';
      held = branch;
    }
    return held;
  };
  return (value, at, run, seen) => {
    let held = heldBy(value, at, run);
    // What may be left out in a direction may be what tells the branches apart.
    if (held === 'several' && run.direction) held = heldBy(value, at, withoutDirection(run));
    if (typeof held === 'function')
      return !seen || holdsSeeing(held, value, at, { run, seen }) || true;
    if (held === 'none') tellAll(branches, value, at, run);
    return breaks(site, 'oneOf', 'must match exactly one schema in oneOf', { run, at });
  };
};

function tellAll(branches: readonly Check[], value: Json, at: Spot, run: Run): false {
  if (run.found) for (const branch of branches) branch(value, at, run, undefined);
  return false;
}

/** `not` (section 10.2.1.4). */
const not: Keyword = (said, site) => {
  const inner = checkUnder('not', said, site);
  return (
    inner &&
    ((value, at, run) =>
      !holds(inner, value, at, { run: withoutDirection(run) }) ||
      breaks(site, 'not', 'must not be valid', { run, at }))
  );
};

/** `if`, `then` and `else` (section 10.2.2). */
const conditional: Keyword = (said, site) => {
  const test = checkUnder('if', said, site);
  const parts = (['then', 'else'] as const).map((keyword) => {
    const part = site.node[keyword];
    return part === undefined ? undefined : checkUnder(keyword, part, site);
  });
  if (!test) return undefined;
  return (value, at, run, seen) => {
    const isMet = holdsSeeing(test, value, at, { run: withoutDirection(run), seen });
    const next = isMet ? parts[0] : parts[1];
    if (!next || next(value, at, run, seen)) return true;
    return breaks(site, 'if', `must match "${isMet ? 'then' : 'else'}" schema`, { run, at });
  };
};

/** What a schema excludes or tests is meant as it stands, whichever way the value goes. */
function withoutDirection(run: Run): Run {
  if (!run.direction) return run;
  return { ...run, direction: undefined, excuses: () => false, memo: undefined, found: undefined };
}

/** `dependentSchemas` (section 10.2.2.4). */
const dependentSchemas: Keyword = (said, site) => {
  if (!isObject(said)) return site.flaw('dependentSchemas', 'dependentSchemas must be an object');
  const dependents = Object.entries(said).map(
    ([name, schema]) => [name, site.below(schema, 'dependentSchemas', name)] as const,
  );
  return (value, at, run, seen) => {
    let isHeld = true;
    for (const [name, check] of dependents) {
      if (!Object.hasOwn(value as object, name) || check(value, at, run, seen)) continue;
      isHeld = false;
      if (!run.found) return false;
    }
    return isHeld;
  };
};

/** `$ref` (section 8.2.3.1). What leads nowhere asserts nothing. */
const ref: Keyword = (said, site) => {
  const place = typeof said === 'string' ? site.resolver.follow(said, site.pointer) : undefined;
  if (!place) return site.flaw('$ref', `$ref leads nowhere: ${textOf(said)}`);
  if (!isSchema(place.node))
    return site.flaw('$ref', `$ref leads to what is no schema: ${textOf(said)}`);
  const check = site.at(place);
  const isCircular = schemaClosure(site.resolver, [place]).some(
    (it) => it.pointer === site.pointer,
  );
  if (!isCircular) return check;
  site.flaw('$ref', `$ref leads back to itself: ${textOf(said)}`);
  return once(check);
};

/** A check that holds where it is being made already: that it leads back to itself says nothing more. */
function once(check: Check): Check {
  return (value, at, run, seen) => {
    const { entered } = run;
    for (let it = entered; it; it = it.outer) {
      if (it.check === check && Object.is(it.value, value)) return true;
    }
    run.entered = { check, value, outer: entered };
    const isHeld = check(value, at, run, seen);
    run.entered = entered;
    return isHeld;
  };
}

/** `$dynamicRef` (section 8.2.3.2): where it leads depends on the way to it. */
const dynamicRef: Keyword = (said, site) => {
  if (typeof said !== 'string') return site.flaw('$dynamicRef', '$dynamicRef must be a string');
  if (!site.resolver.follow(said, site.pointer)) {
    return site.flaw('$dynamicRef', `$dynamicRef leads nowhere: ${said}`);
  }
  const checks = new Map<Pointer, Check>();
  return (value, at, run, seen) => {
    const entered: Pointer[] = [];
    for (let it = run.scope; it; it = it.outer) entered.unshift(it.resource);
    const place = site.resolver.followDynamic(said, site.pointer, entered);
    if (!place || !isSchema(place.node)) return true;
    const check = checks.get(place.pointer) ?? once(site.at(place));
    checks.set(place.pointer, check);
    return check(value, at, run, seen);
  };
};

function isSchema(node: Json): boolean {
  return typeof node === 'boolean' || isObject(node);
}

export function checkUnder(keyword: string, said: Json, site: Site): Check | undefined {
  if (isSchema(said)) return site.below(said, keyword);
  return site.flaw(keyword, `${keyword} must be a schema`);
}

export function checksUnder(keyword: string, said: Json, site: Site): readonly Check[] {
  if (Array.isArray(said)) return said.map((it: Json, index) => site.below(it, keyword, index));
  site.flaw(keyword, `${keyword} must be a list of schemas`);
  return [];
}

/** Keywords that apply schemas to the same value. */
export const COMPOSITION: ReadonlyMap<string, Keyword> = new Map([
  ['$ref', ref],
  ['$dynamicRef', dynamicRef],
  ['not', not],
  ['anyOf', anyOf],
  ['oneOf', oneOf],
  ['allOf', allOf],
  ['if', conditional],
  ['dependentSchemas', dependentSchemas],
]);
