import addFormats from 'ajv-formats';
import { encodeComponent } from '../base/encode-component.ts';

const UNRESERVED = String.raw`\w.~\-`;
const SUB_DELIMITERS = String.raw`!$&'()*+,;=`;
const ENCODED = '%[\\da-f]{2}';
const PCHAR = `(?:[${UNRESERVED}${SUB_DELIMITERS}:@]|${ENCODED})`;
const NO_COLON = `(?:[${UNRESERVED}${SUB_DELIMITERS}@]|${ENCODED})`;
const USER = `(?:(?:[${UNRESERVED}${SUB_DELIMITERS}:]|${ENCODED})*@)?`;
const NAME = `(?:[${UNRESERVED}${SUB_DELIMITERS}]|${ENCODED})*`;
/** What stands in brackets is looked at by itself. */
const HOST = `(?:\\[(?<address>[^\\]]*)\\]|${NAME})`;
const SEGMENTS = `(?:/${PCHAR}*)*`;
const AUTHORITY = `//${USER}${HOST}(?::\\d*)?${SEGMENTS}`;
const ABSOLUTE = `/(?:${PCHAR}+${SEGMENTS})?`;
const REST = `(?:\\?(?:${PCHAR}|[/?])*)?(?:#(?:${PCHAR}|[/?])*)?`;

/** A URI, and a relative reference (RFC 3986, appendix A). */
const URI = new RegExp(
  `^[a-z][a-z\\d+.-]*:(?:${AUTHORITY}|${ABSOLUTE}|${PCHAR}+${SEGMENTS}|)${REST}$`,
  'i',
);
const RELATIVE = new RegExp(`^(?:${AUTHORITY}|${ABSOLUTE}|${NO_COLON}+${SEGMENTS}|)${REST}$`, 'i');

/** Characters beyond ASCII that an IRI may have (RFC 3987, section 2.2, `ucschar`), besides those beyond the first plane. */
const BEYOND_ASCII = /[\u00A0-\uD7FF\uE000-\uFDCF\uFDF0-\uFFEF\u{10000}-\u{10FFFD}]/gu;

/** Whether a text is an absolute URI with or without a fragment. */
export function isUri(text: string): boolean {
  return matches(URI, text);
}

/** Whether a text is a URI or a relative reference (RFC 3986, section 4.1). */
export function isUriReference(text: string): boolean {
  return matches(URI, text) || matches(RELATIVE, text);
}

/** Whether a text is an IRI: one becomes a URI when what is not ASCII is percent-encoded (RFC 3987, section 3.1). */
export function isIri(text: string): boolean {
  return isUri(asUri(text));
}

/** Whether a text is an IRI or a relative reference (RFC 3987, section 2.2). */
export function isIriReference(text: string): boolean {
  return isUriReference(asUri(text));
}

function matches(grammar: RegExp, text: string): boolean {
  const found = grammar.exec(text);
  const address = found?.groups?.['address'];
  return found !== null && (address === undefined || isAddress(address));
}

function isAddress(text: string): boolean {
  if (/^v[\da-f]+\.[\w.~!$&'()*+,;=:-]+$/i.test(text)) return true;
  const ipv6 = addFormats.default.get('ipv6');
  return ipv6 instanceof RegExp && ipv6.test(text);
}

function asUri(text: string): string {
  return text.replaceAll(BEYOND_ASCII, (letter) => encodeComponent(letter));
}
