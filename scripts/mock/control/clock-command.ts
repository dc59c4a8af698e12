import type { ClockState, ControllableClock } from '../../base/clock.ts';
import { isObject } from '../../base/json.ts';
import { parseDuration } from './duration.ts';
import { misuse } from './problem.ts';

const USAGE =
  'Send {"freeze": true}, {"freeze": "2026-01-01T00:00:00Z"}, {"advance": 60}, {"advance": "PT24H"} or {"resume": true}.';
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;
/** The last instant that a date of ECMAScript can be. */
const LAST = 8.64e15;

/** Does what the body of `PUT /clock` says; throws a UserError for what it does not understand. */
export function driveClock(clock: ControllableClock, command: unknown): void {
  const entries = isObject(command) ? Object.entries(command) : [];
  const [entry] = entries;
  if (!entry || entries.length > 1) throw misuse(USAGE);
  const [verb, value] = entry;
  if (verb === 'freeze') clock.freeze(value === true ? undefined : toInstant(value));
  else if (verb === 'advance') clock.advance(toMilliseconds(value, clock));
  else if (verb === 'resume' && value === true) clock.resume();
  else throw misuse(USAGE);
}

export function renderClock({ now, isFrozen, offset }: ClockState) {
  return { now: new Date(now).toISOString(), frozen: isFrozen, offsetSeconds: offset / 1000 };
}

function toInstant(value: unknown): number {
  const instant = typeof value === 'string' && INSTANT.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(instant)) throw misuse('"freeze" is true or an instant: 2026-01-01T00:00:00Z.');
  return instant;
}

function toMilliseconds(value: unknown, clock: ControllableClock): number {
  const milliseconds = typeof value === 'string' ? parseDuration(value) : Number(value) * 1000;
  const isUsable =
    (typeof value === 'string' || typeof value === 'number') &&
    milliseconds !== undefined &&
    milliseconds >= 0 &&
    clock.now() + milliseconds <= LAST;
  if (isUsable) return milliseconds;
  throw misuse('"advance" is a number of seconds or a duration of weeks, days and hours: P1DT12H.');
}
