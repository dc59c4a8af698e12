import type { Json } from './json.ts';

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
    if (text.length > 2 * DEEPEST_JSON && isDeeper(text, DEEPEST_JSON)) {
      // The parser itself needs no stack for it.
      JSON.parse(text);
      return { reason: `it is nested deeper than ${DEEPEST_JSON} levels`, isUnread: true };
    }
    // To look at each number's digits takes five times as long, and few texts have that many.
    const value: Json = MANY_DIGITS.test(text) ? JSON.parse(text, keepDigits) : JSON.parse(text);
    return { value };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

/** The value of JSON text, read as `parseJson` does; undefined where it has none. */
export function jsonOrNone(text: string): Json | undefined {
  const reading = parseJson(text);
  return 'value' in reading ? reading.value : undefined;
}

/** The integer that decimal digits spell: a bigint where a double cannot hold it. */
export function toInteger(digits: string): number | bigint {
  const value = Number(digits);
  return Number.isSafeInteger(value) || digits.length > MOST_DIGITS ? value : BigInt(digits);
}

/** Digits enough for an integer beyond 2^53. */
const MANY_DIGITS = /\d{16}/;

type Reviver = (this: unknown, key: string, value: unknown) => unknown;

/** JavaScript hands a reviver the text of a number as well; its types do not say so yet. */
const keepDigits = ((_key: string, value: unknown, { source }: { source?: string } = {}) => {
  const isWhole = typeof value === 'number' && source !== undefined && /^-?\d+$/.test(source);
  return isWhole ? toInteger(source) : value;
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
