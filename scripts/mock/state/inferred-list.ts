import { isEqual, isObject, type Json } from '../../base/json.ts';
import { append, parentOf, valueAt, withValueAt, type Pointer } from '../../base/json-pointer.ts';
import { spell } from '../../base/spell.ts';
import type { Asked } from '../behaviour/step.ts';
import type { StoredThing } from './shelf.ts';

/**
 * Whether a thing is one of those that the query of a request asks for: nothing that the request says of a
 * property by its name is otherwise.
 */
export function isAskedFor({ fields }: StoredThing, { parameters }: Asked): boolean {
  const names = Object.keys(fields);
  return parameters.every(({ parameter, value }) => {
    if (parameter.in !== 'query') return true;
    const name = names.find((it) => spell(it) === spell(parameter.name));
    const held = name === undefined ? undefined : fields[name];
    return held === undefined || isOneOf(held, value);
  });
}

/** Objects and conditions on them are the business of the API. */
function isOneOf(held: Json, wanted: Json): boolean {
  const [have, want] = [held, wanted].map((it) =>
    Array.isArray(it) ? (it as readonly Json[]) : [it],
  );
  if ([...(have ?? []), ...(want ?? [])].some((it) => isObject(it))) return true;
  return (have ?? []).some((it) => (want ?? []).some((other) => isEqual(it, other)));
}

const COUNTS =
  /^(total|count|totalcount|totalitems|totalresults|totalelements|totalrecords|numfound)$/;

/** An answer whose counts beside a list, or around it, tell how many more there are than it shows as an example. */
export function recounted(answer: Json, items: Pointer, more: number): Json {
  if (more === 0 || items === '#') return answer;
  const places = [...new Set([parentOf(items), '#' as const])];
  return places.reduce<Json>((told, place) => {
    const around = valueAt(told, place);
    if (!isObject(around)) return told;
    return Object.entries(around).reduce<Json>((it, [name, value]) => {
      const isCount = typeof value === 'number' && COUNTS.test(spell(name));
      return isCount ? withValueAt(it, append(place, name), Math.max(0, value + more)) : it;
    }, told);
  }, answer);
}
