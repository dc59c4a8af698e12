import type { SampleField, RequestSample } from '../sample.ts';

/** The address of a request in its parts. */
export interface RequestAddress {
  /** `https://api.example.com`; with braces where its writer left it open. */
  readonly origin: string;
  /** Decoded, without empty ones. */
  readonly segments: readonly string[];
  readonly query: readonly SampleField[];
  /** Whether a user and a password stood in it. */
  readonly hasUser: boolean;
}

export function requestAddressOf({ url }: RequestSample): RequestAddress {
  const [, scheme = '', user = '', host = '', rest = ''] =
    /^(https?:\/\/)?(?:([^/@?#]*)@)?(\{\w+\}[^/?#]*|[^/?#]*)(.*)$/is.exec(url) ?? [];
  const [path = '', query = ''] = rest.replace(/#.*$/s, '').split(/\?(.*)/s);
  const origin = host.startsWith('{') && scheme === '' ? host : `${scheme || 'https://'}${host}`;
  return {
    origin: origin
      .replace(/:(80|443)$/, (port) =>
        port === (/^https/i.test(origin) ? ':443' : ':80') ? '' : port,
      )
      .toLowerCase(),
    segments: path
      .split('/')
      .filter((it) => it !== '')
      .map(decoded),
    query: query === '' ? [] : query.split('&').map(toField),
    hasUser: user !== '',
  };
}

function toField(pair: string): SampleField {
  const [name = '', value = ''] = pair.split(/=(.*)/s);
  return [decoded(name.replaceAll('+', ' ')), decoded(value.replaceAll('+', ' '))];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Whether a segment looks like the id of a thing, and not like a word of the API. */
export function isId(segment: string): boolean {
  if (/^\{[^}]+\}$/.test(segment)) return true;
  if (/^v\d+(\.\d+)*$/i.test(segment)) return false;
  if (/^\d+$/.test(segment)) return true;
  if (/^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i.test(segment))
    return true;
  // With a prefix: pet_1, ds-40, cus_Nf8s0.
  if (/^[a-z]{1,8}[-_](?=[A-Za-z0-9]*\d)[A-Za-z0-9]+$/.test(segment)) return true;
  if (/^[0-9a-f]{12,}$/i.test(segment) && /\d/.test(segment)) return true;
  // Drawn at random: letters of both cases or many, with digits among them.
  const isMixed = /\d.*\d/.test(segment) && /[a-z]/i.test(segment);
  if (/^[\w-]{10,}$/.test(segment) && isMixed) return true;
  // A file, a date or an address of mail.
  return /^\d{4}-\d{2}-\d{2}/.test(segment) || /^[^@\s]+@[^@\s]+\.\w+$/.test(segment);
}

/** `pet` of `pets`, `category` of `categories`, `address` of `addresses`. */
export function singularOf(word: string): string {
  if (/(ss|us|is|news|series)$/i.test(word)) return word;
  if (/ies$/i.test(word) && word.length > 4) return word.replace(/ies$/i, 'y');
  if (/(x|ch|sh|ss|z)es$/i.test(word)) return word.slice(0, -2);
  return /s$/i.test(word) && word.length > 2 ? word.slice(0, -1) : word;
}
