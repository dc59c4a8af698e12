import addFormats from 'ajv-formats';
import { textOf, type Json } from '../base/json.ts';
import { isInteger } from './exact-numbers.ts';

/** An instant as most are written, on a day that every month has. */
const PLAIN_DATE_TIME =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?Z$/;
const DATE_TIME = addFormats.default.get('date-time') as {
  readonly validate: (text: string) => boolean;
};

/** Whether a text is an instant (RFC 3339, section 5.6): one look tells of most, the calendar of the others. */
export function isDateTime(text: string): boolean {
  return PLAIN_DATE_TIME.test(text) || DATE_TIME.validate(text);
}

type Test = (value: Json) => boolean;

/** The test of an asserted format; undefined for one that is an annotation for values of that kind. */
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

const BY_AJV = [
  'date',
  'time',
  'duration',
  'uri',
  'uri-reference',
  'uri-template',
  'email',
  'hostname',
  'ipv4',
  'ipv6',
  'regex',
  'uuid',
  'json-pointer',
  'relative-json-pointer',
  'byte',
];
const TEXTS: ReadonlyMap<string, Test> = new Map([
  ...BY_AJV.map((name) => {
    const known = addFormats.default.get(name as 'date') as
      | RegExp
      | ((text: string) => boolean)
      | { validate: (text: string) => boolean };
    const test =
      known instanceof RegExp
        ? (text: string) => known.test(text)
        : typeof known === 'function'
          ? known
          : known.validate;
    return [name, (value: Json) => test(textOf(value))] as const;
  }),
  ['date-time', (value: Json) => isDateTime(textOf(value))] as const,
]);
