/** Which characters one place of a pattern takes: a bit for each of ASCII, one for other white space, one for the rest. */
export type LetterSet = bigint;

export const NO_LETTERS: LetterSet = 0n;

const ASCII = 128;
const OTHER_SPACE = 1n << 128n;
const OTHER_TEXT = 1n << 129n;

/** What a letter, an escape or a class of a pattern takes; the engine itself says so for ASCII. */
export function letterSet(source: string, flags: '' | 'u'): LetterSet {
  const matcher = toMatcher(source, flags);
  if (!matcher) return ~NO_LETTERS;
  let letters = beyondAscii(source);
  for (let code = 0; code < ASCII; code += 1) {
    if (matcher.test(String.fromCharCode(code))) letters |= 1n << BigInt(code);
  }
  return letters;
}

function toMatcher(source: string, flags: '' | 'u'): RegExp | undefined {
  try {
    return new RegExp(`^${source}$`, flags);
  } catch {
    return undefined;
  }
}

/** At least what the source takes of other characters: more costs time, less would be wrong. */
function beyondAscii(source: string): LetterSet {
  if (source === String.raw`\s`) return OTHER_SPACE;
  if (source === String.raw`\S`) return OTHER_TEXT;
  const isNegated = source.startsWith('[^');
  const spaceless = source.replaceAll(String.raw`\s`, '');
  const hasSpace = spaceless.length < source.length;
  if (isNegated) return hasSpace ? OTHER_TEXT : OTHER_SPACE | OTHER_TEXT;
  const isAscii = spaceless !== '.' && !/\\[pPDWSuxc\d]|\P{ASCII}/u.test(spaceless);
  if (!isAscii) return OTHER_SPACE | OTHER_TEXT;
  return hasSpace ? OTHER_SPACE : NO_LETTERS;
}
