import { arrayOf, isEqual, isObject, objectOf, textOf, type Json } from '../../base/json.ts';
import { append, valueAt } from '../../base/json-pointer.ts';
import { ownerOf, type Doing } from './made.ts';
import { isMet, ordered } from './met.ts';
import type { Objection } from './objection.ts';

/** What was made and is shown must meet the conditions, be in order, and show what was asked for. */
export function listObjections({
  operation,
  resource,
  at,
  body,
  made,
}: Doing): readonly Objection[] {
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
  ];
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
