import { isObject, textOf } from '../../base/json.ts';
import type { Draft } from '../generation/draft.ts';
import { isSamePlace, put, type InputPlace } from './input-place.ts';
import { wordOf } from './words.ts';

/** Characters of a text that can be drawn anew without saying something else. */
const FEWEST = 6;

/**
 * The request with other texts in its body, so that what may be there once is another thing each time. A text
 * keeps its shape: a letter stays a letter, and what is told by its form is told so still.
 */
export function renewed(
  places: readonly InputPlace[],
  draft: Draft,
  except: InputPlace | undefined,
  time: number,
  isAllowed: (draft: Draft) => boolean,
): Draft {
  const texts = places.filter(
    (it) =>
      it.part.media !== undefined &&
      typeof it.value === 'string' &&
      !('enum' in it.schema) &&
      // What an object says of itself is not what its members say.
      !(except && isSamePlace(it, except) && !isObject(except.value)),
  );
  return texts.reduce((own, place) => {
    const other = put(own, place, anew(textOf(place.value), time));
    return isAllowed(other) ? other : own;
  }, draft);
}

/** Another text of the same shape. */
export function anew(text: string, time: number): string {
  const drawn = wordOf(time, Math.max(text.length, FEWEST));
  // A time of day or a date stays what it is.
  if (/^\d{4}-\d\d-\d\d|^\d\d:\d\d/.test(text)) return text;
  if (text.includes('://')) return `${text.replace(/[?#].*/s, '')}/${drawn.slice(0, FEWEST)}`;
  const at = text.indexOf('@');
  if (at > 0) return `${drawn.slice(0, FEWEST)}${text.slice(at)}`;
  if (text.length < FEWEST && /^[a-z]*$/i.test(text)) return `${text}${drawn}`;
  const isHex = /^[\da-f-]{8,}$/i.test(text);
  return Array.from(text, (letter, i) => {
    const code = (drawn.codePointAt(i % drawn.length) ?? 97) - 97;
    if (/\d/.test(letter)) return String((Number(letter) + code) % 10);
    if (/[a-z]/.test(letter)) return String.fromCodePoint(97 + (isHex ? code % 6 : code));
    return /[A-Z]/.test(letter) ? String.fromCodePoint(65 + (isHex ? code % 6 : code)) : letter;
  }).join('');
}
