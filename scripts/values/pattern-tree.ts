import { letterSet, NO_LETTERS, type LetterSet } from './letter-set.ts';

/** A regular expression of ECMA-262 as far as its cost depends on it. */
export type PatternTree =
  | { readonly is: 'letter'; readonly letters: LetterSet; readonly source: string }
  | { readonly is: 'place'; readonly at: 'start' | 'end' | 'boundary' | 'within' }
  | { readonly is: 'repeat-of-group' }
  | { readonly is: 'look'; readonly body: PatternTree; readonly isBehind: boolean }
  | { readonly is: 'row'; readonly items: readonly PatternTree[] }
  | { readonly is: 'choice'; readonly branches: readonly PatternTree[] }
  | {
      readonly is: 'loop';
      readonly body: PatternTree;
      readonly min: number;
      readonly max: number;
    };

/** Groups within groups that are followed; what is nested deeper is nobody's ordinary pattern. */
const DEEPEST = 100;
const BOUNDS = /\{(\d+)(?:(,)(\d*))?\}\??/y;
const GROUP = /\((?:\?(?:(<?[=!])|:|<[^>]*>|[ims-]+:))?/y;
const ESCAPE =
  /\\(?:u\{[^}]*\}|u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[A-Za-z]|[pP]\{[^}]*\}|k<[^>]*>|[1-9]\d*|[^])/uy;
const CLASS = /\[(?:\\[^]|[^\]\\])*\]/uy;
const ANY = /[^]/uy;

/**
 * Reads a pattern that is known to be sound with these flags; undefined where it is nested too deep to
 * be followed.
 */
export function parsePattern(source: string, flags: '' | 'u'): PatternTree | undefined {
  let at = 0;
  let depth = 0;
  const take = (expected: RegExp): RegExpExecArray | undefined => {
    expected.lastIndex = at;
    const found = expected.exec(source);
    if (found) at += found[0].length;
    return found ?? undefined;
  };
  // What a modifier makes of a letter is not worth following: it may be any.
  const hasModifiers = /\(\?[ims-]+:/.test(source);
  const letterOf = (text: string): PatternTree => ({
    is: 'letter',
    letters: letterSet(hasModifiers ? '[^]' : text, flags),
    source: hasModifiers ? '' : text,
  });

  const choice = (): PatternTree | undefined => {
    depth += 1;
    if (depth > DEEPEST) return undefined;
    const branches: PatternTree[] = [];
    do {
      const branch = row();
      if (!branch) return undefined;
      branches.push(branch);
    } while (skip('|'));
    depth -= 1;
    const [only] = branches;
    return branches.length === 1 ? only : { is: 'choice', branches };
  };
  const skip = (character: string): boolean => {
    if (source[at] !== character) return false;
    at += 1;
    return true;
  };
  const row = (): PatternTree | undefined => {
    const items: PatternTree[] = [];
    while (at < source.length && source[at] !== '|' && source[at] !== ')') {
      const item = atom();
      if (!item) return undefined;
      items.push(repeated(item));
    }
    const [only] = items;
    return items.length === 1 ? only : { is: 'row', items };
  };
  const atom = (): PatternTree | undefined => {
    if (skip('^')) return { is: 'place', at: 'start' };
    if (skip('$')) return { is: 'place', at: 'end' };
    const group = take(GROUP);
    if (group) {
      const body = choice();
      if (!body) return undefined;
      skip(')');
      const look = group[1];
      return look === undefined ? body : { is: 'look', body, isBehind: look.startsWith('<') };
    }
    const escape = take(ESCAPE)?.[0];
    if (escape !== undefined) {
      if (escape === String.raw`\b`) return { is: 'place', at: 'boundary' };
      if (escape === String.raw`\B`) return { is: 'place', at: 'within' };
      if (/^\\(?:[1-9]|k)/.test(escape)) return { is: 'repeat-of-group' };
      return letterOf(escape);
    }
    return letterOf(take(CLASS)?.[0] ?? take(ANY)?.[0] ?? '');
  };
  const repeated = (body: PatternTree): PatternTree => {
    const bounds = boundsOf();
    if (!bounds) return body;
    skip('?');
    const [min, max] = bounds;
    return max === 0 ? NOTHING : { is: 'loop', body, min, max };
  };
  const boundsOf = (): readonly [number, number] | undefined => {
    if (skip('*')) return [0, Infinity];
    if (skip('+')) return [1, Infinity];
    if (skip('?')) return [0, 1];
    const [, min, comma, max] = take(BOUNDS) ?? [];
    if (min === undefined) return undefined;
    if (comma === undefined) return [Number(min), Number(min)];
    return [Number(min), max ? Number(max) : Infinity];
  };
  return choice();
}

const NOTHING: PatternTree = { is: 'row', items: [] };

/** Characters that a match can begin with; empty where it can only be empty. */
export function firstOf(tree: PatternTree): LetterSet {
  switch (tree.is) {
    case 'letter':
      return tree.letters;
    case 'place':
      return NO_LETTERS;
    case 'loop':
      return firstOf(tree.body);
    case 'choice':
      return tree.branches.reduce((all, branch) => all | firstOf(branch), NO_LETTERS);
    case 'row': {
      let first = NO_LETTERS;
      for (const item of tree.items) {
        first |= firstOf(item);
        if (leastOf(item) > 0) break;
      }
      return first;
    }
    case 'look':
    case 'repeat-of-group':
      // What it costs to try them is not decided by the next character.
      return ~NO_LETTERS;
  }
}

/** What the first characters can be, one after the other, as far as they are the same number for all. */
export function startOf(tree: PatternTree): {
  readonly letters: readonly LetterSet[];
  readonly isWhole: boolean;
} {
  switch (tree.is) {
    case 'letter':
      return { letters: [tree.letters], isWhole: true };
    case 'row': {
      const letters: LetterSet[] = [];
      for (const item of tree.items) {
        const start = startOf(item);
        letters.push(...start.letters);
        if (!start.isWhole) return { letters, isWhole: false };
      }
      return { letters, isWhole: true };
    }
    case 'place':
      return { letters: [], isWhole: true };
    case 'loop':
    case 'choice':
    case 'look':
    case 'repeat-of-group':
      return { letters: leastOf(tree) > 0 ? [firstOf(tree)] : [], isWhole: false };
  }
}

/** Characters of the shortest match. */
export function leastOf(tree: PatternTree): number {
  switch (tree.is) {
    case 'letter':
      return 1;
    case 'loop':
      return tree.min === 0 ? 0 : tree.min * leastOf(tree.body);
    case 'row':
      return tree.items.reduce((sum, item) => sum + leastOf(item), 0);
    case 'choice':
      return Math.min(...tree.branches.map(leastOf));
    case 'place':
    case 'look':
    case 'repeat-of-group':
      return 0;
  }
}
