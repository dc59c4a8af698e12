import { arrayOf, isEqual, objectOf, textOf, type Json } from '../../base/json.ts';
import { valueAt, withValueAt } from '../../base/json-pointer.ts';
import { inTurn, whenThere, type Eventual } from '../../base/eventual.ts';
import type { ListedKind, ResourcePolicy } from '../../model/resource-policy.ts';
import type { Asked, Surroundings } from '../behaviour/step.ts';
import { ownersIn } from './owners.ts';
import { keptOfKind, shelfOf, valueOf, type StoredThing } from './shelf.ts';

/**
 * What requests have made, changed or deleted of what a list shows: of its own kind, or of several (`kinds`), each
 * thing then with the word for its kind.
 */
export function thingsListed(
  surroundings: Surroundings,
  policy: ResourcePolicy,
  asked: Asked,
): Eventual<readonly StoredThing[]> {
  const { kinds } = policy;
  if (!kinds) return shelfOf(surroundings, policy, asked).list();
  const around = ownersIn(policy, asked);
  const all = inTurn(kinds.of, (kind) =>
    whenThere(keptOfKind(surroundings, asked.namespace, kind.name), (kept) =>
      kept.map((it): StoredThing => {
        const fields = objectOf(withValueAt(it.fields, kinds.told, kind.word));
        // What has come to lie elsewhere is here no more.
        return { ...it, fields, isDeleted: it.isDeleted || !isListed(kind, around, it.fields) };
      }),
    ),
  );
  return whenThere(all, (lists) => lists.flat());
}

function isListed(
  { owners = [], only = {} }: ListedKind,
  around: readonly string[],
  fields: Json,
): boolean {
  const isWithin = owners.every((at, index) => textOf(valueAt(fields, at)) === around[index]);
  return (
    isWithin &&
    Object.entries(only).every(([name, value]) => isEqual(objectOf(fields)[name] ?? null, value))
  );
}

/** What tells an item of a list from the others: its id, among those of its kind. */
export function nameIn(item: Json, { key = '#', kinds }: ResourcePolicy): string {
  const id = textOf(valueAt(item, key));
  return kinds ? JSON.stringify([id, textOf(valueAt(item, kinds.told))]) : id;
}

/** The same of what is remembered. */
export function nameOfThing({ id, fields }: StoredThing, { kinds }: ResourcePolicy): string {
  return kinds ? JSON.stringify([textOf(id), textOf(valueAt(fields, kinds.told))]) : textOf(id);
}

/** Whether an item is of a kind that a request wants, and has the text that it looks for. */
export function isSought(item: Json, { kinds, search }: ResourcePolicy, asked: Asked): boolean {
  const chosen = kinds?.chosen === undefined ? [] : arrayOf(valueOf(asked, kinds.chosen));
  const word = kinds && valueAt(item, kinds.told);
  if (chosen.length > 0 && !chosen.some((it) => isEqual(it, word ?? null))) return false;
  const text = search && valueOf(asked, search.for);
  if (!search || typeof text !== 'string') return true;
  const wanted = text.toLowerCase();
  return search.at.some((at) => {
    const held = valueAt(item, at);
    return typeof held === 'string' && held.toLowerCase().includes(wanted);
  });
}
