import { drawOne, type Draw } from './draw.ts';
import { holdsAnchor, lengthsOf, parsePatternSource, type PatternNode } from './pattern-syntax.ts';
import { toPattern } from '../patterns.ts';
import { isMatched } from './accepts.ts';

/** What a text that a pattern matches is made for. */
export interface PatternWish {
  readonly least: number;
  readonly most: number;
  readonly isFine: (text: string) => boolean;
  /** Characters that are taken where the pattern leaves a choice. */
  readonly letters: readonly string[];
  /** Whether it is made for a value, and not for one of many names. */
  readonly isText?: boolean;
}

const ATTEMPTS = 60;
/** Characters that all attempts at a text may write together. */
const MOST_LETTERS = 300_000;
/** Characters beyond the least that a text is long, where the pattern sets no end. */
const LONGER = 12;

/**
 * A text that a pattern matches: made along the expression, then tried. What a lookahead wants is put
 * in somewhere. Undefined where no attempt was fine.
 */
export function matchingText(pattern: string, wish: PatternWish, draw: Draw): string | undefined {
  const tree = parsedOf(pattern);
  const ready = toPattern(pattern);
  if (!tree || 'reason' in ready) return undefined;
  // Where something is said of it, it is sound only without the flag.
  const flags = ready.note === undefined ? 'u' : '';
  const [shortest, longest] = lengthsOf(tree);
  // Without any anchor many mean the whole text, and with one at an end how it begins or ends.
  const isPlain = wish.isText === true && !holdsAnchor(tree);
  const from = Math.max(shortest, Math.min(wish.least, longest));
  const to = Math.min(longest, wish.most, from + LONGER);
  const attempts = Math.min(ATTEMPTS, Math.floor(MOST_LETTERS / Math.max(1, from)));
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const source = attempt === 0 ? draw : draw.fork(attempt);
    const room = Math.max(0, to - from) + 1;
    const length = from + source.below(room);
    const state: State = { draw: source, groups: new Map(), wish, flags, wanted: [] };
    const made = write(tree, length, state);
    if (made === undefined) continue;
    const longer = lengthened(made, wish, source);
    const isMadeFirst = source.below(2) === 0 || isPlain;
    const variants = isMadeFirst ? [made, ...longer] : [...longer, made];
    for (const text of [...variants, ...enriched(made, state)]) {
      const size = sizeOf(text);
      if (size < wish.least || size > wish.most) continue;
      if (isMatched(pattern, text) && wish.isFine(text)) return text;
    }
  }
  return undefined;
}

/** Whether no text that a pattern matches can be as short as that. */
export function isLongerThan(pattern: string, most: number): boolean {
  const tree = parsedOf(pattern);
  return tree !== undefined && lengthsOf(tree)[0] > most;
}

const PARSED = new Map<string, PatternNode | undefined>();

function parsedOf(pattern: string): PatternNode | undefined {
  if (!PARSED.has(pattern)) {
    PARSED.set(pattern, 'reason' in toPattern(pattern) ? undefined : parsePatternSource(pattern));
  }
  return PARSED.get(pattern);
}

type Lengths = readonly [least: number, most: number];

interface State {
  readonly draw: Draw;
  readonly groups: Map<string, string>;
  readonly wish: PatternWish;
  readonly flags: string;
  /** Texts that lookaheads want. */
  readonly wanted: string[];
}

function sizeOf(text: string): number {
  return Array.from(text).length;
}

/** A match of a node with so many characters, as nearly as it can. */
function write(node: PatternNode, length: number, state: State): string | undefined {
  switch (node.kind) {
    case 'letter':
      return letterOf(node.source, state);
    case 'row':
      return writeRow(node.items, length, state);
    case 'choice': {
      const fitting = node.branches.filter((it) => isWithin(length, lengthsOf(it)));
      const [first, ...rest] = fitting.length > 0 ? fitting : node.branches;
      return first && write(drawOne(state.draw, [first, ...rest]), length, state);
    }
    case 'loop':
      return writeLoop(node, length, state);
    case 'group': {
      const text = write(node.body, length, state);
      if (text !== undefined) state.groups.set(node.name, text);
      return text;
    }
    case 'look': {
      if (!node.isWanted) return '';
      const [least, most] = lengthsOf(node.body);
      const text = write(node.body, Math.min(least, most), state);
      if (text !== undefined) state.wanted.push(text);
      return '';
    }
    case 'echo':
      return state.groups.get(node.name) ?? '';
    case 'start':
    case 'end':
    case 'edge':
      return '';
  }
}

