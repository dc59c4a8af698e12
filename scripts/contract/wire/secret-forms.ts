import { escapeHtml } from '../../page/html.ts';
import { encodeComponent } from '../../base/encode-component.ts';

/** Letters that a fragment of a secret must have to be taken for one. */
export const SHORTEST = 4;

/**
 * The texts in which a secret can stand in a request, or come back in an answer: as it is, escaped for
 * JSON, HTML or a URL, where it must be or letter by letter, in hexadecimal digits, and in base64, also
 * within a longer text that was encoded whole. Of a Basic
 * credential (RFC 7617, section 2) what it encodes is secret too.
 */
export function formsOf(secret: string): readonly string[] {
  const pair = basicPair(secret);
  const secrets = [secret, ...(pair ? [pair, passwordOf(pair)] : [])];
  const escaped = secrets.flatMap((text) => [text, ...escapesOf(text)]);
  // What stands in a URL is encoded once more where the URL is told in another.
  const twice = escaped.filter((it) => it.includes('%')).flatMap(percentOf);
  const coded = [...new Set(escaped)].flatMap(base64Of).filter((it) => it.length >= SHORTEST);
  return [...new Set([...escaped, ...twice, ...coded])].filter((it) => it !== '');
}

/** What stands before an ellipsis and is the beginning of a secret: a cut hides only the rest. */
export function cutFormAt(text: string, end: number, forms: readonly string[]): number {
  const lengths = forms.map((form) => {
    const longest = Math.min(form.length - 1, end);
    for (let length = longest; length >= SHORTEST; length -= 1) {
      if (text.startsWith(form.slice(0, length), end - length)) return length;
    }
    return 0;
  });
  return Math.max(0, ...lengths);
}

function escapesOf(text: string): string[] {
  const json = JSON.stringify(text).slice(1, -1);
  return [
    ...percentOf(text),
    encodeURI(text.toWellFormed()),
    json,
    JSON.stringify(json).slice(1, -1),
    escapeHtml(text),
    ...letterByLetter(text),
  ];
}

/** Escapes of letters that need none: for a URL, HTML and JSON, and the octets as digits alone. */
function letterByLetter(text: string): string[] {
  const octets = Buffer.from(text.toWellFormed()).toString('hex');
  const points = Array.from(text, (it) => it.codePointAt(0) ?? 0);
  const units = text.split('').map((it) => it.charCodeAt(0).toString(16).padStart(4, '0'));
  const percent = octets.replaceAll(/../g, '%$&');
  const unicode = units.map((it) => String.raw`\u${it}`).join('');
  const hex = points.map((it) => it.toString(16));
  return [
    octets,
    octets.toUpperCase(),
    percent,
    percent.toUpperCase(),
    points.map((it) => `&#${it};`).join(''),
    ...['x', 'X'].flatMap((x) => [
      hex.map((it) => `&#${x}${it};`).join(''),
      hex.map((it) => `&#${x}${it.toUpperCase()};`).join(''),
    ]),
    unicode,
    units.map((it) => String.raw`\u${it.toUpperCase()}`).join(''),
    ...(octets.length === 2 * text.length ? [octets.replaceAll(/../g, String.raw`\x$&`)] : []),
  ];
}

/** In a URL and in a form, whose white space is another; the digits in either case. */
function percentOf(text: string): string[] {
  const encoded = encodeComponent(text);
  const form = new URLSearchParams([['', text]]).toString().slice(1);
  return [encoded, form, lowerOctets(encoded), lowerOctets(form)];
}

function lowerOctets(text: string): string {
  return text.replaceAll(/%[0-9A-F]{2}/g, (octet) => octet.toLowerCase());
}

/**
 * The letters of base64 that only the secret decides, for each of the three places at which it can
 * begin within a group of three octets (RFC 4648, sections 4 and 5).
 */
function base64Of(text: string): string[] {
  const octets = new TextEncoder().encode(text);
  return [0, 1, 2].flatMap((before) => {
    const shifted = Buffer.concat([Buffer.alloc(before), octets]);
    const first = Math.ceil((before * 8) / 6);
    const last = Math.floor((shifted.length * 8) / 6);
    return (['base64', 'base64url'] as const).map((coding) =>
      shifted.toString(coding).slice(first, last),
    );
  });
}

/** `user:password` of the credential of HTTP's Basic scheme; undefined for any other secret. */
function basicPair(secret: string): string | undefined {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(secret) || secret.length % 4 !== 0) return undefined;
  const decoded = Buffer.from(secret, 'base64').toString('utf8');
  return /^[\u0020-\u007e]+:[\u0020-\u007e]*$/.test(decoded) ? decoded : undefined;
}

/** The password of a pair; a key that is sent as the user has none beside it. */
function passwordOf(pair: string): string {
  const at = pair.indexOf(':');
  return pair.slice(at + 1) || pair.slice(0, at);
}
