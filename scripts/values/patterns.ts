import { matchSlowly, PATTERN_DEADLINE } from './match-slowly.ts';
import { quickLengthOf } from './quick-length.ts';
import { steadyMatcher, type SteadyMatcher } from './steady-match.ts';

/** Whether a text matches; undecided where that takes longer than anybody can wait. */
export type Matching = boolean | 'undecided';

/** A regular expression of a description (JSON Schema 2020-12 core, section 6.4), ready for use. */
export interface Pattern {
  readonly source: string;
  /** What is odd about it although it can be used, such as that it has to be read without the flag `u`. */
  readonly note: string | undefined;
  /** Ends within a tenth of a second, whatever the pattern and the text. */
  readonly test: (text: string) => Matching;
}

/** What is said of a text that a pattern could not decide about in time. */
export const UNDECIDED = `could not be checked within ${PATTERN_DEADLINE} ms`;

/** Steps of a steady matcher that are taken at most: more take longer than a tenth of a second. */
const MOST_STEPS = 1_000_000;
/** Time-outs after which a pattern is tried on no other text that might take long. */
const PATIENCE = 3;
/** Patterns that are remembered: descriptions have hundreds, what makes up its own has no end. */
const MOST_KNOWN = 10_000;

const known = new Map<string, Pattern | { readonly reason: string }>();

/**
 * The pattern of a source, or why there is none. JSON Schema reads patterns with the flag `u`; many in
 * the wild are sound only without (`\-`, `\@` outside of a class), and are taken as they were meant.
 */
export function toPattern(source: string): Pattern | { readonly reason: string } {
  const before = known.get(source);
  if (before) return before;
  const made = makePattern(source);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(source, made);
  return made;
}

/** Whether a text matches a pattern; one that is no regular expression is matched by nothing for certain. */
export function matchesPattern(source: string, text: string): Matching {
  const pattern = toPattern(source);
  return 'reason' in pattern ? 'undecided' : pattern.test(text);
}

function makePattern(source: string): Pattern | { readonly reason: string } {
  const strict = compile(source, 'u');
  if (strict instanceof RegExp) return patternOf(source, strict, 'u', undefined);
  const lenient = compile(source, '');
  if (!(lenient instanceof RegExp)) return { reason: strict };
  return patternOf(source, lenient, '', `${strict}; it is read without the flag u`);
}

function compile(source: string, flags: '' | 'u'): RegExp | string {
  try {
    return new RegExp(source, flags);
  } catch (error) {
    const { message } = error as SyntaxError;
    return message.slice(message.lastIndexOf(': ') + 2);
  }
}

function patternOf(
  source: string,
  matcher: RegExp,
  flags: '' | 'u',
  note: string | undefined,
): Pattern {
  let quickLength: number | undefined;
  let steady: SteadyMatcher | 'none' | undefined;
  const timedOut = new Set<string>();
  return {
    source,
    note,
    test(text) {
      quickLength ??= quickLengthOf(source, flags);
      if (text.length <= quickLength) return testHere(matcher, text);
      steady ??= steadyMatcher(source, flags) ?? 'none';
      if (steady !== 'none' && steady.steps * text.length <= MOST_STEPS) return steady.test(text);
      if (timedOut.size >= PATIENCE || timedOut.has(text)) return 'undecided';
      const matching = matchSlowly({ source, flags, text });
      if (matching === 'undecided') timedOut.add(text);
      return matching;
    },
  };
}

/** The engine gives up on texts that are too large for its stack. */
function testHere(matcher: RegExp, text: string): Matching {
  try {
    return matcher.test(text);
  } catch {
    return 'undecided';
  }
}
