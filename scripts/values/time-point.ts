/** `2024`, `2024-01`, `2024-01-15`, `20240115` (ISO 8601-1:2019, section 5.2.2). */
const CALENDAR = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$|^(\d{4})(\d\d)(\d\d)$/;
/** `2024-015`, `2024015` (section 5.2.3). */
const ORDINAL = /^(\d{4})-?(\d{3})$/;
/** `2024-W03`, `2024-W03-1`, `2024W03`, `2024W031` (section 5.2.4). */
const WEEK = /^(\d{4})-W(\d\d)(?:-(\d))?$|^(\d{4})W(\d\d)(\d)?$/;
/** Hours, minutes and seconds, the last of them with a fraction; the zone in either form (section 5.3). */
const TIME =
  /^(?:(\d\d)(?:(?::(\d\d)(?::(\d\d))?|(\d\d)(\d\d)?))?)([.,]\d+)?(?:Z|[+-](\d\d)(?::?(\d\d))?)?$/;

/**
 * Whether a text is a point in time as ISO 8601 spells it: a date by month, week or day of the year, complete
 * or cut short, or a complete one with a time of day, in the basic or the extended form. An offset may be
 * left out, and stands in either form after both. No intervals, durations, or years beyond four digits.
 */
export function isTimePoint(text: string): boolean {
  const [date = '', time, ...more] = text.split('T');
  if (more.length > 0) return false;
  const precision = precisionOf(date);
  if (time === undefined) return precision !== undefined;
  // A time of day belongs to a day, in the same form as it.
  return precision === 'day' && isTime(time, date.includes('-'));
}

function precisionOf(date: string): 'day' | 'less' | undefined {
  const [isCalendar, ...calendar] = CALENDAR.exec(date) ?? [];
  if (isCalendar !== undefined) {
    const [year, month, day] = numbersIn(calendar);
    if (month === undefined) return 'less';
    if (month < 1 || month > 12) return undefined;
    if (day === undefined) return 'less';
    const last = new Date(Date.UTC(2000, month, 0)).getUTCDate();
    const days = month === 2 && !isLeap(year ?? 0) ? 28 : last;
    return day >= 1 && day <= days ? 'day' : undefined;
  }
  const [isOrdinal, ...ordinal] = ORDINAL.exec(date) ?? [];
  if (isOrdinal !== undefined) {
    const [year = 0, day = 0] = numbersIn(ordinal);
    return day >= 1 && day <= (isLeap(year) ? 366 : 365) ? 'day' : undefined;
  }
  const [year = 0, week = 0, day] = numbersIn((WEEK.exec(date) ?? []).slice(1));
  if (week < 1 || week > weeksIn(year) || (day !== undefined && (day < 1 || day > 7)))
    return undefined;
  return day === undefined ? 'less' : 'day';
}

function isTime(time: string, isExtended: boolean): boolean {
  const match = TIME.exec(time);
  if (!match) return false;
  const [hours = 0, minutes = 0, seconds = 0] = numbersIn(match.slice(1, 6));
  const isOtherForm = isExtended ? match[4] !== undefined : match[2] !== undefined;
  const [zoneHours = 0, zoneMinutes = 0] = numbersIn(match.slice(7));
  if (isOtherForm || zoneHours > 23 || zoneMinutes > 59) return false;
  // The end of a day, and leap seconds.
  if (hours === 24) return minutes === 0 && seconds === 0 && !/[.,]0*[1-9]/.test(time);
  return hours < 24 && minutes < 60 && (seconds < 60 || (seconds === 60 && minutes === 59));
}

function numbersIn(groups: readonly (string | undefined)[]): readonly number[] {
  return groups.filter((it) => it !== undefined && /^\d/.test(it)).map(Number);
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** A year has a 53rd week where it begins on a Thursday, or on a Wednesday before a leap day. */
function weeksIn(year: number): number {
  const first = new Date(0).setUTCFullYear(year, 0, 1);
  const day = new Date(first).getUTCDay();
  return day === 4 || (day === 3 && isLeap(year)) ? 53 : 52;
}
