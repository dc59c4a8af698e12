import { arrayOf, isObject, objectOf, textOf, type Json } from '../base/json.ts';
import { areTypes } from './json-types.ts';
import { toMemberName } from './member-name.ts';
import { matchesPattern, toPattern } from './patterns.ts';
import { typeCondition } from './quick-assertions.ts';
import type { QuickSite } from './quick-site.ts';
import { schemaClosure } from './schema-closure.ts';

/**
 * Writes a keyword as a condition of `v`, which is of the keyword's kind; `untold` where that takes more
 * than a value, or it is not as it must be.
 */
type QuickKeyword = (said: Json, site: QuickSite) => string | undefined;

const UNTOLD = 'untold';

const type: QuickKeyword = (said) => {
  const types = [said].flat();
  if (!areTypes(types)) return UNTOLD;
  return `(${types.map((it) => typeCondition(textOf(it))).join('||')})`;
};

/** What leads nowhere or back to itself is for those who tell. */
const ref: QuickKeyword = (said, { resolver, pointer, at }) => {
  const place = typeof said === 'string' ? resolver.follow(said, pointer) : undefined;
  if (!place || !isSchema(place.node)) return UNTOLD;
  const isCircular = schemaClosure(resolver, [place]).some((it) => it.pointer === pointer);
  return isCircular ? UNTOLD : `${at(place)}(v)`;
};

const allOf: QuickKeyword = (said, site) => {
  const branches = branchesOf('allOf', said, site);
  return branches ? joined(branches, '&&', site) : UNTOLD;
};

const anyOf: QuickKeyword = (said, site) => {
  const branches = branchesOf('anyOf', said, site);
  return branches ? `(${joined(branches, '||', site)})` : UNTOLD;
};

/**
 * Where one holds as it stands, one does in a direction as well: those that hold only for what goes the
 * other way are not counted where there is another.
 */
const oneOf: QuickKeyword = (said, site) => {
  const branches = branchesOf('oneOf', said, site);
  if (!branches) return UNTOLD;
  return `${counted(branches, site)}===1`;
};

/** How many of the conditions hold, as a number in the source: 2 stands for more than one. */
function counted(
  conditions: readonly string[],
  site: Pick<QuickSite, 'declare'>,
  count = (it: string) => `if(${it}&&(n+=1)>1)return 2;`,
): string {
  const { declare } = site;
  if (conditions.length <= MOST_CONDITIONS)
    return declare(`let n=0;${conditions.map(count).join('')}return n;`);
  const sums = grouped(conditions).map((some) => counted(some, site, count));
  return counted(sums, site, (it) => `if((n+=${it})>1)return 2;`);
}

/**
 * Conditions that one function has. Of one that has thousands, a compiler that makes it fast takes hundreds of
 * megabytes.
 */
const MOST_CONDITIONS = 20;

function grouped(conditions: readonly string[]): readonly (readonly string[])[] {
  const count = Math.ceil(conditions.length / MOST_CONDITIONS);
  return Array.from({ length: count }, (_, at) =>
    conditions.slice(at * MOST_CONDITIONS, (at + 1) * MOST_CONDITIONS),
  );
}

/** Conditions joined, many of them in functions of their own. */
function joined(
  conditions: readonly string[],
  by: '&&' | '||',
  site: Pick<QuickSite, 'declare'>,
): string {
  if (conditions.length <= MOST_CONDITIONS) return conditions.join(by);
  const groups = grouped(conditions).map((some) => site.declare(`return ${some.join(by)};`));
  return joined(groups, by, site);
}

function branchesOf(keyword: string, said: Json, { below }: QuickSite): string[] | undefined {
  if (!Array.isArray(said) || said.length === 0) return undefined;
  return said.map((it: Json, index) => `${below(it, keyword, index)}(v)`);
}

const not: QuickKeyword = (said, { below }) =>
  isSchema(said) ? `!${below(said, 'not')}(v)` : UNTOLD;

const conditional: QuickKeyword = (said, { node, below }) => {
  if (!isSchema(said)) return UNTOLD;
  const parts = ['then', 'else'].map((keyword) => {
    const part = node[keyword];
    if (part === undefined) return 'true';
    return isSchema(part) ? `${below(part, keyword)}(v)` : UNTOLD;
  });
  if (parts.includes(UNTOLD)) return UNTOLD;
  return `(${below(said, 'if')}(v)?${parts.join(':')})`;
};

