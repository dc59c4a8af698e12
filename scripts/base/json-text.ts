import type { Json, JsonObject } from './json.ts';

/** Levels of nesting that are read: all that walks a value has the stack for them (RFC 8259, section 9). */
export const DEEPEST_JSON = 500;

/** Digits that an integer may have: more cost time squared, and no API means them. */
const MOST_DIGITS = 1_000;

/** A value read from text, or why there is none. */
export type JsonReading = { readonly value: Json } | JsonFailure;

interface JsonFailure {
  readonly reason: string;
  /** The text is JSON, which nobody here looks into: it is nested too deep. Nothing is known of it. */
  readonly isUnread?: true;
}

/**
 * Reads JSON text (RFC 8259). Integers that a double cannot hold become bigints, so that nothing of
 * them is lost; what is nested deeper than DEEPEST_JSON levels is refused with that reason.
 */
export function parseJson(text: string): JsonReading {
  try {
    if (hasManyBrackets(text) && isDeeper(text, DEEPEST_JSON)) {
      // The parser itself needs no stack for it; what is no JSON at all is told as that.
      JSON.parse(text);
      return TOO_DEEP;
    }
    let value = JSON.parse(text) as Json;
    const size = sizeOf(value);
    if (size === 'deep') return TOO_DEEP;
    // To look at each number's digits takes five times as long, and few texts have that many.
    if (size === 'large') value = JSON.parse(text, keepDigits) as Json;
    return { value };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

const TOO_DEEP: JsonFailure = {
  reason: `it is nested deeper than ${DEEPEST_JSON} levels`,
  isUnread: true,
};

/** The value of JSON text, read as `parseJson` does; undefined where it has none. */
export function jsonOrNone(text: string): Json | undefined {
  const reading = parseJson(text);
  return 'value' in reading ? reading.value : undefined;
}

/** The integer that decimal digits spell: a bigint where a double cannot hold it. */
function toInteger(digits: string): number | bigint {
  const value = Number(digits);
  return Number.isSafeInteger(value) || digits.length > MOST_DIGITS ? value : BigInt(digits);
}

/** Whether a value is nested too deep, or else has a number that may have lost digits; looked at in one go. */
function sizeOf(value: Json): 'deep' | 'large' | 'plain' {
  const seen = { isLarge: false };
  if (goesDeeper(value, DEEPEST_JSON, seen)) return 'deep';
  return seen.isLarge ? 'large' : 'plain';
}

function goesDeeper(value: Json, levels: number, seen: { isLarge: boolean }): boolean {
  if (typeof value === 'number') {
    if (value > Number.MAX_SAFE_INTEGER || value < Number.MIN_SAFE_INTEGER) seen.isLarge = true;
    return false;
  }
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  if (Array.isArray(value)) {
    for (const item of value as readonly Json[]) {
      if (goesDeeper(item, levels - 1, seen)) return true;
    }
    return false;
  }
  // What JSON.parse made inherits nothing that could be enumerated; a list of its values would cost more.
  for (const name in value as JsonObject) {
    if (goesDeeper((value as JsonObject)[name] ?? null, levels - 1, seen)) return true;
  }
  return false;
}

/**
 * The number that a text spells by JSON's grammar (RFC 8259, section 6): exactly where it is whole and told
 * without an exponent; undefined where it spells none, or one beyond all doubles.
 */
export function numberOf(text: string): number | bigint | undefined {
  if (!NUMBER.test(text)) return undefined;
  const [, whole] = WHOLE.exec(text) ?? [];
  if (whole !== undefined) return toInteger(whole);
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

const NUMBER = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
/** 4.0 is an integer as well (JSON Schema 2020-12, core, section 4.2.3). */
const WHOLE = /^(-?\d+)(?:\.0+)?$/;

type Reviver = (this: unknown, key: string, value: unknown) => unknown;

/** JavaScript hands a reviver the text of a number as well; its types do not say so yet. */
const keepDigits = ((_key: string, value: unknown, { source }: { source?: string } = {}) => {
  const isNumber = typeof value === 'number' && source !== undefined;
  return isNumber ? (numberOf(source) ?? value) : value;
}) as Reviver;

/** Makes `JSON.stringify` write a bigint as its digits, where it would throw. */
function writeDigits(this: bigint): unknown {
  return rawJson(this.toString());
}

/** JSON text that is written as it is; its types are not in TypeScript's library yet. */
const { rawJSON: rawJson } = JSON as unknown as { readonly rawJSON: (text: string) => unknown };
// The one way by which everything that writes JSON writes these too.
// oxlint-disable-next-line no-extend-native
Object.defineProperty(BigInt.prototype, 'toJSON', { value: writeDigits, configurable: true });

/** Brackets that may all be open at once before that costs more time than to look. */
const MANY_BRACKETS = 20_000;

function hasManyBrackets(text: string): boolean {
  if (text.length < MANY_BRACKETS) return false;
  let count = 0;
  for (const bracket of '[{') {
    for (let at = text.indexOf(bracket); at >= 0; at = text.indexOf(bracket, at + 1)) {
      count += 1;
      if (count > MANY_BRACKETS) return true;
    }
  }
  return false;
}

/** Whether brackets outside of strings are open more than so many levels deep. */
function isDeeper(text: string, levels: number): boolean {
  let open = 0;
  let isInString = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isInString) {
      if (code === BACKSLASH) at += 1;
      else if (code === QUOTE) isInString = false;
    } else if (code === QUOTE) isInString = true;
    else if (code === BRACE || code === BRACKET) {
      open += 1;
      if (open > levels) return true;
    } else if (code === BRACE + 2 || code === BRACKET + 2) open -= 1;
  }
  return false;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** Each closes two code points further on. */
const BRACE = 0x7b;
const BRACKET = 0x5b;
