import { decodeForm, decodePercent } from './percent-encoding.ts';

/** A name with a text, as a query, a form or a cookie has them. */
export interface TextPair {
  /** Decoded; undefined where that is impossible. */
  readonly name: string | undefined;
  /** As it came: lists are split before they are decoded. */
  readonly raw: string;
  /** Decoded; undefined where that is impossible. */
  readonly text: string | undefined;
}

const NO_PAIRS: readonly TextPair[] = [];
const BY_NAME = new WeakMap<readonly TextPair[], ReadonlyMap<string | undefined, TextPair[]>>();

/** The pairs of a name, in their order: a request with thousands of parameters is looked through once. */
export function pairsNamed(pairs: readonly TextPair[], name: string): readonly TextPair[] {
  const known = BY_NAME.get(pairs) ?? Map.groupBy(pairs, (it) => it.name);
  BY_NAME.set(pairs, known);
  return known.get(name) ?? NO_PAIRS;
}

type IsClaimed = (name: string) => boolean;

const UNCLAIMED = new WeakMap<readonly TextPair[], WeakMap<IsClaimed, readonly TextPair[]>>();

/** The pairs whose names belong to nobody: looked for once, however many parameters may have them. */
export function unclaimedPairs(
  pairs: readonly TextPair[],
  isClaimed: IsClaimed,
): readonly TextPair[] {
  const byClaims = UNCLAIMED.get(pairs) ?? new WeakMap<IsClaimed, readonly TextPair[]>();
  UNCLAIMED.set(pairs, byClaims);
  const known =
    byClaims.get(isClaimed) ?? pairs.filter(({ name }) => name !== undefined && !isClaimed(name));
  byClaims.set(isClaimed, known);
  return known;
}

/** The pairs of a query or a form in a URL's encoding (URL Standard, section 5.1). */
export function splitQuery(query: string): readonly TextPair[] {
  return query === '' ? NO_PAIRS : split(query, '&', decodeForm);
}

/** The pairs of a path segment in matrix style (RFC 6570, section 3.2.7), without the first mark. */
export function splitMatrix(segment: string): readonly TextPair[] {
  return split(segment, ';', decodePercent);
}

/** The pairs of a Cookie field; what is not percent-encoded there is as good as it is (RFC 6265, section 4.2.1). */
export function splitCookies(lines: readonly string[]): readonly TextPair[] {
  return lines.flatMap((line) =>
    line.split(';').flatMap((piece): TextPair[] => {
      const at = piece.indexOf('=');
      if (at < 0) return [];
      const [name, raw] = [piece.slice(0, at).trim(), piece.slice(at + 1).trim()];
      return [{ name: decodePercent(name) ?? name, raw, text: decodeCookie(raw) }];
    }),
  );
}

/** The text of a cookie, percent-encoded or not. */
export function decodeCookie(text: string): string {
  return decodePercent(text) ?? text;
}

function split(
  text: string,
  mark: string,
  decode: (text: string) => string | undefined,
): readonly TextPair[] {
  const pairs: TextPair[] = [];
  for (const piece of text.split(mark)) {
    if (piece === '') continue;
    const at = piece.indexOf('=');
    const raw = at < 0 ? '' : piece.slice(at + 1);
    pairs.push({ name: decode(at < 0 ? piece : piece.slice(0, at)), raw, text: decode(raw) });
  }
  return pairs;
}
