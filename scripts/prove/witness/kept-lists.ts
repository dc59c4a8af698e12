import { arrayOf, isEqual, isObject, objectOf, textOf, type Json } from '../../base/json.ts';
import { append, valueAt } from '../../base/json-pointer.ts';
import { ownerOf, type Doing, type Made } from './made.ts';
import { isMet, ordered } from './met.ts';
import type { Objection } from './objection.ts';

/** What was made and is shown must meet the conditions, be in order, and show what was asked for. */
export function listObjections(doing: Doing): readonly Objection[] {
  const { operation, resource, at, body, made } = doing;
  const { items, key = '#', filter, order, fields, operators = {} } = resource;
  if (items === undefined) return [];
  const listed = arrayOf(valueAt(body, items));
  const owner = ownerOf(resource, at);
  const own = listed.flatMap((item) => {
    const id = valueAt(item, key);
    const it = made.findLast((one) => one.owner === owner && one.id === textOf(id ?? null));
    return it ? [it] : [];
  });
  const clause = (...tokens: string[]) => append(operation.pointer, 'x-resource', ...tokens);
  const conditions = objectOf(filter === undefined ? undefined : at(filter));
  const strangers = Object.entries(conditions).flatMap(([name, wanted]) => {
    const asked = isObject(wanted) ? Object.entries(wanted) : [[undefined, wanted] as const];
    return asked.flatMap(([operator, value]): Objection[] => {
      const comparison = operator === undefined ? 'equal' : operators[operator];
      const stranger = own.find(
        ({ said }) =>
          comparison !== undefined && !isMet(comparison, objectOf(said)[name] ?? null, value),
      );
      if (!stranger) return [];
      const broken = operator === undefined ? clause('filter') : clause('operators', operator);
      return [{ clause: broken, seen: `${stranger.id} is listed` }];
    });
  });
  const wantedOrder = order === undefined ? undefined : at(order);
  const isDisordered =
    wantedOrder !== undefined &&
    !ordered(
      own.map(({ said }) => said),
      wantedOrder,
    );
  const wanted = fields === undefined ? undefined : at(fields);
  const names = Array.isArray(wanted) ? new Set(arrayOf(wanted).map(textOf)) : undefined;
  const isMore =
    names && listed.some((it) => Object.keys(objectOf(it)).some((name) => !names.has(name)));
  return [
    ...strangers,
    ...(isDisordered ? [{ clause: clause('order'), seen: 'things are in another order' }] : []),
    ...(isMore ? [{ clause: clause('fields'), seen: 'more is shown than was asked for' }] : []),
    ...cutObjections(doing, listed),
    ...periodObjections(doing, own),
  ];
}

/** No text is longer than a request wants it. */
function cutObjections(
  { operation, resource: { cut }, at }: Doing,
  listed: readonly Json[],
): readonly Objection[] {
  const asked = cut && at(cut.at);
  const most = asked === true ? cut?.bytes : asked;
  if (typeof most !== 'number') return [];
  const long = listed
    .flatMap((it) => Object.values(objectOf(it)))
    .find((it) => typeof it === 'string' && new TextEncoder().encode(it).length > most);
  const clause = append(operation.pointer, 'x-resource', 'cut');
  return long === undefined ? [] : [{ clause, seen: `a text is longer than ${most} bytes` }];
}

/** Milliseconds. */
const DAY = 24 * 60 * 60 * 1000;

/** What was made on another day than those that a request names is not listed. */
function periodObjections(
  { operation, resource: { period }, at }: Doing,
  listed: readonly Made[],
): readonly Objection[] {
  const day = (place: string | undefined) =>
    Date.parse(textOf((place === undefined ? null : at(place)) ?? null));
  const [from, to] = [day(period?.from), day(period?.to)];
  const stranger = listed.find(({ moment }) => moment < from || moment >= to + DAY);
  const clause = append(operation.pointer, 'x-resource', 'period');
  return period && stranger ? [{ clause, seen: `${stranger.id} was not made in that period` }] : [];
}

/** An update of all that meet a condition answers with none that was made and does not. */
export function manyObjections({
  operation,
  resource,
  at,
  body,
  made,
}: Doing): readonly Objection[] {
  const { filter, id, item = '#', key = '#', operators = {} } = resource;
  if (filter === undefined || (id !== undefined && at(id) !== undefined)) return [];
  const told = [valueAt(body, item) ?? null].flat() as readonly Json[];
  const owner = ownerOf(resource, at);
  return Object.entries(objectOf(at(filter))).flatMap(([name, wanted]): Objection[] => {
    const stranger = told.find((one) => {
      const own = made.findLast(
        (it) => it.owner === owner && it.id === textOf(valueAt(one, key) ?? null),
      );
      if (!own) return false;
      const held = objectOf(own.said)[name] ?? null;
      const asked = isObject(wanted) ? Object.entries(wanted) : undefined;
      return asked
        ? asked.some(
            ([it, value]) => operators[it] !== undefined && !isMet(operators[it], held, value),
          )
        : !isEqual(held, wanted);
    });
    const clause = append(operation.pointer, 'x-resource', 'filter');
    return stranger === undefined
      ? []
      : [{ clause, seen: `${JSON.stringify(stranger)} is updated` }];
  });
}
