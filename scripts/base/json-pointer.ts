import { isObject, type Json } from './json.ts';
import { encodeComponent } from './encode-component.ts';

/**
 * JSON Pointer in its URI fragment form, such as `#/paths/~1pets/get` (RFC 6901, section 6).
 * Kiln keeps pointers unescaped but for `~0` and `~1`: they are printed for people, not put in URLs.
 */
export type Pointer = `#${string}`;

/** The pointer of a child: `append('#/paths', '/pets')` is `#/paths/~1pets`. */
export function append(pointer: Pointer, ...tokens: readonly (string | number)[]): Pointer {
  let at = pointer;
  for (const token of tokens) at = `${at}/${typeof token === 'string' ? escape(token) : token}`;
  return at;
}

/** The reference tokens, unescaped: `#/a~1b/0` is `['a/b', '0']`. */
export function tokensOf(pointer: Pointer): string[] {
  const tokens = pointer.split('/');
  tokens.shift();
  // Few are escaped, and every look at a value passes here.
  if (!pointer.includes('~')) return tokens;
  return tokens.map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The pointer that a local `$ref` spells, percent-encoding undone (RFC 6901, section 6). */
export function pointerOf(ref: string): Pointer {
  if (!ref.includes('%')) return `#${ref.slice(ref.indexOf('#') + 1)}`;
  try {
    return `#${decodeURIComponent(ref.slice(ref.indexOf('#') + 1))}`;
  } catch {
    // A stray percent sign: taken as it stands, it may still name a node.
    return `#${ref.slice(ref.indexOf('#') + 1)}`;
  }
}

/** The fragment that names the pointer in a URI, percent-encoded (RFC 6901, section 6). */
export function fragmentOf(pointer: Pointer): string {
  return `#${tokensOf(pointer)
    .map((token) => `/${encodeComponent(escape(token)).replaceAll('%24', '$')}`)
    .join('')}`;
}

export function parentOf(pointer: Pointer): Pointer {
  return pointer.slice(0, Math.max(1, pointer.lastIndexOf('/'))) as Pointer;
}

/** Pointers whose tokens are kept: more than descriptions have where values are looked at again and again. */
const MOST_KEPT = 20_000;
const kept = new Map<Pointer, readonly string[]>();

/** The tokens of a pointer that is asked for often: they are looked for once. */
function keptTokens(pointer: Pointer): readonly string[] {
  const known = kept.get(pointer);
  if (known) return known;
  const tokens = tokensOf(pointer);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(pointer, tokens);
  return tokens;
}

/** The value a pointer names, or undefined where there is none. */
export function valueAt(document: Json, pointer: Pointer): Json | undefined {
  let value: Json | undefined = document;
  for (const token of keptTokens(pointer)) {
    if (Array.isArray(value)) value = (value as readonly Json[])[indexOf(token)];
    else if (isObject(value) && Object.hasOwn(value, token)) value = value[token];
    else return undefined;
  }
  return value;
}

/** A copy of the document with the value at the pointer replaced; missing objects are made. */
export function withValueAt(document: Json, pointer: Pointer, replacement: Json): Json {
  return replaceAt(document, { tokens: keptTokens(pointer), from: 0 }, replacement);
}

/** What is left of a way: the tokens from a place on. */
interface Way {
  readonly tokens: readonly string[];
  readonly from: number;
}

function replaceAt(node: Json, { tokens, from }: Way, replacement: Json): Json {
  const token = tokens[from];
  if (token === undefined) return replacement;
  const way = { tokens, from: from + 1 };
  if (Array.isArray(node)) {
    const place = indexOf(token);
    return (node as readonly Json[]).map((item, index) =>
      index === place ? replaceAt(item, way, replacement) : item,
    );
  }
  const object = isObject(node) ? node : {};
  return { ...object, [token]: replaceAt(object[token] ?? {}, way, replacement) };
}

/** Digits without leading zeros are an index (RFC 6901, section 4); nothing else names an item. */
function indexOf(token: string): number {
  return /^(0|[1-9]\d*)$/.test(token) ? Number(token) : -1;
}

function escape(token: string): string {
  // Most tokens have neither, and a description has many tokens.
  if (!token.includes('~') && !token.includes('/')) return token;
  return token.replaceAll('~', '~0').replaceAll('/', '~1');
}
