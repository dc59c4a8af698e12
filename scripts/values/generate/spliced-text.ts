import type { Draw } from './draw.ts';
import { formatText } from './format-texts.ts';
import { matchingText, type PatternWish } from './pattern-text.ts';

const ATTEMPTS = 8;

/** What a format takes where there is room for no more. */
const SHORT: Readonly<Record<string, string>> = {
  email: 'a@b.co',
  'idn-email': 'a@b.co',
  hostname: 'a.co',
  'idn-hostname': 'a.co',
  uri: 'http://a.co',
};

/**
 * A text of a format that keeps to patterns as well, such as a `date-time` of `^2020`: what a pattern asks for, in the
 * place of the beginning or of the end of what the format takes. Undefined where nothing of the kind is fine.
 */
export function splicedText(
  format: string,
  patterns: readonly string[],
  wish: PatternWish,
  draw: Draw,
): string | undefined {
  const short = Object.hasOwn(SHORT, format) ? SHORT[format] : undefined;
  if (short !== undefined && wish.isFine(short)) return short;
  const loose: PatternWish = { ...wish, least: 0, isText: false, isFine: () => true };
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const own = draw.fork(attempt);
    const whole = formatText(format, own);
    if (whole === undefined) return undefined;
    for (const pattern of patterns) {
      const piece = matchingText(pattern, loose, own);
      const found = piece === undefined ? undefined : spliced(whole, piece, wish);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function spliced(whole: string, piece: string, { isFine }: PatternWish): string | undefined {
  for (let at = 0; at <= whole.length; at += 1) {
    for (const text of [piece + whole.slice(at), whole.slice(0, at) + piece]) {
      if (isFine(text)) return text;
    }
  }
  return undefined;
}
