import type { Operation } from '../../model/api-model.ts';
import { documentedThings, thingsIn } from '../../model/documented-ids.ts';
import type { ResourcePolicy } from '../../model/policies.ts';
import { objectOf, textOf, type Json } from '../../base/json.ts';
import { valueAt } from '../../base/json-pointer.ts';
import { whenThere, type Eventual } from '../../base/eventual.ts';
import { shownIds } from '../../values/shown-ids.ts';
import type { Surroundings } from '../behaviour/step.ts';
import type { StoredThing } from './shelf.ts';

/** Things that are there before anybody has made one, by their ids as text. */
export type Seeds = ReadonlyMap<string, StoredThing>;

/** What an operation answers when nothing has happened: its example, or what is made in its place. */
export type Unshaped = (operation: Operation) => Eventual<Json | undefined>;

const NOTHING: Seeds = new Map();

/**
 * The things that a description shows although nobody has written down what it remembers: those of examples,
 * of parameters too, and those of answers that have no example. Gathered when the first request needs them.
 */
export function toSeeds(
  { api, isStrict }: Surroundings,
  { name, inferred }: ResourcePolicy,
  shown: Unshaped,
): () => Eventual<Seeds> {
  if (!inferred || isStrict) return () => NOTHING;
  let known: Seeds | undefined;
  const gather = (answers: readonly (readonly [Operation, Json | undefined])[]): Seeds => {
    const things = [
      ...documentedThings(api, name),
      ...answers.flatMap(([{ inferredResource: policy }, answer]) =>
        policy && answer !== undefined ? thingsIn(answer, policy) : [],
      ),
    ].map(({ thing, key }) => ({ id: valueAt(thing, key) ?? null, fields: objectOf(thing) }));
    const bare = shownIds(api, name).map((id) => ({ id, fields: {} }));
    return (known = new Map(
      [...bare, ...things.toReversed()]
        .filter(({ id }) => id !== null && typeof id !== 'object')
        .map((it) => [textOf(it.id), { ...it, isDeleted: false }]),
    ));
  };
  const showing = api.operations.filter(
    ({ inferredResource: it }) =>
      it?.name === name && (it.action === 'read' || it.action === 'list'),
  );
  return () => known ?? whenThere(answersOf(showing, shown), gather);
}

function answersOf(operations: readonly Operation[], shown: Unshaped) {
  const answers = operations.map((it) => [it, shown(it)] as const);
  return answers.some(([, it]) => it instanceof Promise)
    ? Promise.all(answers.map(async ([operation, it]) => [operation, await it] as const))
    : answers.map(([operation, it]) => [operation, it as Json | undefined] as const);
}
