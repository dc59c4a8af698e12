import addFormats from 'ajv-formats';
import { isInternationalHostname } from './international-hostname.ts';

const ATOM = String.raw`[\w!#$%&'*+/=?^\`{|}~-]`;
const DOTTED = new RegExp(`^${ATOM}+(?:\\.${ATOM}+)*$`);
/** A quoted local part: printable characters, of which quote and backslash are escaped. */
const QUOTED = /^"(?:[ !#-[\]-~]|\\[ -~])*"$/;
const LONGEST_LOCAL_PART = 64;
const DOMAIN = /^(?=.{1,253}$)(?!-)[a-z\d-]{1,63}(?<!-)(?:\.(?!-)[a-z\d-]{1,63}(?<!-))*$/i;

/** Whether a text is a mailbox (RFC 5321, section 4.1.2): dotted or quoted, at a domain or an address literal. */
export function isMailbox(text: string): boolean {
  return isAddress(text, (domain) => DOMAIN.test(domain));
}

/** The same with letters beyond ASCII on both sides (RFC 6531, section 3.3). */
export function isInternationalMailbox(text: string): boolean {
  const [local = '', domain = ''] = split(text);
  if (domain === '') return false;
  // A letter beyond ASCII stands where any of ASCII may.
  const plain = `${local.replaceAll(/[^\0-\u{9F}]/gu, 'x')}@${domain}`;
  return isAddress(plain, (it) => DOMAIN.test(it) || isInternationalHostname(it));
}

function isAddress(text: string, isDomain: (domain: string) => boolean): boolean {
  const [local = '', domain = ''] = split(text);
  if (!DOTTED.test(local) && !QUOTED.test(local)) return false;
  if (local.length > LONGEST_LOCAL_PART) return false;
  const [, literal] = /^\[(.*)\]$/.exec(domain) ?? [];
  return literal === undefined ? isDomain(domain) : isAddressLiteral(literal);
}

/** The last @ ends the local part: a quoted one may hold others. */
function split(text: string): readonly string[] {
  const at = text.lastIndexOf('@');
  return at < 0 ? [] : [text.slice(0, at), text.slice(at + 1)];
}

function isAddressLiteral(literal: string): boolean {
  const [, ipv6] = /^IPv6:(.*)$/i.exec(literal) ?? [];
  const format = addFormats.default.get(ipv6 === undefined ? 'ipv4' : 'ipv6');
  return format instanceof RegExp && format.test(ipv6 ?? literal);
}
