import * as fc from 'fast-check';

/** Texts that are allowed where any text is and that servers are known to stumble over, by what they try. */
export const HOSTILE_STRINGS = {
  'path-separator': ['a/b', '/', 'a\\b', '\\', '//', 'a%2Fb'],
  'dot-segment': ['.', '..', '../..', './a', '..%2f..'],
  control: ['\u0000', 'a\u0000b', '\u0001', '\u001b[31m', '\u007f', '\u0085'],
  'line-break': ['a\nb', 'a\r\nb', '\n', 'a\u2028b'],
  'white-space': [' ', ' a', 'a ', '\t', '\u00a0a', '\u3000', '\ufeffa'],
  percent: ['%', '%00', '%zz', '100%', '%25', '%u0041'],
  bidirectional: ['\u202eabc', 'a\u200fb', '\u2066a\u2069', 'שלום', 'مرحبا'],
  composition: ['e\u0301', 'ﬁ', '\u1e9b\u0323', 'ǅ', 'İ', 'ß'],
  astral: ['\u{1f468}\u200d\u{1f469}\u200d\u{1f467}', '\u{10ffff}', '\u{1f1e9}\u{1f1ea}'],
  template: ['{{7*7}}', '${7*7}', '<b>', '&amp;', '#{1}', '{id}'],
  quote: ["'", '"', "'; --", '`', '","', '\\"'],
  number: ['0', '-0', '1e999', 'NaN', 'Infinity', '0x10', '1_000'],
  surrogate: ['\ud800', 'a\udfff', '\udc00\ud800'],
  long: ['a'.repeat(3000), '\u00e9'.repeat(30_000)],
  word: ['null', 'undefined', 'true', 'constructor', '__proto__', 'toString'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type HostileKind = keyof typeof HOSTILE_STRINGS;

/** Hostile texts of a kind, or of all: never among the values that are called valid. */
export function hostileStrings(kind?: HostileKind): fc.Arbitrary<string> {
  const texts: readonly string[] =
    kind === undefined ? Object.values(HOSTILE_STRINGS).flat() : HOSTILE_STRINGS[kind];
  return fc.constantFrom(...texts);
}
