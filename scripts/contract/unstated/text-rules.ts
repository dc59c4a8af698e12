import { numberAt } from '../../values/declared-types.ts';
import { between, type Try } from './number-rules.ts';
import type { InputPlace } from './input-place.ts';
import type { UnstatedRule } from './unstated-rule.ts';
import { wordOf } from './words.ts';

/** Characters of the longest text that is tried: longer ones are for `limits.bytes`. */
const LONGEST = 2000;
/** Lengths of words that are tried, the usual ones first. */
const LENGTHS = [8, 5, 12, 20, 3, 36, 1];

/** Where a text stands, and whether it is one that a pattern or a list already narrows. */
export function isFreeText({ schema, value }: InputPlace): boolean {
  const narrowing = ['enum', 'const', 'pattern', 'format', 'contentEncoding', 'contentMediaType'];
  return typeof value === 'string' && !narrowing.some((it) => it in schema);
}

/** Characters that servers refuse in names, each within a word that is taken without them. */
const TRAITS: readonly (readonly [what: string, make: (word: string) => string])[] = [
  ['spaces', (word) => `${word.slice(0, 2)} ${word.slice(3)}`],
  ['upper-case letters', (word) => word.toUpperCase()],
  ['letters outside ASCII', (word) => `${word.slice(0, 2)}é${word.slice(3)}`],
  ['a digit at the beginning', (word) => `1${word.slice(1)}`],
  ['hyphens', (word) => `${word.slice(0, 2)}-${word.slice(3)}`],
  ['underscores', (word) => `${word.slice(0, 2)}_${word.slice(3)}`],
  ['dots', (word) => `${word.slice(0, 2)}.${word.slice(3)}`],
  ['exclamation marks', (word) => `${word.slice(0, 2)}!${word.slice(3)}`],
];

/** Values of a text that show whether it is refused for what it is. */
export function textProbes({ part: { parameter } }: InputPlace): readonly string[] {
  const isInHead = parameter !== undefined && parameter.in !== 'query';
  const word = wordOf(7, 8);
  const ends = isInHead ? [] : ['', '   '];
  return [word, ...ends, wordOf(8, LONGEST), ...TRAITS.map(([, make]) => make(word))];
}

/** Finds bounds of a text's length, and characters that are refused in it. */
export async function textRules(place: InputPlace, tries: Try): Promise<UnstatedRule[]> {
  let count = 100;
  const word = (length: number) => wordOf((count += 1), length);
  const length = await usualLength(tries, word);
  if (length === undefined) return [];
  const isInHead = place.part.parameter !== undefined && place.part.parameter.in !== 'query';
  const ofLength: Try = (it) => tries(word(Number(it)));
  const found: UnstatedRule[] = [];
  const least = Math.max(numberAt(place.schema, 'minLength') ?? 0, isInHead ? 1 : 0);
  const most = Math.min(numberAt(place.schema, 'maxLength') ?? LONGEST, LONGEST);
  if (least < length && (await ofLength(least)) === false) {
    const bound = await between(least, length, ofLength);
    if (bound !== undefined) found.push(shortest(bound, least, length));
  }
  if (most > length && (await ofLength(most)) === false) {
    const bound = await between(most, length, ofLength);
    if (bound !== undefined && bound + 3 <= most) found.push(longest(bound, most, length));
  }
  const refused: (typeof TRAITS)[number][] = [];
  for (const trait of length < 4 ? [] : TRAITS) {
    const [first, second] = [
      await tries(trait[1](word(length))),
      await tries(trait[1](word(length))),
    ];
    if (first === false && second === false) refused.push(trait);
  }
  const isBlank = least <= 3 && !isInHead && (await tries(' '.repeat(length))) === false;
  if (refused.length > 0) found.push(without(refused, word(length)));
  else if (isBlank) found.push(notBlank(length));
  return found;
}

/** A length of which words are taken; undefined where none is. */
async function usualLength(
  tries: Try,
  word: (length: number) => string,
): Promise<number | undefined> {
  for (const length of LENGTHS) {
    if ((await tries(word(length))) && (await tries(word(length)))) return length;
  }
  return undefined;
}

const taking = (length: number, more: number) => (time: number) =>
  wordOf(1000 + time, time % 3 === 0 ? length : time % 3 === 1 ? length + more : length + 2 * more);

function shortest(bound: number, least: number, length: number): UnstatedRule {
  const lengths = [bound - 1, bound - 2, bound - 3, bound - 1].filter((it) => it >= least);
  return {
    keyword: 'minLength',
    what:
      bound === 1 ? 'a text without characters' : `every text of fewer than ${bound} characters`,
    state: `minLength: ${bound}`,
    refused: lengths.map((it, i) => wordOf(500 + i, it)),
    taken: taking(bound, bound + 2 <= length ? 1 : 0),
  };
}

function longest(bound: number, most: number, length: number): UnstatedRule {
  const lengths = [bound + 1, bound + 2, bound + 3, most];
  return {
    keyword: 'maxLength',
    what: `every text of more than ${bound} characters`,
    state: `maxLength: ${bound}`,
    refused: lengths.map((it, i) => wordOf(500 + i, it)),
    taken: taking(bound, bound - 2 >= length ? -1 : 0),
  };
}

function without(traits: readonly (typeof TRAITS)[number][], { length }: string): UnstatedRule {
  const [names, last] = [traits.slice(0, -1).map(([what]) => what), traits.at(-1)?.[0] ?? ''];
  const all = names.length > 0 ? `${names.join(', ')} or ${last}` : last;
  return {
    keyword: 'pattern',
    what: `every text with ${all}`,
    state: 'a pattern',
    refused: [500, 501, 502].flatMap((it) => traits.map(([, make]) => make(wordOf(it, length)))),
    taken: (time) => wordOf(1000 + time, length),
  };
}

function notBlank(length: number): UnstatedRule {
  return {
    keyword: 'pattern',
    what: 'every text of spaces alone',
    state: 'pattern: \\S',
    refused: [length, length - 1, length + 1].filter((it) => it > 0).map((it) => ' '.repeat(it)),
    taken: (time) => wordOf(1000 + time, length),
  };
}
