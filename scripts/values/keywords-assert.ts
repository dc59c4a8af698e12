import { isEqual, isObject, objectOf, textOf, type Json, type JsonObject } from '../base/json.ts';
import { isInteger } from './exact-numbers.ts';
import { breaks, type Keyword } from './evaluation.ts';
import { formatNamed } from './formats.ts';
import { uniqueItems } from './unique-items.ts';
import { areTypes, isOfType, ofType, TYPE_NAMES } from './json-types.ts';
import { NUMBER_KEYWORDS } from './number-keywords.ts';
import { toPattern, UNDECIDED } from './patterns.ts';
import { toMemberName, ownMember } from './member-name.ts';

/** `type` (JSON Schema validation, section 6.1.1). */
const type: Keyword = (said, site) => {
  const types = [said].flat();
  if (!areTypes(types)) {
    return site.flaw('type', `type must be one of ${TYPE_NAMES.join(', ')}, or a list of them`);
  }
  const names = types.map(textOf);
  const message = `must be ${names.join(',')}`;
  const [only = ''] = names;
  const fits =
    names.length === 1 ? ofType(only) : (value: Json) => names.some((it) => isOfType(it, value));
  return (value, at, run) => fits(value) || breaks(site, 'type', message, { run, at });
};

/** `const` (section 6.1.3). */
const constant: Keyword = (said, site) => (value, at, run) =>
  isEqual(value, said) || breaks(site, 'const', 'must be equal to constant', { run, at });

/** `enum` (section 6.1.2); it should not be empty, and nothing is valid if it is. */
const oneOfValues: Keyword = (said, site) => {
  if (!Array.isArray(said)) return site.flaw('enum', 'enum must be a list of values');
  const values = said as readonly Json[];
  // All but numbers and what has parts are equal only to themselves.
  const plain = new Set(values);
  const message = 'must be equal to one of the allowed values';
  return (value, at, run) =>
    plain.has(value) ||
    (typeof value !== 'string' && values.some((it) => isEqual(it, value))) ||
    breaks(site, 'enum', message, { run, at });
};

/** `format` (section 7), as formats.ts says. */
function format(kind: 'string' | 'number'): Keyword {
  return (said, site) => {
    if (typeof said !== 'string') return site.flaw('format', 'format must be a string');
    const known = formatNamed(said, kind);
    if (!known) return undefined;
    const message = `must match format "${said}"`;
    return (value, at, run) => known(value) || breaks(site, 'format', message, { run, at });
  };
}

const pattern: Keyword = (said, site) => {
  if (typeof said !== 'string') return site.flaw('pattern', 'pattern must be a string');
  const made = toPattern(said);
  if ('reason' in made)
    return site.flaw('pattern', `pattern is no regular expression: ${made.reason}`);
  const message = `must match pattern "${said}"`;
  return (value, at, run) => {
    const matching = made.test(textOf(value));
    // Nobody is blamed for what is undecided: the second validator cannot tell either.
    const told = matching === 'undecided' ? `${message}, which ${UNDECIDED}` : message;
    return matching === true || breaks(site, 'pattern', told, { run, at });
  };
};

/** Counts of characters, items and properties (sections 6.3 to 6.5). */
function count(
  keyword: string,
  [one, many]: readonly [string, string],
  size: (value: Json) => number,
): Keyword {
  const isMost = keyword.startsWith('max');
  return (said, site) => {
    if (!isInteger(said) || said < 0)
      return site.flaw(keyword, `${keyword} must be a whole number of 0 or more`);
    const limit = Number(said);
    const message = `must not have ${isMost ? 'more' : 'fewer'} than ${said} ${limit === 1 ? one : many}`;
    const fits: (value: Json) => boolean = isMost
      ? (value) => size(value) <= limit
      : (value) => size(value) >= limit;
    return (value, at, run) => fits(value) || breaks(site, keyword, message, { run, at });
  };
}

/** Characters are Unicode's, not UTF-16 units (section 6.3.1). */
function lengthOf(value: Json): number {
  const text = value as string;
  let length = text.length;
  for (let i = 0; i < text.length - 1; i += 1) {
    if (isHigh(text.charCodeAt(i)) && isLow(text.charCodeAt(i + 1))) {
      length -= 1;
      i += 1;
    }
  }
  return length;
}

