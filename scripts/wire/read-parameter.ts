import type { TextShape } from '../values/combine-shapes.ts';
import { delimitedForms, markOf } from './delimited-text.ts';
import { decodeForm, decodePercent } from './percent-encoding.ts';
import { readContent } from './read-content.ts';
import { readField } from './read-field.ts';
import { readPairs } from './read-pairs.ts';
import { plainMeaning, readForms, type Reading } from './reading.ts';
import { decodeCookie, splitCookies, splitMatrix, type TextPair } from './text-pairs.ts';
import type { WireParameter } from './write-parameter.ts';

/** Where the parameters of a request stand, nothing of it decoded. */
export interface RequestTexts {
  /** What the path's variables stand for, by their names. */
  readonly variables: ReadonlyMap<string, string>;
  readonly query: readonly TextPair[];
  /** The lines of a header field, whose name is compared without case. */
  readonly lines: (name: string) => readonly string[];
}

/** Says whether a name in the query, or of a cookie, is a parameter's; the same functions for the same parameters. */
export type Claims = Readonly<Record<'query' | 'cookie', (name: string) => boolean>>;

/**
 * Reads a parameter by its style, or its content, and by what its schema lets the text stand for
 * (OpenAPI 3.1.1, section 4.8.12, appendices B to E). Lists are split before they are decoded.
 */
export function readParameter(
  parameter: WireParameter,
  shape: TextShape,
  texts: RequestTexts,
  claims: Claims,
): Reading {
  switch (parameter.in) {
    case 'path': {
      const raw = texts.variables.get(parameter.name);
      return raw === undefined ? 'absent' : readSegment(parameter, shape, raw);
    }
    case 'query': {
      const { query: pairs } = texts;
      if (pairs.length === 0) return 'absent';
      if (parameter.isWholeQuery) return readWholeQuery(parameter, shape, pairs);
      return readPairs(parameter, shape, { pairs, decode: decodeForm, isClaimed: claims.query });
    }
    case 'header':
      return readField(parameter, shape, texts.lines(parameter.name));
    case 'cookie':
      return readCookie(parameter, shape, texts, claims);
  }
}

/** Whether a name is one of the parameters', as `filter[kind]` is of a deep object `filter`. */
export function claimsOf(parameters: readonly WireParameter[]): Claims {
  const known = CLAIMS.get(parameters);
  if (known) return known;
  const names = { query: new Set<string>(), cookie: new Set<string>() };
  const deep: string[] = [];
  for (const { name, in: location, style } of parameters) {
    if (location !== 'query' && location !== 'cookie') continue;
    names[location].add(name);
    if (style === 'deepObject') deep.push(`${name}[`);
  }
  const claims: Claims = {
    query: (name) => names.query.has(name) || deep.some((start) => name.startsWith(start)),
    cookie: (name) => names.cookie.has(name),
  };
  CLAIMS.set(parameters, claims);
  return claims;
}

const CLAIMS = new WeakMap<readonly WireParameter[], Claims>();

/** Reads a query that has no names. An equals sign in it that is not encoded has parted it all the same. */
function readWholeQuery(
  { content }: WireParameter,
  shape: TextShape,
  pairs: readonly TextPair[],
): Reading {
  const texts = pairs.map(({ name, text }) => (text === '' ? name : `${name}=${text}`));
  if (!content || pairs.some(({ name, text }) => name === undefined || text === undefined))
    return 'undecodable';
  return readContent(content.mediaType, shape, texts.join('&'));
}

/** Reads the text of a path variable, as it stands between its literals. */
function readSegment(parameter: WireParameter, shape: TextShape, raw: string): Reading {
  const { name, style, explode, content } = parameter;
  if (content) {
    const text = decodePercent(raw);
    return text === undefined ? 'undecodable' : readContent(content.mediaType, shape, text);
  }
  if (style === 'matrix') {
    if (!raw.startsWith(';')) return 'malformed';
    const source = { pairs: splitMatrix(raw.slice(1)), decode: decodePercent, isWhole: true };
    const reading = readPairs({ name, style: 'form', explode }, shape, source);
    return reading === 'absent' ? 'malformed' : reading;
  }
  if (style === 'label' && !raw.startsWith('.')) return 'malformed';
  const rest = style === 'label' ? raw.slice(1) : raw;
  if (shape.only !== undefined) {
    const text = decodePercent(rest);
    return text === undefined ? 'undecodable' : plainMeaning(text, shape);
  }
  const way = { hasEquations: explode, decode: decodePercent };
  return readForms(delimitedForms(rest, markOf(parameter), way), shape);
}

/** A cookie may be percent-encoded, quoted or neither (RFC 6265, section 4.1.1). */
function readCookie(
  parameter: WireParameter,
  shape: TextShape,
  texts: RequestTexts,
  { cookie: isClaimed }: Claims,
): Reading {
  const { pairs, plain } = cookiesOf(texts);
  const reading = readPairs(parameter, shape, { pairs, decode: decodeCookie, isClaimed });
  if (typeof reading === 'string' || !plain) return reading;
  const other = readPairs(parameter, shape, { pairs: plain, decode: unquote, isClaimed });
  if (typeof other === 'string') return reading;
  return { value: reading.value, others: [...reading.others, other.value, ...other.others] };
}

interface Cookies {
  readonly pairs: readonly TextPair[];
  /** The same, not percent-encoded; undefined where that makes no difference. */
  readonly plain: readonly TextPair[] | undefined;
}

const COOKIES = new WeakMap<RequestTexts, Cookies>();

/** The cookies of a request: those of one with thousands of parameters are looked through once. */
function cookiesOf(texts: RequestTexts): Cookies {
  const known = COOKIES.get(texts);
  if (known) return known;
  const pairs = splitCookies(texts.lines('cookie'));
  const plain = pairs.map((pair) => ({ ...pair, text: unquote(pair.raw) }));
  const isPlain = plain.every(({ text }, index) => text === pairs[index]?.text);
  const cookies = { pairs, plain: isPlain ? undefined : plain };
  COOKIES.set(texts, cookies);
  return cookies;
}

function unquote(text: string): string {
  return /^"(.*)"$/.exec(text)?.[1] ?? text;
}
