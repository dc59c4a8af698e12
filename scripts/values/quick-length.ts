import { NO_LETTERS, type LetterSet } from './letter-set.ts';
import { firstOf, leastOf, parsePattern, startOf, type PatternTree } from './pattern-tree.ts';

/** Steps of the engine that take no more than a few milliseconds. */
const FEW_STEPS = 1_000_000;
/** Characters of the longest text that is looked at. */
const LONGEST_TEXT = 2 ** 26;
/** Characters of the longest pattern that is looked at: beyond, even to look takes its time. */
const LONGEST_PATTERN = 5000;

/**
 * Length of the longest text on which a pattern ends within a few milliseconds, by an upper bound of
 * what a backtracking engine does. Where the next character decides what to try, a pattern is linear;
 * where it does not, what comes after is tried for each possibility.
 */
export function quickLengthOf(source: string, flags: '' | 'u'): number {
  const tree = source.length > LONGEST_PATTERN ? undefined : parsePattern(source, flags);
  if (!tree) return -1;
  if (stepsFor(tree, 0) > FEW_STEPS) return -1;
  let length = 0;
  for (let step = LONGEST_TEXT; step >= 1; step /= 2) {
    if (length + step <= LONGEST_TEXT && stepsFor(tree, length + step) <= FEW_STEPS) length += step;
  }
  return length;
}

/** Steps on a text of so many characters, at most. */
function stepsFor(tree: PatternTree, length: number): number {
  const { entry, letter } = effortOf(tree, NO_LETTERS, length);
  const starts = isAnchored(tree) ? 1 : length + 1;
  const steps = starts * (entry + letter * length) + length;
  return Number.isNaN(steps) ? Infinity : steps;
}

/** What it takes to match from one place. */
interface Effort {
  /** How often what follows is tried. */
  readonly ways: number;
  /** Steps whatever the text. */
  readonly entry: number;
  /** Further steps for each character that is taken. */
  readonly letter: number;
}

/** `next`: what can follow; nothing where a match is complete by then, so that no other way is tried. */
function effortOf(tree: PatternTree, next: LetterSet, length: number): Effort {
  switch (tree.is) {
    case 'letter':
    case 'place':
      return { ways: 1, entry: 1, letter: 0 };
    case 'repeat-of-group':
      return { ways: 1, entry: 1 + length, letter: 0 };
    case 'look': {
      // Backwards, the next character decides nothing.
      const { entry, letter } = effortOf(
        tree.body,
        tree.isBehind ? ~NO_LETTERS : NO_LETTERS,
        length,
      );
      const slowest = tree.isBehind && hasChoice(tree.body) ? Infinity : 0;
      return { ways: 1, entry: entry + letter * length + slowest, letter: 0 };
    }
    case 'row':
      return rowEffort(tree.items, next, length);
    case 'choice':
      return choiceEffort(tree.branches, next, length);
    case 'loop':
      return loopEffort(tree, next, length);
  }
}

function rowEffort(items: readonly PatternTree[], next: LetterSet, length: number): Effort {
  const efforts: Effort[] = [];
  let follow = next;
  for (const item of items.toReversed()) {
    efforts.unshift(effortOf(item, follow, length));
    follow = firstOf(item) | (leastOf(item) === 0 ? follow : NO_LETTERS);
  }
  return efforts.reduce(
    (all, { ways, entry, letter }) => ({
      ways: all.ways * ways,
      entry: all.entry + all.ways * entry,
      letter: all.letter + all.ways * letter,
    }),
    { ways: 1, entry: 0, letter: 0 },
  );
}

function choiceEffort(branches: readonly PatternTree[], next: LetterSet, length: number): Effort {
  const efforts = branches.map((branch) => effortOf(branch, next, length));
  const ways = efforts.map((it) => it.ways);
  const starts = branches.map((branch) => {
    const { letters, isWhole } = startOf(branch);
    if (isWhole) return [...letters, next];
    const orNext = leastOf(branch) === 0 ? next : NO_LETTERS;
    return letters.length > 0 ? letters : [firstOf(branch) | orNext];
  });
  const empty = branches.filter((branch) => leastOf(branch) === 0);
  const isDecided =
    empty.length < 2 &&
    starts.every((one, i) => starts.slice(i + 1).every((other) => areApart(one, other)));
  return {
    ways: isDecided ? Math.max(...ways) : ways.reduce((sum, it) => sum + it, 0),
    entry: efforts.reduce((sum, { entry }) => sum + entry, 1),
    letter: isDecided
      ? Math.max(...efforts.map(({ letter }) => letter))
      : efforts.reduce((sum, { letter }) => sum + letter, 0),
  };
}

/** Whether there is a place where no character can be that of both. */
function areApart(one: readonly LetterSet[], other: readonly LetterSet[]): boolean {
  return one.some((letters, i) => (letters & (other[i] ?? ~NO_LETTERS)) === NO_LETTERS);
}

function loopEffort(
  { body, min, max }: Extract<PatternTree, { is: 'loop' }>,
  next: LetterSet,
  length: number,
): Effort {
  const first = firstOf(body);
  const least = leastOf(body);
  const { ways, entry, letter } = effortOf(body, max > 1 ? first | next : next, length);
  const rounds = Math.min(max, least > 0 ? Math.floor(length / least) + 1 : min + length + 1);
  const isDecided = min === max || (least > 0 && (first & next) === NO_LETTERS);
  if (ways > 1) {
    // Each round multiplies the possibilities.
    const last = ways ** rounds;
    const all = rounds === 0 ? 1 : (last * ways - 1) / (ways - 1);
    return { ways: isDecided ? last : all, entry: all * (entry + letter * length), letter: 0 };
  }
  const exits = isDecided ? 1 : rounds - Math.min(min, rounds) + 1;
  // Few rounds are paid for by the entry, many by the characters that they take.
  const byRounds = { entry: entry * (rounds + 1), letter };
  const byLetters = { entry: entry * 2, letter: letter + entry / least };
  const isCheaper =
    least > 0 && byLetters.entry + byLetters.letter * length < byRounds.entry + letter * length;
  return { ways: exits, ...(isCheaper ? byLetters : byRounds) };
}

/** Whether there is more than one way to match at all. */
function hasChoice(tree: PatternTree): boolean {
  switch (tree.is) {
    case 'choice':
      return true;
    case 'loop':
      return tree.min !== tree.max || hasChoice(tree.body);
    case 'row':
      return tree.items.some(hasChoice);
    case 'look':
      return hasChoice(tree.body);
    case 'letter':
    case 'place':
    case 'repeat-of-group':
      return false;
  }
}

/** Whether a match can begin at the start of the text only. */
function isAnchored(tree: PatternTree): boolean {
  switch (tree.is) {
    case 'place':
      return tree.at === 'start';
    case 'row': {
      const [first] = tree.items;
      return first !== undefined && isAnchored(first);
    }
    case 'choice':
      return tree.branches.every(isAnchored);
    case 'letter':
    case 'loop':
    case 'look':
    case 'repeat-of-group':
      return false;
  }
}
