import { isEqual, type Json } from '../../base/json.ts';
import { append, pointerOf } from '../../base/json-pointer.ts';
import { asThing } from '../../model/named.ts';
import type { Bench } from '../bench.ts';
import { readDraft } from '../generation/broken-draft.ts';
import { exampleDrafts, type Draft } from '../generation/draft.ts';
import { withPlace } from './places.ts';
import { aboutThing, creatorOf, createFrom, type Acting, type Thing } from './things.ts';

/** Two things of a kind that differ in a property, and a question for the list of them. */
export interface TwoThings {
  /** As the list calls it. */
  readonly property: string;
  readonly things: readonly [Thing, Thing];
  readonly values: readonly [Json, Json];
  /** The request of an operation on the kind, about those around both. */
  readonly question: Draft;
}

/** Makes two things that differ in one property; undefined where none can be made so. */
export async function twoThings(bench: Bench, about: Acting): Promise<TwoThings | undefined> {
  const { api } = bench;
  const creator = creatorOf(api, about);
  const [example] = creator ? exampleDrafts(api, creator.operation) : [];
  if (!creator || !example) return undefined;
  const { input = '#' } = creator.policy;
  const first = await createFrom(bench, creator, example);
  if (!first) return undefined;
  for (const [name, value] of Object.entries(first.input)) {
    const other = otherThan(value);
    if (other === undefined || name === about.policy.key) continue;
    const draft = withPlace(example, creator.operation, append(pointerOf(input), name), other);
    if (readDraft(api, creator.operation, draft).length > 0) continue;
    const second = await createFrom(bench, creator, draft);
    if (!second || isEqual(second.id, first.id)) continue;
    const question = aboutThing(api, about, { ...first, id: null });
    const [property = name] = Object.keys(asThing(creator.policy, { [name]: value }));
    return question && { property, things: [first, second], values: [value, other], question };
  }
  return undefined;
}

/** Another value, which comes after it in every order. */
function otherThan(value: Json): Json | undefined {
  if (typeof value === 'string') return `${value} 2`;
  if (typeof value === 'number') return value + 1;
  return undefined;
}
