import type { DateTimeContract, OperationContract } from './contract.ts';
import type { Policy } from './settings.ts';
import type { PayloadReader } from './webhook.ts';

/** Times of answers are `Date`s where the description says that they are times, and texts stay texts. */
export const dating: Policy = ({ contract: { dateTimes = [] } }) => ({
  readTimes: (operation, status, mediaType, value) =>
    toDates(dateTimes, operation.dateTimes?.[documentedBy(operation, status)]?.[mediaType], value),
});

/** What documents a status: itself, its range, or `default` (OpenAPI 3.1.1, section 4.8.16). */
function documentedBy({ responses }: OperationContract, status: number): string {
  const keys = [`${status}`, `${Math.floor(status / 100)}XX`];
  return keys.find((it) => responses[it] !== undefined) ?? 'default';
}

/** The same with the texts of the times, as openapi-fetch reads and takes them: it knows no `Date`. */
export type TextsOf<Value> = unknown extends Value
  ? Value
  : Value extends Date
    ? string
    : Value extends Blob
      ? Value
      : { [Key in keyof Value]: TextsOf<Value[Key]> };

/** The same of what webhooks bring. */
export function datingPayloads(table: readonly DateTimeContract[]): PayloadReader {
  return ({ dateTimes }, payload) => toDates(table, dateTimes, payload);
}

/**
 * A value as JSON has it, in which the times at a place of the table have become `Date`s; it is changed itself. What
 * is no time (RFC 3339, section 5.6) stays the text that it is.
 */
export function toDates<Value>(
  table: readonly DateTimeContract[],
  place: number | undefined,
  value: Value,
): Value {
  if (place === undefined) return value;
  const root: Holder = { value };
  // A list of what is to be done, and no recursion: values may be thousands deep.
  const open: [Holder, string, number][] = [[root, 'value', place]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [holder, key, at] = next;
    const [it, row] = [holder[key], table[at] ?? {}];
    if (typeof it === 'string') {
      if (row.isTime) holder[key] = dateOf(it) ?? it;
    } else if (typeof it === 'object' && it !== null) {
      const below = it as Holder;
      for (const name of Object.keys(below)) {
        const inner = placeBelow(row, name, Array.isArray(below));
        if (typeof inner === 'number') open.push([below, name, inner]);
      }
    }
  }
  return root['value'] as Value;
}

type Holder = Record<string, unknown>;

function placeBelow(row: DateTimeContract, name: string, isList: boolean) {
  const { first = [], items, members = {}, others } = row;
  if (isList) return Number(name) < first.length ? first[Number(name)] : items;
  return Object.hasOwn(members, name) ? members[name] : others;
}

const DATE_TIME = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d):(\d\d)(\.\d+)?(?:Z|([+-]\d\d):?(\d\d))$/i;

/**
 * The moment of a time with its offset (RFC 3339, section 5.6), which servers also write without the colon in it;
 * undefined of what is none.
 */
export function dateOf(text: string): Date | undefined {
  const [, day, time, seconds, fraction = '', hours = '+00', minutes = '00'] =
    DATE_TIME.exec(text) ?? [];
  if (day === undefined || !isDay(day)) return undefined;
  // A leap second is the first of the next minute to a Date, which knows none.
  const isLeap = seconds === '60';
  const known = `${day}T${time}:${isLeap ? '59' : seconds}${fraction}${hours}:${minutes}`;
  const date = new Date(Date.parse(known) + (isLeap ? 1000 : 0));
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** Whether a month has this day: to a Date, the 30th of February is in March. */
function isDay(day: string): boolean {
  const midnight = new Date(day);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day);
}
