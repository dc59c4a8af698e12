import type { EvaluationPlugin } from '@hyperjump/json-schema/experimental';

/** Among the plugins of a check: what a format that nobody here knows is said of, does not hold. */
export const DOUBT: EvaluationPlugin = {};

/**
 * Formats of texts that the second validator asserts (JSON Schema 2020-12, validation, section 7.3), and
 * those of OpenAPI's registry that leave a text as it is.
 */
const KNOWN = new Set(
  (
    'date-time date time duration email idn-email hostname idn-hostname ipv4 ipv6 uri uri-reference iri ' +
    'iri-reference uuid uri-template json-pointer relative-json-pointer regex ' +
    'password binary html commonmark'
  ).split(' '),
);

/**
 * Whether a format that JSON Schema does not define may ask more of a text than its schema shows. An
 * address of the web is one where browsers say so; all others are words that a server may know.
 */
export function mayAskMore(format: string, text: string): boolean {
  return format === 'url' ? !URL.canParse(text) : !KNOWN.has(format);
}
