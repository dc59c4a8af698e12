/** One name for each way to write a unit of time. */
const UNITS: Readonly<Record<string, string>> = {
  ms: 'millisecond',
  millisecond: 'millisecond',
  s: 'second',
  sec: 'second',
  second: 'second',
  min: 'minute',
  minute: 'minute',
  h: 'hour',
  hr: 'hour',
  hour: 'hour',
  day: 'day',
  week: 'week',
  month: 'month',
  year: 'year',
};

const NAMES = Object.keys(UNITS)
  .toSorted((left, right) => right.length - left.length)
  .join('|');

/** `/min`, `per minute`, `for each minute`, `requests a minute`, with no other figure in between. */
const PER = new RegExp(
  String.raw`^[^\d.;|"]{0,40}?(?:\/\s?|\b(?:per|an?|each|every)\s+)(${NAMES})s?\b`,
  'iu',
);

/** The unit of time in which the figure before this text is counted: `minute` of ` requests per minute`. */
export function periodAfter(text: string): string | undefined {
  const [, name = ''] = PER.exec(text.slice(0, 60)) ?? [];
  return UNITS[name.toLowerCase()];
}

/** `millisecond` of `ms` and `milliseconds`; nothing of what is no unit of time. */
export function toTimeUnit(text: string): string | undefined {
  return UNITS[text.toLowerCase().replace(/(?<=..)s$/, '')];
}
