import { isEqual, type Json } from '../../base/json.ts';
import { valueAt, withValueAt } from '../../base/json-pointer.ts';
import type { ResourcePolicy } from '../../model/policies.ts';
import { shapeAt, type Shape } from '../../values/schema-shape.ts';
import { withValue, type AnswerDraft, type Surroundings } from '../behaviour/step.ts';
import { arrange, wayOf } from './arrange.ts';
import { itemPlace, type Context } from './context.ts';
import type { StoredThing } from './shelf.ts';

/** An answer that shows a thing, as well as its schema allows. */
export function show(
  { surroundings, policy }: Context,
  draft: AnswerDraft,
  thing: StoredThing,
): AnswerDraft {
  const item = itemPlace(policy);
  const example = item === undefined ? undefined : valueAt(draft.value, item);
  if (item === undefined || isEqual(example ?? null, thing.fields)) return draft;
  const shape = shapeIn(surroundings, draft, policy);
  const ways = arrange(thing, example, { shape, policy });
  return firstValid(surroundings, policy, draft, (rank) => wayOf([ways], rank)[0] ?? null);
}

export function shapeIn(
  { api }: Surroundings,
  { media }: AnswerDraft,
  { item = '#' }: ResourcePolicy,
): Shape {
  return shapeAt(api.document, media?.schema, item);
}

const WAYS = [0, 1, 2, 3];

/** The first way to write it that the schema allows. */
export function firstValid(
  { api }: Surroundings,
  { item, inferred }: ResourcePolicy,
  draft: AnswerDraft,
  valueFor: (rank: number) => Json,
): AnswerDraft {
  if (!draft.media || (inferred && item === undefined)) return draft;
  for (const rank of WAYS) {
    const shaped = withValue(api, draft, withValueAt(draft.value, item ?? '#', valueFor(rank)));
    if (shaped !== draft) return shaped;
  }
  return draft;
}
