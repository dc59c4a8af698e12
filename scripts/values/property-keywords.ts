import { isObject, objectOf, type Json, type JsonObject } from '../base/json.ts';
import { breaks, type Check, type Keyword, type Site } from './evaluation.ts';
import { checkUnder } from './keywords-apply.ts';
import { toMemberName, ownMember } from './member-name.ts';
import { matchesPattern, toPattern } from './patterns.ts';

/** `properties` (JSON Schema 2020-12, core, section 10.3.2.1). */
const properties: Keyword = (said, site) => {
  const checks = schemasIn('properties', said, site).map(
    ([name, check]) => [toMemberName(name), check] as const,
  );
  return (value, at, run, seen) => {
    const object = value as JsonObject;
    let isHeld = true;
    for (const [it, check] of checks) {
      const child = ownMember(object, it);
      if (child === undefined) continue;
      seen?.names.add(it.name);
      if (check(child, { outer: at, key: it.name }, run, undefined)) continue;
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
  const check = checkUnder('additionalProperties', said, site);
  if (!check) return undefined;
  const named = new Set(Object.keys(objectOf(site.node['properties'])));
  const patterns = Object.keys(objectOf(site.node['patternProperties']));
  const message = 'must not have additional properties';
  return (value, at, run, seen) => {
    if (said === true && !seen) return true;
    let isHeld = true;
    for (const name of Object.keys(value as JsonObject)) {
      if (named.has(name) || patterns.some((it) => matchesPattern(it, name) !== false)) continue;
      const child = (value as JsonObject)[name] ?? null;
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
  const check = checkUnder('propertyNames', said, site);
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
  const check = checkUnder('unevaluatedProperties', said, site);
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

/** Keywords that apply schemas to properties. */
export const PROPERTY_KEYWORDS: ReadonlyMap<string, Keyword> = new Map([
  ['propertyNames', propertyNames],
  ['additionalProperties', additionalProperties],
  ['dependencies', dependencies],
  ['properties', properties],
  ['patternProperties', patternProperties],
  ['unevaluatedProperties', unevaluatedProperties],
]);
