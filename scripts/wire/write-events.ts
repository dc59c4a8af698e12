import { isObject, type Json, type JsonObject } from '../base/json.ts';
import { jsonText } from './plain-data.ts';

const FIELDS: ReadonlySet<string> = new Set(['event', 'id', 'retry', 'data']);

/**
 * Values as the events of a stream (HTML Standard, section 9.2.6). An object that has the fields of an event
 * and no others is one (OpenAPI 3.2, section 4.14.4); any other value is what an event has to say.
 */
export function writeEvents(value: Json): string {
  if (typeof value === 'string' && /^(?:event|id|retry|data)?:/m.test(value)) return value;
  const events: readonly Json[] = Array.isArray(value) ? value : [value];
  return events.map((it) => `${linesOf(isEvent(it) ? it : { data: it })}\n`).join('');
}

function isEvent(value: Json): value is JsonObject {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  return names.length > 0 && names.every((name) => FIELDS.has(name));
}

function linesOf(event: JsonObject): string {
  return Object.entries(event)
    .flatMap(([name, value]) => {
      const text = typeof value === 'string' ? value : jsonText(value);
      return text.split(/\r\n|\r|\n/).map((line) => `${name}: ${line}\n`);
    })
    .join('');
}
