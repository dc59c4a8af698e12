import { objectOf, type Json, type JsonObject } from '../../base/json.ts';
import { contradictionIn } from './things.ts';

/** The first property that was said of a thing, was shown otherwise before, and is shown as said after. */
export function writtenIn(
  said: JsonObject,
  before: Json | undefined,
  after: Json | undefined,
): string | undefined {
  if (before === undefined || after === undefined) return undefined;
  return Object.keys(said).find((name) => {
    const own = { [name]: said[name] ?? null };
    const isShown = Object.hasOwn(objectOf(after), name);
    const wasOther =
      contradictionIn(own, before) !== undefined || !Object.hasOwn(objectOf(before), name);
    return isShown && wasOther && contradictionIn(own, after) === undefined;
  });
}
