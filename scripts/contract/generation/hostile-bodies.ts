import { isObject, type Json } from '../../base/json.ts';
import { jsonOrNone } from '../../base/json-text.ts';
import { isNumber } from '../../values/exact-numbers.ts';

/** A body that a server may refuse, and that makes no careful one fail. */
export interface HostileBody {
  /** What it has, to follow on "a request with". */
  readonly what: string;
  /** Made of the text of a body that the server takes. */
  readonly make: (body: string) => string;
}

/** Stands for a literal that no value of JavaScript is written as. */
const MARK = 'kiln-literal';
/** A member that no description names. */
const EXTRA = 'kiln';
/** Digits of a number for which many readers set a limit. */
const DIGITS = 5_000;
/** Characters of a name for which some readers set a limit. */
const NAME = 100_000;

/**
 * Texts that parsers of JSON read differently, and that ordinary clients send (RFC 8259, sections 4 and 6): who finds
 * out where nobody expects it fails.
 */
export const AMBIGUOUS_BODIES: readonly HostileBody[] = [
  { what: 'a body that names its members twice', make: twice },
  { what: 'NaN in place of a number', make: (body) => withNumber(body, 'NaN') },
  { what: 'the number 1e400', make: (body) => withNumber(body, '1e400') },
];

/** JSON for which a parser may set limits (RFC 8259, section 9): it takes much to read, or more than there is. */
export const ENDLESS_BODIES: readonly HostileBody[] = [
  { what: 'a number of 5,000 digits', make: (body) => withNumber(body, '1'.repeat(DIGITS)) },
  { what: 'a name of 100,000 characters', make: (body) => withExtra(body, 'k'.repeat(NAME), 1) },
  {
    what: 'a body nested 20,000 deep',
    make: () => `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
  },
  {
    what: 'a body of 2,000 members',
    make: () =>
      JSON.stringify(Object.fromEntries(Array.from({ length: 2000 }, (_, i) => [`kiln${i}`, i]))),
  },
];

/** With all members once more, by the same names and with the same values. */
function twice(body: string): string {
  const value = jsonOrNone(body);
  const named = isObject(value) ? JSON.stringify(value).slice(1, -1) : '';
  const members = named === '' ? `"${EXTRA}":1` : named;
  return `{${members},${members}}`;
}

/** With a literal in place of the first number, or as a member that nobody knows where there is none. */
function withNumber(body: string, literal: string): string {
  const value = jsonOrNone(body);
  if (value === undefined) return literal;
  const marked = marking(value);
  const text = marked === undefined ? withExtra(body, EXTRA, MARK) : JSON.stringify(marked);
  return text.replace(JSON.stringify(MARK), literal);
}

function withExtra(body: string, name: string, held: Json): string {
  return withEnd(jsonOrNone(body), name, held);
}

/** An object with one more member, whatever it has already; what is no object is left out. */
function withEnd(whole: Json | undefined, name: string, held: Json): string {
  const members = isObject(whole) ? JSON.stringify(whole).slice(1, -1) : '';
  const last = `${JSON.stringify(name)}:${JSON.stringify(held)}`;
  return `{${members === '' ? last : `${members},${last}`}}`;
}

/** A value with the mark in place of its first number; undefined where it has none. */
function marking(value: Json): Json | undefined {
  if (isNumber(value)) return MARK;
  if (Array.isArray(value)) {
    const all: readonly Json[] = value;
    for (const [i, it] of all.entries()) {
      const marked = marking(it);
      if (marked !== undefined) return all.with(i, marked);
    }
    return undefined;
  }
  if (!isObject(value)) return undefined;
  for (const [name, it] of Object.entries(value)) {
    const marked = marking(it);
    if (marked !== undefined) return { ...value, [name]: marked };
  }
  return undefined;
}
