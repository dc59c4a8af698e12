import { arrayOf, isEqual, objectOf, textOf, type Json } from '../../base/json.ts';
import type { Comparison } from '../../model/resource-policy.ts';

/** Whether a value meets a comparison; what nobody can tell is met. */
export function isMet(comparison: Comparison, held: Json, wanted: Json): boolean {
  const numbers = typeof held === 'number' && typeof wanted === 'number';
  const texts = typeof held === 'string' && typeof wanted === 'string';
  switch (comparison) {
    case 'equal':
      return isEqual(held, wanted);
    case 'notEqual':
      return !isEqual(held, wanted);
    case 'greater':
      return !numbers || held > wanted;
    case 'greaterOrEqual':
      return !numbers || held >= wanted;
    case 'less':
      return !numbers || held < wanted;
    case 'lessOrEqual':
      return !numbers || held <= wanted;
    case 'like':
      // Patterns are spelled in many ways; a text without any is none.
      return !texts || /[%_*?.]/.test(wanted) || held.includes(wanted);
    case 'oneOf':
      return arrayOf(wanted).some((it) => isEqual(it, held));
    case 'noneOf':
      return !arrayOf(wanted).some((it) => isEqual(it, held));
    case 'null':
      return (held === null) === wanted;
    case 'contains':
    case 'containedIn':
      return true;
  }
}

/** Whether things are in the order that a request asks for by one property; others nobody looks at. */
export function ordered(things: readonly Json[], order: Json): boolean {
  const pair =
    typeof order === 'string' ? order.split(' ') : arrayOf(arrayOf(order)[0]).map(textOf);
  const [name = '', direction = ''] = pair;
  const values = things.map((it) => objectOf(it)[name]);
  const isDown = direction.toLowerCase().startsWith('desc');
  return values.every((value, index) => {
    const before = values[index - 1];
    if (index === 0 || typeof value !== typeof before) return true;
    if (typeof value === 'number' && typeof before === 'number')
      return isDown ? before >= value : before <= value;
    if (typeof value !== 'string' || typeof before !== 'string') return true;
    // Of texts only what is alike at first has the same order everywhere.
    if (value.startsWith(before) && value !== before) return !isDown;
    return before.startsWith(value) && value !== before ? isDown : true;
  });
}
