import addFormats from 'ajv-formats';
import { textOf, type Json } from '../base/json.ts';
import { isInteger } from './exact-numbers.ts';
import { isInternationalHostname } from './international-hostname.ts';
import { isInternationalMailbox, isMailbox } from './mailbox.ts';
import { isTimePoint } from './time-point.ts';
import { isIri, isIriReference, isUri, isUriReference } from './uri.ts';

type Test = (value: Json) => boolean;

/**
 * The test of a format; undefined for one that asserts nothing of values of that kind.
 *
 * The rule, wherever values are judged: formats that JSON Schema 2020-12 defines (validation, section
 * 7.3) are asserted of strings, and so is `byte` (RFC 4648, section 4) and
 * `iso-8601-time-point`, which is ours; the integers of OpenAPI's
 * registry (int8 to int64, uint8 to uint64) are asserted of numbers. Every other format is an
 * annotation: `float`, `double`, `binary`, `password`, `url`, and whatever nobody knows.
 */
export function formatNamed(name: string, kind: 'string' | 'number'): Test | undefined {
  return kind === 'number' ? INTEGERS.get(name) : TEXTS.get(name);
}

function integers(min: bigint, max: bigint): Test {
  return (value) => isInteger(value) && value >= min && value <= max;
}

const INTEGERS: ReadonlyMap<string, Test> = new Map(
  [8n, 16n, 32n, 64n].flatMap((bits) => [
    [`int${bits}`, integers(-(2n ** (bits - 1n)), 2n ** (bits - 1n) - 1n)],
    [`uint${bits}`, integers(0n, 2n ** bits - 1n)],
  ]),
);

/** An instant as most are written, on a day that every month has. */
const PLAIN_DATE_TIME =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?Z$/;

/** Whether a text is an instant (RFC 3339, section 5.6): one look tells of most, the calendar of the others. */
export function isDateTime(text: string): boolean {
  // A space between date and time is for people to read, and not of the grammar.
  return PLAIN_DATE_TIME.test(text) || (!/\s/.test(text) && byAjv('date-time')(text));
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
const BASE64 = /^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/;

const TEXTS: ReadonlyMap<string, Test> = new Map(
  Object.entries({
    'date-time': isDateTime,
    'iso-8601-time-point': isTimePoint,
    date: byAjv('date'),
    time: byAjv('time'),
    duration: byAjv('duration'),
    email: isMailbox,
    'idn-email': isInternationalMailbox,
    hostname: byAjv('hostname'),
    'idn-hostname': isInternationalHostname,
    ipv4: byAjv('ipv4'),
    ipv6: byAjv('ipv6'),
    uri: isUri,
    'uri-reference': isUriReference,
    iri: isIri,
    'iri-reference': isIriReference,
    'uri-template': byAjv('uri-template'),
    uuid: (text: string) => UUID.test(text),
    'json-pointer': byAjv('json-pointer'),
    'relative-json-pointer': byAjv('relative-json-pointer'),
    regex: isRegularExpression,
    byte: (text: string) => BASE64.test(text),
  }).map(([name, test]) => [name, (value: Json) => test(textOf(value))]),
);

/** As ajv-formats tests them; its expressions take what the RFCs do. */
function byAjv(name: Parameters<typeof addFormats.default.get>[0]): (text: string) => boolean {
  const format = addFormats.default.get(name);
  if (format instanceof RegExp) return (text) => format.test(text);
  const { validate } = format as { readonly validate: (text: string) => boolean };
  return validate;
}

/** JSON Schema's dialect is ECMA-262 with the flag `u` (core, section 6.4). */
function isRegularExpression(text: string): boolean {
  try {
    return new RegExp(text, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}