/** What an answer must not hold is told with its place. */
const writeOnly: QuickKeyword = (said, { isAnswer }) =>
  isAnswer && said !== false ? UNTOLD : undefined;

const items: QuickKeyword = (said, { node, below, declare }) => {
  if (said === true) return undefined;
  if (!isSchema(said)) return UNTOLD;
  const check = below(said, 'items');
  const from = arrayOf(node['prefixItems']).length;
  return declare(
    `for(let i=${from};i<v.length;i+=1)if(!${check}(v[i]??null))return false;return true;`,
  );
};

const prefixItems: QuickKeyword = (said, site) => {
  const { below } = site;
  if (!Array.isArray(said)) return UNTOLD;
  const checks = said.map(
    (it: Json, index) =>
      `(v.length<=${index}||${below(it, 'prefixItems', index)}(v[${index}]??null))`,
  );
  return checks.length === 0 ? undefined : joined(checks, '&&', site);
};

const required: QuickKeyword = (said, site) => {
  if (!Array.isArray(said) || !said.every((it) => typeof it === 'string')) return UNTOLD;
  if (said.length === 0) return undefined;
  const present = said.map((name) => `${memberOf(name)}!==undefined`);
  return joined(present, '&&', site);
};

const properties: QuickKeyword = (said, site) => {
  const { below, declare } = site;
  if (!isObject(said)) return UNTOLD;
  const checks = Object.entries(said).map(([name, it]) => {
    if (it === true) return '';
    const check = below(it, 'properties', name);
    return `c=${memberOf(name)};if(c!==undefined&&!${check}(c))return false;`;
  });
  const groups = grouped(checks).map((some) => declare(`let c;${some.join('')}return true;`));
  return groups.length === 0 ? undefined : joined(groups, '&&', site);
};

/** A member of `v`: of its own, where every object inherits one of that name. */
function memberOf(name: string): string {
  const text = JSON.stringify(name);
  return toMemberName(name).isInherited
    ? `(Object.hasOwn(v,${text})?v[${text}]:undefined)`
    : `v[${text}]`;
}

const additionalProperties: QuickKeyword = (said, { node, below, declare, keep }) => {
  if (said === true) return undefined;
  if (!isSchema(said)) return UNTOLD;
  const names = Object.keys(objectOf(node['properties']));
  const patterns = Object.keys(objectOf(node['patternProperties']));
  const isPatterned = (name: string): boolean =>
    patterns.some((it) => matchesPattern(it, name) !== false);
  const isOther = [
    ...(names.length > 0 ? [`!${keep(new Set(names))}.has(n)`] : []),
    ...(patterns.length > 0 ? [`!${keep(isPatterned)}(n)`] : []),
  ];
  const check = said === false ? 'false' : `${below(said, 'additionalProperties')}(v[n]??null)`;
  // What was read from JSON inherits nothing that could be enumerated.
  return declare(
    `for(const n in v)if(${[...isOther, `!${check}`].join('&&')})return false;return true;`,
  );
};

const patternProperties: QuickKeyword = (said, { below, declare, keep }) => {
  if (!isObject(said)) return UNTOLD;
  const checks: string[] = [];
  for (const [source, it] of Object.entries(said)) {
    const pattern = toPattern(source);
    if ('reason' in pattern) return UNTOLD;
    const check = below(it, 'patternProperties', source);
    checks.push(`if(${keep(pattern)}.test(n)===true&&!${check}(v[n]??null))return false;`);
  }
  return checks.length === 0
    ? undefined
    : declare(`for(const n in v){${checks.join('')}}return true;`);
};

const propertyNames: QuickKeyword = (said, { below, declare }) => {
  if (!isSchema(said)) return UNTOLD;
  return declare(
    `for(const n in v)if(!${below(said, 'propertyNames')}(n))return false;return true;`,
  );
};

function isSchema(node: Json): boolean {
  return typeof node === 'boolean' || isObject(node);
}

/** The keywords that apply schemas, and those that are written in a few words. */
export const QUICK_KEYWORDS: ReadonlyMap<string, QuickKeyword> = new Map([
  ['type', type],
  ['$ref', ref],
  ['allOf', allOf],
  ['anyOf', anyOf],
  ['oneOf', oneOf],
  ['not', not],
  ['if', conditional],
  ['writeOnly', writeOnly],
  ['items', items],
  ['prefixItems', prefixItems],
  ['required', required],
  ['properties', properties],
  ['additionalProperties', additionalProperties],
  ['patternProperties', patternProperties],
  ['propertyNames', propertyNames],
]);
