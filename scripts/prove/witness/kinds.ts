import { arrayOf, isEqual, objectOf, textOf } from '../../base/json.ts';
import { append, valueAt } from '../../base/json-pointer.ts';
import type { Doing } from './made.ts';
import type { Objection } from './objection.ts';

/** A list of several kinds shows what was made of each, those alone that are asked for, and only what has the text. */
export function kindObjections({
  operation,
  resource,
  at,
  body,
  made,
}: Doing): readonly Objection[] {
  const { kinds, search, within = [], items = '#', key = '#' } = resource;
  if (!kinds && !search) return [];
  const listed = arrayOf(valueAt(body, items));
  const clause = (...tokens: (string | number)[]) =>
    append(operation.pointer, 'x-resource', ...tokens);
  const around = within.map((it) => textOf(at(it) ?? null));
  const wanted = kinds?.chosen === undefined ? [] : arrayOf(at(kinds.chosen));
  const text = search === undefined ? undefined : at(search.for);
  const isFound = (thing: Parameters<typeof valueAt>[0]) =>
    !search ||
    typeof text !== 'string' ||
    search.at.some((it) => {
      const held = valueAt(thing, it);
      return typeof held === 'string' && held.toLowerCase().includes(text.toLowerCase());
    });
  const missing = (kinds?.of ?? []).flatMap(({ name, word, owners = [], only = {} }, index) => {
    if (wanted.length > 0 && !wanted.includes(word)) return [];
    const lost = made.find(({ owner, id, told }) => {
      const [kind] = JSON.parse(owner) as readonly string[];
      const isHere =
        kind === name &&
        owners.every((it, i) => textOf(valueAt(told, it) ?? null) === around[i]) &&
        Object.entries(only).every(([it, value]) => isEqual(objectOf(told)[it] ?? null, value));
      return (
        isHere && isFound(told) && !listed.some((it) => textOf(valueAt(it, key) ?? null) === id)
      );
    });
    return lost ? [{ clause: clause('kinds', 'of', index), seen: `${lost.id} is not listed` }] : [];
  });
  const stranger =
    kinds &&
    wanted.length > 0 &&
    listed.find((it) => {
      const word = valueAt(it, kinds.told);
      return word !== undefined && !wanted.includes(word);
    });
  const other = listed.find((it) => !isFound(it));
  return [
    ...missing,
    ...(stranger ? [{ clause: clause('kinds', 'chosen'), seen: 'another kind is listed' }] : []),
    ...(other === undefined
      ? []
      : [{ clause: clause('search'), seen: 'what has no such text is listed' }]),
  ];
}