function isWithin(length: number, [least, most]: readonly [number, number]): boolean {
  return least <= length && length <= most;
}

function writeRow(items: readonly PatternNode[], length: number, state: State): string | undefined {
  const sizes = items.map(lengthsOf);
  const after = sumsAfter(sizes);
  let left = length;
  let text = '';
  for (const [index, item] of items.entries()) {
    const [least = 0, most = 0] = sizes[index] ?? [];
    const [leastAfter = 0, mostAfter = 0] = after[index] ?? [];
    const from = Math.max(least, left - mostAfter);
    const to = Math.max(from, Math.min(most, left - leastAfter));
    const made = write(item, from + state.draw.below(to - from + 1), state);
    if (made === undefined) return undefined;
    text += made;
    left -= sizeOf(made);
  }
  return text;
}

/** What comes after each one of a row, which may have a thousand, all together. */
function sumsAfter(sizes: readonly Lengths[]): readonly Lengths[] {
  const sums: Lengths[] = [];
  let [least, most] = [0, 0];
  for (const size of sizes.toReversed()) {
    sums.push([least, most]);
    least += size[0];
    most += size[1];
  }
  return sums.toReversed();
}

function writeLoop(
  { body, least, most }: PatternNode & { readonly kind: 'loop' },
  length: number,
  state: State,
): string | undefined {
  const [shortest, longest] = lengthsOf(body);
  // So many that each can have its share of the length.
  const fewest = Math.max(least, longest > 0 ? Math.ceil(length / longest) : 0);
  const greatest = Math.min(
    most,
    shortest > 0 ? Math.floor(length / shortest) : Math.max(least, length),
  );
  const count = Math.min(most, fewest + state.draw.below(Math.max(0, greatest - fewest) + 1));
  return count > 0
    ? writeRow(
        Array.from({ length: count }, () => body),
        length,
        state,
      )
    : '';
}

/** What lookaheads want, put at the front, the end, and in the place of as many last characters. */
function enriched(text: string, { wanted }: State): string[] {
  if (wanted.length === 0) return [];
  const all = wanted.join('');
  const letters = Array.from(text);
  const kept = letters.slice(0, Math.max(0, letters.length - sizeOf(all))).join('');
  return [kept + all, all + letters.slice(sizeOf(all)).join(''), text + all, all + text];
}

/** A pattern that is not anchored leaves room before and after (validation, section 6.3.3). */
function lengthened(text: string, { least, most, letters }: PatternWish, draw: Draw): string[] {
  const size = sizeOf(text);
  const length = Math.max(least - size, Math.min(most - size, draw.below(8)));
  if (length <= 0) return [];
  const padding = Array.from({ length }, () => letters[draw.below(letters.length)] ?? 'x').join('');
  return [text + padding, padding + text];
}

/** Characters that the sets of patterns are looked through for, the plainest first. */
const PLAIN = Array.from(
  'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_. ~!$&\'()*+,;=:@<>[]{}|^`"#?/\\%éßñøЖλ漢字あ한😀\t\n\r',
);
const KNOWN_LETTERS = new Map<string, readonly string[]>();

function letterOf(source: string, { draw, wish, flags }: State): string | undefined {
  const known = lettersOf(source, flags);
  const liked = known.filter((it) => wish.letters.includes(it));
  const choice = liked.length > 0 ? liked : known;
  return choice[draw.below(choice.length)];
}

/** Up to a hundred characters that a set takes, found by trying. */
function lettersOf(source: string, flags: string): readonly string[] {
  const key = `${flags}${source}`;
  const known = KNOWN_LETTERS.get(key) ?? findLetters(source, flags);
  KNOWN_LETTERS.set(key, known);
  return known;
}

function findLetters(source: string, flags: string): readonly string[] {
  let set: RegExp;
  try {
    set = new RegExp(`^(?:${source})$`, flags);
  } catch {
    return [source];
  }
  const plain = PLAIN.filter((it) => set.test(it));
  if (plain.length > 0) return plain;
  const found: string[] = [];
  for (let code = 0; code < 0x11000 && found.length < 100; code += 1) {
    if (code >= 0xd800 && code < 0xe000) continue;
    const letter = String.fromCodePoint(code);
    if (set.test(letter)) found.push(letter);
  }
  for (let code = 0x11000; code < 0x30000 && found.length === 0; code += 1) {
    const letter = String.fromCodePoint(code);
    if (set.test(letter)) found.push(letter);
  }
  return found;
}
