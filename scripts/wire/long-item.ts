import type { Json, JsonObject } from '../base/json.ts';
import { tokensOf, valueAt, type Pointer } from '../base/json-pointer.ts';

/** An item of an array that takes more bytes than the limit. */
export interface LongItem {
  readonly index: number;
  readonly bytes: number;
}

/**
 * The first item of the array at a pointer whose JSON text has more bytes than the limit. Counted is
 * the text as it was sent, from the first byte of the value to its last, without what stands between
 * the items. The bytes are known to be JSON, and the value what they say.
 */
export function findLongItem(
  bytes: Buffer,
  value: Json,
  at: Pointer,
  limit: number,
): LongItem | undefined {
  const items = bytes.length <= limit ? undefined : valueAt(value, at);
  if (!Array.isArray(items) || areShort(items, bytes.length, limit)) return undefined;
  const start = findValue(bytes, skipSpace(bytes, startOf(bytes)), tokensOf(at));
  if (start === undefined) return undefined;
  for (const { index, from, to } of itemsOf(bytes, start)) {
    if (to - from > limit) return { index, bytes: to - from };
  }
  return undefined;
}

/**
 * Whether no item can be longer than the limit, by what they are: none has more than its own least bytes
 * and all that the others leave. Large bodies of small items need not be searched.
 */
function areShort(items: readonly Json[], bytes: number, limit: number): boolean {
  let [all, most] = [0, 0];
  for (const item of items) {
    const least = leastBytes(item);
    all += least;
    most = Math.max(most, least);
  }
  return most + (bytes - all) <= limit;
}

/** Fewer bytes than any text of a value has: a character takes one at least, as does a number. */
function leastBytes(value: Json): number {
  if (typeof value === 'string') return value.length + 2;
  if (value === null || typeof value !== 'object') return 1;
  let least = 2;
  if (Array.isArray(value)) {
    for (const item of value as readonly Json[]) least += leastBytes(item);
    return least;
  }
  const object = value as JsonObject;
  // What `JSON.parse` made has no members but its own.
  for (const name in object) least += name.length + 3 + leastBytes(object[name] ?? null);
  return least;
}

const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a];
const [OPEN_ARRAY, CLOSE_ARRAY, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

/** A byte order mark is no part of the text. */
function startOf(bytes: Buffer): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
}

/** Where the value begins that tokens lead to from the value at a position. */
function findValue(
  bytes: Buffer,
  position: number,
  [token, ...rest]: readonly string[],
): number | undefined {
  if (token === undefined) return position;
  let found: number | undefined;
  if (bytes[position] === OPEN_ARRAY) {
    for (const { index, from } of itemsOf(bytes, position)) {
      if (String(index) === token) found = from;
    }
  } else {
    // Of members with one name, the last counts, as it does for JSON.parse.
    for (const { name, from } of membersOf(bytes, position)) if (name === token) found = from;
  }
  return found === undefined ? undefined : findValue(bytes, found, rest);
}

function* itemsOf(bytes: Buffer, position: number) {
  let from = skipSpace(bytes, position + 1);
  for (let index = 0; bytes[from] !== CLOSE_ARRAY; index += 1) {
    const to = endOf(bytes, from);
    yield { index, from, to };
    const next = skipSpace(bytes, to);
    if (bytes[next] !== COMMA) return;
    from = skipSpace(bytes, next + 1);
  }
}

function* membersOf(bytes: Buffer, position: number) {
  let start = skipSpace(bytes, position + 1);
  while (bytes[start] === QUOTE) {
    const end = endOf(bytes, start);
    const name: unknown = JSON.parse(bytes.toString('utf8', start, end));
    const from = skipSpace(bytes, skipSpace(bytes, end) + 1);
    yield { name, from };
    const next = skipSpace(bytes, endOf(bytes, from));
    if (bytes[next] !== COMMA) return;
    start = skipSpace(bytes, next + 1);
  }
}

/** The position after the value that begins at a position. */
function endOf(bytes: Buffer, from: number): number {
  const first = bytes[from];
  if (first === QUOTE) return endOfString(bytes, from);
  if (first !== OPEN_ARRAY && first !== OPEN_OBJECT) return endOfWord(bytes, from);
  let depth = 0;
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTE) at = endOfString(bytes, at) - 1;
    else if (byte === OPEN_ARRAY || byte === OPEN_OBJECT) depth += 1;
    else if (byte === CLOSE_ARRAY || byte === CLOSE_OBJECT) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return bytes.length;
}

function endOfString(bytes: Buffer, from: number): number {
  for (let at = from + 1; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTE) return at + 1;
    // A backslash takes the next character along.
    if (byte === BACKSLASH) at += 1;
  }
  return bytes.length;
}

function endOfWord(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length && !isSpace(bytes[at]) && !isDelimiter(bytes[at])) at += 1;
  return at;
}

function isDelimiter(byte: number | undefined): boolean {
  return byte === COMMA || byte === COLON || byte === CLOSE_ARRAY || byte === CLOSE_OBJECT;
}

function skipSpace(bytes: Buffer, from: number): number {
  let at = from;
  while (isSpace(bytes[at])) at += 1;
  return at;
}

/** Whitespace of JSON (RFC 8259, section 2). */
function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d;
}
