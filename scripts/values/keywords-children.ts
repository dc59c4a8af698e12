import { arrayOf, isObject, objectOf, type Json, type JsonObject } from '../base/json.ts';
import { isInteger } from './exact-numbers.ts';
import { breaks, holds, type Check, type Keyword, type Site } from './evaluation.ts';
import { appliedBranches, schemaAt } from './keywords-apply.ts';
import { matchesPattern, toPattern } from './patterns.ts';

/** `properties` (JSON Schema 2020-12, core, section 10.3.2.1). */
const properties: Keyword = (said, site) => {
  const checks = schemasIn('properties', said, site);
  return (value, at, run, seen) => {
    const object = value as JsonObject;
    let isHeld = true;
    for (const [name, check] of checks) {
      if (!Object.hasOwn(object, name)) continue;
      seen?.names.add(name);
      if (check(object[name] ?? null, { outer: at, key: name }, run, undefined)) continue;
      isHeld = false;
      if (!run.found) return false;
    }
    return isHeld;
  };
};

/** `patternProperties` (section 10.3.2.2). */
const patternProperties: Keyword = (said, site) => {
  const checks = schemasIn('patternProperties', said, site).flatMap(([pattern, check]) => {
    const made = toPattern(pattern);
    if (!('reason' in made)) return [{ made, check }];
    site.flaw('patternProperties', `${pattern} is no regular expression: ${made.reason}`);
    return [];
  });
  return (value, at, run, seen) => {
    let isHeld = true;
    for (const { made, check } of checks) {
      for (const [name, child] of Object.entries(value as JsonObject)) {
        if (made.test(name) !== true) continue;
        seen?.names.add(name);
        if (check(child, { outer: at, key: name }, run, undefined)) continue;
        isHeld = false;
        if (!run.found) return false;
      }
    }
    return isHeld;
  };
};

/** `additionalProperties` (section 10.3.2.3). */
const additionalProperties: Keyword = (said, site) => {
  const check = schemaAt('additionalProperties', said, site);
  if (!check) return undefined;
  const named = objectOf(site.node['properties']);
  const patterns = Object.keys(objectOf(site.node['patternProperties']));
  const message = 'must not have additional properties';
  return (value, at, run, seen) => {
    if (said === true && !seen) return true;
    let isHeld = true;
    for (const [name, child] of Object.entries(value as JsonObject)) {
      if (Object.hasOwn(named, name) || patterns.some((it) => matchesPattern(it, name) !== false))
        continue;
      seen?.names.add(name);
      if (said === false)
        breaks(site, 'additionalProperties', message, { run, at, property: name });
      else if (check(child, { outer: at, key: name }, run, undefined)) continue;
      isHeld = false;
      if (!run.found) return false;
    }
    return isHeld;
  };
};

/** `propertyNames` (section 10.3.2.4). */
const propertyNames: Keyword = (said, site) => {
  const check = schemaAt('propertyNames', said, site);
  if (!check || said === true) return undefined;
  return (value, at, run) => {
    let isHeld = true;
    for (const name of Object.keys(value as JsonObject)) {
      if (check(name, at, run, undefined)) continue;
      isHeld = breaks(site, 'propertyNames', 'property name must be valid', { run, at });
      if (!run.found) return false;
    }
    return isHeld;
  };
};

/** `unevaluatedProperties` (section 11.3). */
const unevaluatedProperties: Keyword = (said, site) => {
  const check = schemaAt('unevaluatedProperties', said, site);
  const message = 'must not have unevaluated properties';
  return (
    check &&
    ((value, at, run, seen) => {
      let isHeld = true;
      for (const [name, child] of Object.entries(value as JsonObject)) {
        if (seen?.names.has(name)) continue;
        seen?.names.add(name);
        if (said === false)
          breaks(site, 'unevaluatedProperties', message, { run, at, property: name });
        else if (check(child, { outer: at, key: name }, run, undefined)) continue;
        isHeld = false;
        if (!run.found) return false;
      }
      return isHeld;
    })
  );
};

/** `prefixItems` (section 10.3.1.1). */
const prefixItems: Keyword = (said, site) => {
  const checks = appliedBranches('prefixItems', said, site);
  return (value, at, run, seen) => {
    const array = value as readonly Json[];
    let isHeld = true;
    for (const [index, check] of checks.entries()) {
      if (index >= array.length) break;
      seen?.items.add(index);
      if (check(array[index] ?? null, { outer: at, key: index }, run, undefined)) continue;
      isHeld = false;
      if (!run.found) return false;
    }
    return isHeld;
  };
};

