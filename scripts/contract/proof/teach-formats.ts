import { typeOf, value } from '@hyperjump/json-schema/instance/experimental';
import { extendKeyword } from './extend-keyword.ts';
import { isWhole } from './teach-numbers.ts';
import { DOUBT, mayAskMore } from './unknown-formats.ts';

let isTaught = false;

/**
 * Has the second validator know the formats of OpenAPI's registry that the first asserts though JSON
 * Schema does not define them. How it decides shares nothing with the first.
 */
export function teachFormats(): void {
  if (isTaught) return;
  isTaught = true;
  extendKeyword('draft-2020-12/format', (format, node, { plugins }) => {
    if (typeof format !== 'string') return undefined;
    const content: unknown = value(node);
    if (typeOf(node) === 'number') return holdsIn(format, content);
    if (typeof content !== 'string') return undefined;
    if (format === 'byte') return isBase64(content);
    if (format === 'iso-8601-time-point') return isOnCalendar(content);
    return plugins.includes(DOUBT) && mayAskMore(format, content) ? false : undefined;
  });
}

/** Whether a number is what so many bits can hold: int8 to int64, uint8 to uint64. */
function holdsIn(format: string, number: unknown): boolean | undefined {
  const [, unsigned, bits] = /^(u?)int(8|16|32|64)$/.exec(format) ?? [];
  if (bits === undefined) return undefined;
  if (!isWhole(number)) return false;
  const [width, whole] = [Number(bits), BigInt(number)];
  return whole === (unsigned ? BigInt.asUintN(width, whole) : BigInt.asIntN(width, whole));
}

/** Whether a text decodes as base64 with its padding and nothing else (RFC 4648, section 4). */
function isBase64(text: string): boolean {
  // What decodes for the web skips white space, and takes a text without its padding.
  if (/\s/.test(text) || text.length % 4 !== 0) return false;
  try {
    atob(text);
    return true;
  } catch {
    return false;
  }
}

/** Parts of what ISO 8601 spells, a date and perhaps a time of day, by the letters that stand in them. */
const POINT =
  /^(?<year>\d{4})(?:-?W(?<week>\d\d)(?:-?(?<weekday>[1-7]))?|-?(?<ordinal>\d{3})|-(?<month>\d\d)(?:-(?<day>\d\d))?|(?<compact>\d{4}))?(?:T(?<time>[\d:]+)(?<fraction>[.,]\d+)?(?:Z|[+-](?:[01]\d|2[0-3])(?::?[0-5]\d)?)?)?$/;

/** Whether a text names a day, or more than one, that the calendar has, and a time that a day has. */
function isOnCalendar(text: string): boolean {
  const parts = POINT.exec(text)?.groups;
  if (!parts) return false;
  const { year = '', week, weekday, ordinal, month, day, compact, time, fraction } = parts;
  const rest = text.split('T', 1)[0]?.slice(4) ?? '';
  const isExtended = rest.startsWith('-');
  if (weekday !== undefined && /W\d\d-/.test(rest) !== isExtended) return false;
  const isADay = [weekday, ordinal, day, compact].some((it) => it !== undefined);
  if (time !== undefined && (!isADay || !isOnClock(time, fraction, isExtended))) return false;
  const start = (offset: number) => new Date(new Date(0).setUTCFullYear(Number(year), 0, offset));
  if (week !== undefined) {
    // The fourth of January is in the first week, and the 28th of December in the last.
    const fourth = start(4).getUTCDay() || 7;
    const thursday = start(4 - fourth + 4 + (Number(week) - 1) * 7);
    return Number(week) > 0 && thursday.getUTCFullYear() === Number(year);
  }
  if (ordinal !== undefined)
    return Number(ordinal) > 0 && start(Number(ordinal)).getUTCFullYear() === Number(year);
  const named = compact === undefined ? [month ?? '01', day ?? '01'] : compact.match(/../g);
  const written = `${year}-${named?.join('-') ?? ''}`;
  const read = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().slice(0, 10) === written;
}

function isOnClock(time: string, fraction: string | undefined, isExtended: boolean): boolean {
  const shape = isExtended ? /^\d\d(:\d\d){0,2}$/ : /^(\d\d){1,3}$/;
  if (!shape.test(time)) return false;
  const [hours = 0, minutes = 0, seconds = 0] = (time.match(/\d\d/g) ?? []).map(Number);
  const isLeap = seconds === 60 && minutes === 59 && hours < 24;
  const elapsed =
    hours * 3600 + minutes * 60 + seconds + Number(`0${(fraction ?? '').replace(',', '.')}`);
  return minutes < 60 && (seconds < 60 || isLeap) && (elapsed <= 86_400 || isLeap);
}
