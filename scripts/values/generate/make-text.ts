import { isGuard, LETTERS, PLAIN_LETTERS } from './destination.ts';
import { drawOne, drawOrder, type Draw } from './draw.ts';
import type { Alternative } from './alternative.ts';
import { isOfFormat, isMatched } from './accepts.ts';
import { formatText, isTextFormat } from './format-texts.ts';
import type { Making } from './making.ts';
import { countsOf } from './members.ts';
import { matchingText } from './pattern-text.ts';
import { splicedText } from './spliced-text.ts';

/** Longest text that is made where the schema sets no end, in characters past its least. */
const LONGER = 40;
/** Longer texts are left to properties that are about sizes. */
const LONGEST = 10_000;
/** No text that has to be longer is made. */
const MOST_LETTERS = LONGEST * 10;
const ATTEMPTS = 30;

/** A text, lengths in code points as JSON Schema counts them (validation, section 6.3). */
export function makeText({ parts }: Alternative, making: Making): string | undefined {
  const { draw, forge } = making;
  const { destination } = forge;
  const [least, most] = countsOf(parts, 'minLength', 'maxLength');
  if (least > MOST_LETTERS) return undefined;
  const all = keywordsOf(parts, 'pattern');
  const patterns = all.filter((it) => !isGuard(it));
  const formats = keywordsOf(parts, 'format');
  const isFine = (text: string): boolean => {
    const length = Array.from(text).length;
    return (
      length >= least &&
      length <= most &&
      all.every((it) => isMatched(it, text)) &&
      formats.every((it) => isOfFormat(it, text))
    );
  };
  const known = formats.filter(isTextFormat);
  for (const format of known) {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const text = formatText(format, attempt === 0 ? draw : draw.fork(attempt));
      if (text !== undefined && isFine(text)) return text;
    }
  }
  const letters = making.style === 'sample' ? PLAIN_LETTERS : LETTERS[destination];
  const wish: Wish = { least, most, isFine, letters, isText: true };
  for (const format of known) {
    const text = splicedText(format, patterns, wish, draw);
    if (text !== undefined) return text;
  }
  if (patterns.length > 0) return patternedText(patterns, wish, draw);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const own = attempt === 0 ? draw : draw.fork(attempt);
    const text = plainText(least, most, { ...making, draw: own });
    if (isFine(text)) return text;
  }
  return undefined;
}

function keywordsOf(parts: Alternative['parts'], keyword: 'pattern' | 'format'): string[] {
  const values = parts.flatMap(({ node }) => {
    const value = node[keyword];
    return typeof value === 'string' ? [value] : [];
  });
  return [...new Set(values)];
}

type Wish = Parameters<typeof matchingText>[1];

function patternedText(patterns: readonly string[], wish: Wish, draw: Draw): string | undefined {
  for (const pattern of drawOrder(draw, patterns)) {
    const text = matchingText(pattern, wish, draw);
    if (text !== undefined) return text;
  }
  if (patterns.length < 2) return undefined;
  // What each wants, one after the other: enough where they speak of different parts of the text.
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const own = draw.fork(attempt);
    const loose = { ...wish, least: 0, isFine: () => true };
    const texts = patterns.map((it) => matchingText(it, loose, own) ?? '');
    const filler = Array.from({ length: own.below(4) }, () => letterOf(wish.letters, own)).join('');
    for (const row of [texts, texts.toReversed()]) {
      const text = row.join(filler);
      if (wish.isFine(text)) return text;
    }
  }
  return undefined;
}

function letterOf(letters: readonly string[], draw: Draw): string {
  return letters[draw.below(letters.length)] ?? 'x';
}

/** Where an empty text is easily lost on the way, it is made only if it must be. */
const SELDOM_EMPTY: ReadonlySet<string> = new Set(['header', 'cookie', 'path']);

function plainText(fewest: number, most: number, making: Making): string {
  const { draw, style, forge } = making;
  const least = Math.min(most, Math.max(fewest, SELDOM_EMPTY.has(forge.destination) ? 1 : 0));
  if (style === 'sample') return sampleText(least, most);
  const longest = Math.min(most, least + LONGER);
  const letters = LETTERS[forge.destination];
  const kind = draw.below(8);
  switch (kind) {
    case 0:
      return 'a'.repeat(least);
    // What is long comes last: a text shrinks to one of the others.
    case 7: {
      if (most === Infinity) return textOf(longest, PLAIN_LETTERS, draw);
      return 'x'.repeat(drawOne(draw, [least, Math.min(most, least + LONGEST)]));
    }
    case 1:
    case 2:
    case 3:
      return textOf(least + draw.below(longest - least + 1), PLAIN_LETTERS, draw);
    default:
      return textOf(least + draw.below(longest - least + 1), letters, draw);
  }
}

/** White space stands only between other letters: its ends are often cut off on the way. */
function textOf(length: number, letters: readonly string[], draw: Draw): string {
  const made = Array.from({ length }, () => letterOf(letters, draw));
  for (const end of [0, length - 1]) if (made[end] === ' ') made[end] = 'x';
  return made.join('');
}

/** A word that is seen to be a placeholder, as long as is wanted. */
function sampleText(least: number, most: number): string {
  const text = 'text'.repeat(Math.ceil(least / 4) || 1);
  return text.slice(0, Math.min(most, Math.max(least, 4)));
}