/** `items` (section 10.3.1.2). */
const items: Keyword = (said, site) => {
  const check = schemaAt('items', said, site);
  const from = arrayOf(site.node['prefixItems']).length;
  return (
    check &&
    ((value, at, run, seen) => {
      const array = value as readonly Json[];
      if (said === true && !seen) return true;
      if (said === false && from > 0) {
        const message = `must not have more than ${from} items`;
        return array.length <= from || breaks(site, 'items', message, { run, at });
      }
      let isHeld = true;
      for (let index = from; index < array.length; index += 1) {
        seen?.items.add(index);
        if (check(array[index] ?? null, { outer: at, key: index }, run, undefined)) continue;
        isHeld = false;
        if (!run.found) return false;
      }
      return isHeld;
    })
  );
};

/** `contains` with `minContains` and `maxContains` (core, section 10.3.1.3; validation, section 6.4.4). */
const contains: Keyword = (said, site) => {
  const check = schemaAt('contains', said, site);
  const least = countAt(site, 'minContains') ?? 1;
  const most = countAt(site, 'maxContains');
  const limits = most === undefined ? '' : ` and no more than ${most}`;
  const message = `must contain at least ${least}${limits} valid item(s)`;
  return (
    check &&
    ((value, at, run, seen) => {
      const array = value as readonly Json[];
      let count = 0;
      for (const [index, item] of array.entries()) {
        if (!holds(check, item, { outer: at, key: index }, { run })) continue;
        seen?.items.add(index);
        count += 1;
        if (!seen && most === undefined && count >= least) return true;
      }
      if (count >= least && count <= (most ?? Infinity)) return true;
      // Why items are not what is wanted is told where too few are.
      if (run.found && count < least) {
        for (const [index, item] of array.entries())
          check(item, { outer: at, key: index }, run, undefined);
      }
      return breaks(site, 'contains', message, { run, at });
    })
  );
};

function countAt(site: Site, keyword: string): number | undefined {
  const said = site.node[keyword];
  if (said === undefined) return undefined;
  if (isInteger(said) && said >= 0) return Number(said);
  return site.flaw(keyword, `${keyword} must be a whole number of 0 or more`);
}

/** `unevaluatedItems` (section 11.2). */
const unevaluatedItems: Keyword = (said, site) => {
  const check = schemaAt('unevaluatedItems', said, site);
  return (
    check &&
    ((value, at, run, seen) => {
      const array = value as readonly Json[];
      const rest = [...array.keys()].filter((index) => !seen?.items.has(index));
      const [first] = rest;
      if (first === undefined) return true;
      for (const index of rest) seen?.items.add(index);
      if (said === false) {
        const message = `must not have more than ${first} ${first === 1 ? 'item' : 'items'}`;
        return breaks(site, 'unevaluatedItems', message, { run, at });
      }
      let isHeld = true;
      for (const index of rest) {
        if (check(array[index] ?? null, { outer: at, key: index }, run, undefined)) continue;
        isHeld = false;
        if (!run.found) return false;
      }
      return isHeld;
    })
  );
};

/** `dependencies` of older drafts, which 2020-12 leaves to implementations (core, appendix on compatibility). */
const dependencies: Keyword = (said, site) => {
  if (!isObject(said)) return site.flaw('dependencies', 'dependencies must be an object');
  const parts = Object.entries(said).map(([name, it]) => {
    const needed = Array.isArray(it) ? it.filter((each) => typeof each === 'string') : [];
    return {
      name,
      needed,
      check: Array.isArray(it) ? undefined : site.below(it, 'dependencies', name),
    };
  });
  return (value, at, run, seen) => {
    let isHeld = true;
    for (const { name, needed, check } of parts) {
      if (!Object.hasOwn(value as object, name)) continue;
      for (const property of needed) {
        if (Object.hasOwn(value as object, property)) continue;
        const message = `must have property ${property} when property ${name} is present`;
        isHeld = breaks(site, 'dependencies', message, { run, at, property });
      }
      if (check && !check(value, at, run, seen)) isHeld = false;
      if (!isHeld && !run.found) return false;
    }
    return isHeld;
  };
};

function schemasIn(keyword: string, said: Json, site: Site): readonly (readonly [string, Check])[] {
  if (isObject(said)) {
    return Object.entries(said).map(([name, it]) => [name, site.below(it, keyword, name)] as const);
  }
  site.flaw(keyword, `${keyword} must be an object`);
  return [];
}

/** Keywords that apply schemas to items and properties. */
export const CHILDREN: ReadonlyMap<string, Keyword> = new Map([
  ['prefixItems', prefixItems],
  ['items', items],
  ['contains', contains],
  ['unevaluatedItems', unevaluatedItems],
  ['propertyNames', propertyNames],
  ['additionalProperties', additionalProperties],
  ['dependencies', dependencies],
  ['properties', properties],
  ['patternProperties', patternProperties],
  ['unevaluatedProperties', unevaluatedProperties],
]);
