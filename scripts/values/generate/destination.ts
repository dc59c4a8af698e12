import { essenceOf } from '../../base/media-type.ts';
import type { Json, JsonObject } from '../../base/json.ts';

/** Where a value is to be sent: each place carries less than JSON can say. */
export type Destination =
  | 'json'
  | 'path'
  | 'query'
  | 'header'
  | 'cookie'
  | 'form'
  | 'multipart'
  | 'xml';

/** Where the content of a message goes: JSON, unless its media type cannot hold all of that. */
export function destinationOfMedia(mediaType: string): Destination {
  const essence = essenceOf(mediaType);
  if (essence === 'application/x-www-form-urlencoded') return 'form';
  if (essence.startsWith('multipart/')) return 'multipart';
  return /[/+]xml$/.test(essence) ? 'xml' : 'json';
}

const SCALAR = ['string', 'number', 'boolean'];
const NO_CONTROLS = '^[^\\u0000-\\u001f\\u007f]*$';
/** Not `.` or `..`, which a client resolves (RFC 3986, section 5.2.4), and nothing that ends a segment. */
const SEGMENT = '^(?!\\.{1,2}$)[^\\u0000-\\u001f\\u007f/\\\\]+$';
/** Visible characters, white space only between them (RFC 9110, section 5.5). */
const FIELD_VALUE = '^(?:[!-~](?:[ -~\\t]*[!-~])?)?$';
/** Octets of a cookie's value (RFC 6265, section 4.1.1). */
const COOKIE = '^[\\x21\\x23-\\x2b\\x2d-\\x3a\\x3c-\\x5b\\x5d-\\x7e]*$';
/** Characters of XML 1.0, section 2.2. */
const XML = '^[\\t\\n\\r\\u{20}-\\u{d7ff}\\u{e000}-\\u{fffd}\\u{10000}-\\u{10ffff}]*$';

/** Values without a null, without nesting, and empty nowhere: how those are written is undefined (OpenAPI 3.1.1, appendix C). */
function parameter(pattern: string, minLength = 0): JsonObject {
  const member = { type: SCALAR, pattern, minLength: 1 };
  return {
    type: [...SCALAR, 'array', 'object'],
    pattern,
    minLength,
    minItems: 1,
    items: member,
    minProperties: 1,
    additionalProperties: member,
    propertyNames: { minLength: 1, pattern: '^[^\\u0000-\\u001f\\u007f\\[\\]=&,;]+$' },
  };
}

/** Fields with a value each; an empty list would be none. */
function fields(pattern: string): JsonObject {
  const type = [...SCALAR, 'array', 'object'];
  const item = { type, pattern };
  const field = { ...item, minItems: 1, items: item };
  return {
    type: 'object',
    additionalProperties: field,
    propertyNames: { minLength: 1, pattern: NO_CONTROLS },
  };
}

function xml(): JsonObject {
  const text: Record<string, Json> = { type: [...SCALAR, 'array', 'object'], pattern: XML };
  // Whatever is nested in it is written the same way.
  return Object.assign(text, {
    items: text,
    additionalProperties: text,
    propertyNames: { pattern: '^[A-Za-z_][A-Za-z0-9_.-]*$' },
  });
}

/** What a place can carry, as a schema that applies besides; JSON carries everything. */
export const RESTRICTIONS: Readonly<Record<Destination, JsonObject | undefined>> = {
  json: undefined,
  path: parameter(SEGMENT, 1),
  query: parameter(NO_CONTROLS),
  header: parameter(FIELD_VALUE),
  cookie: parameter(COOKIE),
  form: fields(NO_CONTROLS),
  multipart: fields('^[^\\u0000]*$'),
  xml: xml(),
};

const GUARDS: ReadonlySet<string> = new Set([
  SEGMENT,
  NO_CONTROLS,
  FIELD_VALUE,
  COOKIE,
  XML,
  '^[^\\u0000]*$',
]);

/** Whether a pattern only keeps out what cannot be sent: no text is made after it. */
export function isGuard(pattern: string): boolean {
  return GUARDS.has(pattern);
}

const WORDS = Array.from('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.~');
const MARKS = Array.from(' !$&\'()*+,;=:@<>[]{}|^"`#?');
const FOREIGN = Array.from('éßñøçÅžłŽДжλΩ漢字かなカ한글€→“”😀🚀');

/** Characters of plain texts, the plainest first. Those that servers are known to stumble over have a family of their own. */
export const LETTERS: Readonly<Record<Destination, readonly string[]>> = {
  json: [...WORDS, ...MARKS, ...FOREIGN],
  path: [...WORDS, ...Array.from(" !$&'()*+:@"), ...FOREIGN],
  query: [...WORDS, ...MARKS, ...FOREIGN],
  header: [...WORDS, ...Array.from(" !$&'()*+:@<>[]{}|^`#?=")],
  cookie: [...WORDS, ...Array.from("!$&'()*+:@#")],
  form: [...WORDS, ...MARKS, ...FOREIGN],
  multipart: [...WORDS, ...MARKS, ...FOREIGN],
  xml: [...WORDS, ...MARKS, ...FOREIGN],
};

/** The letters that are in every alphabet. */
export const PLAIN_LETTERS: readonly string[] = WORDS;
