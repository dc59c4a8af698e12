import { arrayOf, type Json } from '../base/json.ts';
import { isInteger } from './exact-numbers.ts';
import { breaks, holds, type Keyword, type Site } from './evaluation.ts';
import { checksUnder, checkUnder } from './keywords-apply.ts';

/** `prefixItems` (section 10.3.1.1). */
const prefixItems: Keyword = (said, site) => {
  const checks = checksUnder('prefixItems', said, site);
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
  const check = checkUnder('items', said, site);
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
  const check = checkUnder('contains', said, site);
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
  const check = checkUnder('unevaluatedItems', said, site);
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

/** Keywords that apply schemas to items. */
export const ITEM_KEYWORDS: ReadonlyMap<string, Keyword> = new Map([
  ['prefixItems', prefixItems],
  ['items', items],
  ['contains', contains],
  ['unevaluatedItems', unevaluatedItems],
]);