function isHigh(unit: number): boolean {
  return unit >= 0xd8_00 && unit <= 0xdb_ff;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc_00 && unit <= 0xdf_ff;
}

const CHARACTERS = ['character', 'characters'] as const;
const ITEMS = ['item', 'items'] as const;
const PROPERTIES = ['property', 'properties'] as const;

const required: Keyword = (said, site) => {
  if (!isNames(said)) return site.flaw('required', 'required must be a list of names');
  const names = said.map(toMemberName);
  return (value, at, run) => {
    let isHeld = true;
    for (const it of names) {
      const { name } = it;
      if (ownMember(value as JsonObject, it) !== undefined || run.excuses(at, name)) continue;
      const message = `must have required property '${name}'`;
      isHeld = breaks(site, 'required', message, { run, at, property: name });
      if (!run.found) return false;
    }
    return isHeld;
  };
};

/** `dependentRequired` (section 6.5.4). */
const dependentRequired: Keyword = (said, site) => {
  if (!isObject(said)) return site.flaw('dependentRequired', 'dependentRequired must be an object');
  const dependents = Object.entries(said).flatMap(([name, needed]) =>
    isNames(needed) ? [[name, needed] as const] : [],
  );
  if (dependents.length < Object.keys(said).length) {
    site.flaw('dependentRequired', 'each of dependentRequired must be a list of names');
  }
  return (value, at, run) => {
    let isHeld = true;
    for (const [name, needed] of dependents) {
      if (!Object.hasOwn(value as object, name)) continue;
      for (const property of needed) {
        if (Object.hasOwn(value as object, property) || run.excuses(at, property)) continue;
        isHeld = breaks(site, 'dependentRequired', neededBy(name, needed), { run, at, property });
        if (!run.found) return false;
      }
    }
    return isHeld;
  };
};

function neededBy(name: string, needed: readonly string[]): string {
  const properties = needed.length === 1 ? 'property' : 'properties';
  return `must have ${properties} ${needed.join(', ')} when property ${name} is present`;
}

function isNames(value: Json): value is readonly string[] {
  return Array.isArray(value) && value.every((it) => typeof it === 'string');
}

/** `writeOnly` (section 9.4): where answers are judged, a property that has it is not in one. */
const writeOnly: Keyword = (said, site) => {
  if (typeof said !== 'boolean') return site.flaw('writeOnly', 'writeOnly must be true or false');
  if (!said) return undefined;
  const message = 'must not be in an answer: it is writeOnly';
  return (_value, at, run) =>
    run.direction !== 'response' ||
    at.outer === undefined ||
    breaks(site, 'writeOnly', message, { run, at });
};

/** What JSON Schema's validation vocabulary asserts (sections 6 and 9.4). */
export const ASSERTIONS: ReadonlyMap<string, Keyword> = new Map([
  ['type', type],
  ['const', constant],
  ['enum', oneOfValues],
  ...NUMBER_KEYWORDS,
  ['maxLength', count('maxLength', CHARACTERS, lengthOf)],
  ['minLength', count('minLength', CHARACTERS, lengthOf)],
  ['pattern', pattern],
  ['maxItems', count('maxItems', ITEMS, (value) => (value as readonly Json[]).length)],
  ['minItems', count('minItems', ITEMS, (value) => (value as readonly Json[]).length)],
  ['uniqueItems', uniqueItems],
  ['maxProperties', count('maxProperties', PROPERTIES, namesIn)],
  ['minProperties', count('minProperties', PROPERTIES, namesIn)],
  ['required', required],
  ['dependentRequired', dependentRequired],
  ['writeOnly', writeOnly],
]);

/** `format`, by the kind of value. */
export const FORMATS = { number: format('number'), string: format('string') } as const;

/** Whether a keyword says something of a value and applies no schema to it. */
export function isAssertion(keyword: string): boolean {
  return keyword === 'format' || ASSERTIONS.has(keyword);
}

function namesIn(value: Json): number {
  return Object.keys(objectOf(value)).length;
}
