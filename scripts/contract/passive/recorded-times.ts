import { objectOf, stringOf, type Json, type JsonObject } from '../../base/json.ts';

/** When a request began and when its answer had come, in milliseconds since 1970; undefined where nobody says. */
export interface RecordedTimes {
  readonly began: number | undefined;
  readonly ended: number | undefined;
}

/** The phases that an exchange is made of; `ssl` is a part of `connect` (HAR 1.2, timings). */
const PHASES = ['blocked', 'dns', 'connect', 'send', 'wait', 'receive'] as const;

/** As HAR 1.2 has them, and as Kiln writes them. */
export function recordedTimes(entry: JsonObject): RecordedTimes {
  const { startedDateTime, time, at, milliseconds, timings } = entry;
  const told = figureOf(at) ?? figureOf(startedDateTime);
  const began = told ?? Date.parse(stringOf(startedDateTime) ?? '');
  if (Number.isNaN(began)) return { began: undefined, ended: undefined };
  const took = [figureOf(time), figureOf(milliseconds), sumOf(objectOf(timings))].find(
    (it) => it !== undefined && it >= 0,
  );
  return { began, ended: took === undefined ? undefined : began + took };
}

function sumOf(timings: JsonObject): number | undefined {
  const phases = PHASES.flatMap((name) => figureOf(timings[name]) ?? []).filter((it) => it >= 0);
  return phases.length === 0 ? undefined : phases.reduce((all, it) => all + it, 0);
}

/** A number, or the text of one. */
function figureOf(given: Json | undefined): number | undefined {
  if (typeof given === 'number') return given;
  return typeof given === 'string' && /^-?\d+(?:\.\d+)?$/.test(given) ? Number(given) : undefined;
}
