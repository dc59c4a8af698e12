import { domainToASCII, domainToUnicode } from 'node:url';

const LONGEST = 253;
const LONGEST_LABEL = 63;
const DOTS = /[.\u3002\uFF0E\uFF61]/u;
const ASCII_LABEL = /^(?!-)[a-z\d-]+(?<!-)$/i;

/**
 * Whether a text is a host name whose labels may be written in any script (RFC 5890, section 2.3.2).
 * What a letter's neighbours must be is checked (RFC 5892, appendix A), its direction is not.
 */
export function isInternationalHostname(text: string): boolean {
  return text.length <= LONGEST && text.split(DOTS).every(isLabel);
}

function isLabel(label: string): boolean {
  if (/^xn--/i.test(label)) {
    const unicode = domainToUnicode(label);
    // What is no Punycode of anything stays as it is, or becomes nothing.
    return unicode !== '' && !/^xn--/i.test(unicode) && isUnicodeLabel(unicode);
  }
  if (ASCII_LABEL.test(label)) return label.length <= LONGEST_LABEL && !label.startsWith('--', 2);
  return isUnicodeLabel(label);
}

/** A U-label (RFC 5891, section 4.2.3). */
function isUnicodeLabel(label: string): boolean {
  const isHyphenated = label.startsWith('-') || label.endsWith('-') || label.startsWith('--', 2);
  if (label === '' || isHyphenated || label !== label.normalize('NFC')) return false;
  if (/^\p{M}/u.test(label) || !LETTERS.test(label) || FORBIDDEN.test(label)) return false;
  if (!isStable(label) || !isInContext(label)) return false;
  const ascii = domainToASCII(label);
  return ascii !== '' && ascii.length <= LONGEST_LABEL;
}

/** Letters, marks and digits in lower case, and what appendix A of RFC 5892 allows in some places. */
const LETTERS =
  /^(?:[\p{Ll}\p{Lo}\p{Lm}\p{Mn}\p{Mc}\p{Nd}-]|[\u00B7\u0375\u05F3\u05F4\u30FB\u06FD\u06FE\u0F0B\u3007\u200C\u200D])+$/u;

/** Exceptions (RFC 5892, section 2.6). */
const FORBIDDEN = /[\u0640\u07FA\u302E\u302F\u3031-\u3035\u303B]/u;

/** Letters that become others when they are folded cannot be told from those (RFC 5892, section 2.2). */
function isStable(label: string): boolean {
  const kept = label.replaceAll(/[\u00DF\u03C2\u200C\u200D]/gu, '');
  return kept === kept.normalize('NFKC').toLowerCase().normalize('NFKC');
}

/** Signs that make one letter of two, before which alone joiners stand. */
const VIRAMA =
  '\u094D\u09CD\u0A4D\u0ACD\u0B4D\u0BCD\u0C4D\u0CCD\u0D3B\u0D3C\u0D4D\u0DCA\u0E3A\u0EBA\u0F84\u1039\u103A\u1714\u1734\u17D2\u1A60\u1B44\u1BAA\u1BAB\u1BF2\u1BF3\u2D7F\uA806\uA8C4\uA953\uA9C0\uAAF6\uABED';

/** What must not be found: a letter without the neighbours that it needs (RFC 5892, appendix A). */
const OUT_OF_CONTEXT: readonly RegExp[] = [
  /(?<!l)\u00B7|\u00B7(?!l)/u,
  /\u0375(?!\p{Script=Greek})/u,
  /(?<!\p{Script=Hebrew})[\u05F3\u05F4]/u,
  new RegExp(`(?<![${VIRAMA}])\u200D`, 'u'),
  new RegExp(`(?<![${VIRAMA}]|[\\p{Script=Arabic}\\p{Script=Syriac}]\\p{M}*)\u200C`, 'u'),
  /[\u0660-\u0669].*[\u06F0-\u06F9]|[\u06F0-\u06F9].*[\u0660-\u0669]/u,
];

function isInContext(label: string): boolean {
  if (OUT_OF_CONTEXT.some((it) => it.test(label))) return false;
  const hasMiddleDot = label.includes('\u30FB');
  return !hasMiddleDot || /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(label);
}
