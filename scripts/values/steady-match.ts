import { parsePattern, type PatternTree } from './pattern-tree.ts';

/** Says of any text whether a pattern matches, in time that grows with the length of the text alone. */
export interface SteadyMatcher {
  /** What each character of a text may cost. */
  readonly steps: number;
  readonly test: (text: string) => boolean;
}

type Step =
  | { readonly takes: (character: string) => boolean; readonly next: number }
  | { readonly holds: (before: string, after: string) => boolean; readonly next: number }
  /** Where it goes on without a character; the ways of a loop are known after its body. */
  | { readonly ways: number[] };

/** Steps beyond which a pattern is left to the engine. */
const MOST_STEPS = 5000;
/** Characters of the longest pattern that is looked at. */
const LONGEST_PATTERN = 5000;
/** The step after which all is matched. */
const END = 0;

/**
 * A matcher that is in all the places of a pattern at once that the text so far leads to, and so never
 * goes back. Undefined for what needs more memory than a place: what looks around, or repeats a group.
 */
export function steadyMatcher(source: string, flags: '' | 'u'): SteadyMatcher | undefined {
  if (source.length > LONGEST_PATTERN || (flags === '' && ODD.test(source))) return undefined;
  const tree = parsePattern(source, flags);
  const steps: Step[] = [{ ways: [] }];
  const start = tree && build(steps, flags, tree, END);
  if (start === undefined) return undefined;
  return {
    steps: steps.length,
    test: (text) => run(steps, start, flags === 'u' ? Array.from(text) : text.split('')),
  };
}

/** The step at which a tree is entered, what comes after it already there; undefined where it has no steps. */
function build(
  steps: Step[],
  flags: '' | 'u',
  tree: PatternTree,
  next: number,
): number | undefined {
  const add = (step: Step): number | undefined =>
    steps.length < MOST_STEPS ? steps.push(step) - 1 : undefined;
  switch (tree.is) {
    case 'letter': {
      const takes = takesOf(tree.source, flags);
      return takes && add({ takes, next });
    }
    case 'place':
      return add({ holds: PLACES[tree.at], next });
    case 'row': {
      let entry: number | undefined = next;
      for (const item of tree.items.toReversed()) {
        entry = entry === undefined ? undefined : build(steps, flags, item, entry);
      }
      return entry;
    }
    case 'choice': {
      const ways = tree.branches.map((branch) => build(steps, flags, branch, next));
      const known = ways.filter((way) => way !== undefined);
      return known.length < ways.length ? undefined : add({ ways: known });
    }
    case 'loop':
      return buildLoop(steps, flags, tree, next);
    case 'look':
    case 'repeat-of-group':
      return undefined;
  }
}

function buildLoop(
  steps: Step[],
  flags: '' | 'u',
  { body, min, max }: Extract<PatternTree, { is: 'loop' }>,
  next: number,
): number | undefined {
  if ((max === Infinity ? min : max) > MOST_STEPS) return undefined;
  let entry: number | undefined = next;
  if (max === Infinity) {
    const ways = [next];
    entry = steps.push({ ways }) - 1;
    const inside = build(steps, flags, body, entry);
    if (inside === undefined) return undefined;
    ways.push(inside);
  }
  const most = max === Infinity ? min : max;
  for (let round = min; round < most; round += 1) {
    const inside = build(steps, flags, body, entry);
    if (inside === undefined) return undefined;
    entry = steps.push({ ways: [next, inside] }) - 1;
  }
  for (let round = 0; round < min; round += 1) {
    const inside = build(steps, flags, body, entry);
    if (inside === undefined) return undefined;
    entry = inside;
  }
  return entry;
}

const isWord = (character: string) => /^\w$/.test(character);

const PLACES = {
  start: (before: string) => before === '',
  end: (_: string, after: string) => after === '',
  boundary: (before: string, after: string) => isWord(before) !== isWord(after),
  within: (before: string, after: string) => isWord(before) === isWord(after),
} as const;

/** What without the flag `u` is not one character, or not the one that it looks like. */
const ODD = /[\u{10000}-\u{10ffff}]|\\(?:u\{|u[dD][89abAB]|[pP]\{|c(?![A-Za-z])|k)/u;

/** What the engine itself says of one character; undefined where that cannot be asked. */
function takesOf(source: string, flags: '' | 'u'): ((character: string) => boolean) | undefined {
  if (source === '') return undefined;
  let matcher: RegExp;
  try {
    matcher = new RegExp(`^${source}$`, flags);
  } catch {
    return undefined;
  }
  const known = new Map<string, boolean>();
  return (character) => {
    const before = known.get(character);
    if (before !== undefined) return before;
    const isTaken = matcher.test(character);
    known.set(character, isTaken);
    return isTaken;
  };
}

function run(steps: readonly Step[], start: number, characters: readonly string[]): boolean {
  /** By step, the place in the text at which it was last reached: none is followed twice there. */
  const reached = new Int32Array(steps.length).fill(-1);
  let open: number[] = [];
  for (let at = 0; at <= characters.length; at += 1) {
    const before = characters[at - 1] ?? '';
    const after = characters[at] ?? '';
    const left = [...open, start];
    open = [];
    for (let index = left.pop(); index !== undefined; index = left.pop()) {
      if (index === END) return true;
      if (reached[index] === at) continue;
      reached[index] = at;
      const step = steps[index];
      if (!step) continue;
      if ('ways' in step) left.push(...step.ways);
      else if ('holds' in step) {
        if (step.holds(before, after)) left.push(step.next);
      } else if (after !== '' && step.takes(after)) open.push(step.next);
    }
  }
  return false;
}
