import type { Operation } from '../../model/api-model.ts';
import { objectOf, textOf, type Json, type JsonObject } from '../../base/json.ts';
import { append, valueAt, withValueAt } from '../../base/json-pointer.ts';
import type { ResourcePolicy } from '../../model/policies.ts';
import { shapeAt, type Shape } from '../behaviour/schema-shape.ts';
import {
  withValue,
  type Asked,
  type AnswerDraft,
  type Step,
  type Surroundings,
} from '../behaviour/step.ts';
import { inTurn, whenThere, type Eventual } from '../../base/eventual.ts';
import { responseFor } from '../../model/documented-response.ts';
import { spell } from '../reflect/targets.ts';
import { refuse, type Refusal } from '../../refusal/refusal.ts';
import { arrange, change, wayOf } from './arrange.ts';
import { toCountStep } from './count.ts';
import { documentedIds } from '../../model/documented-ids.ts';
import { idOfNew, requestedId, type Naming } from './ids.ts';
import { toListStep } from './list.ts';
import { ownersOf, shelfOf, valueOf, type Shelf, type StoredThing } from './shelf.ts';
import { statusOfRefusal } from '../../refusal/documented-refusal.ts';

/** `x-resource`: what was created can be read, listed, updated and deleted, until the mock is reset. */
export function toResourceStep(
  surroundings: Surroundings,
  operation: Operation,
  policy: ResourcePolicy,
): Step {
  const context: Context = {
    surroundings,
    policy,
    documented: documentedIds(surroundings.api, policy.name),
    notFound: (id) => toNotFound(operation, policy, id),
  };
  if (policy.action === 'list') {
    const { items, count } = policy;
    return items === undefined && count !== undefined
      ? toCountStep(surroundings, policy, count)
      : toListStep(surroundings, operation, policy);
  }
  const act = ACTIONS[policy.action];
  return (asked, draft) => act(context, asked, draft, shelfOf(surroundings, policy, asked));
}

/** What the actions of an operation have in common. */
interface Context extends Naming {
  /** Undefined where the operation documents no such answer. */
  readonly notFound: (id: Json) => Refusal | undefined;
}

type Action = (
  context: Context,
  asked: Asked,
  draft: AnswerDraft,
  shelf: Shelf,
) => Eventual<AnswerDraft | Refusal>;

const ACTIONS: Readonly<Record<Exclude<ResourcePolicy['action'], 'list'>, Action>> = {
  create(context, asked, draft, shelf) {
    const { policy, surroundings } = context;
    const input = valueOf(asked, policy.input ?? '#');
    const place = policy.item ?? '#';
    const examples = [valueAt(draft.value, place) ?? null].flat() as readonly Json[];
    const inputs = (Array.isArray(input) ? input : [input ?? null]) as readonly Json[];
    const exampleFor = (index: number) => examples[index] ?? examples[0] ?? null;
    const ids = inTurn(inputs, (given, index) => idOfNew(context, asked, given, exampleFor(index)));
    return whenThere(ids, (known) => {
      // Without an id nobody could ask for it.
      if (known.includes(undefined)) return draft;
      const owners = ownersOf(policy, asked);
      const shape = shapeIn(surroundings, draft, policy);
      const created = inputs.map((given, index) => {
        const example = exampleFor(index);
        const fields = { ...namedIn(asked, example), ...owners, ...objectOf(given) };
        const thing: StoredThing = { id: known[index] ?? null, fields, isDeleted: false };
        return { thing, ways: arrange(thing, example, { shape, key: policy.key }) };
      });
      const ways = created.map((it) => it.ways);
      const isList = Array.isArray(input) || Array.isArray(valueAt(draft.value, place));
      const shaped = firstValid(surroundings, policy, draft, (rank) => {
        const items = wayOf(ways, rank);
        return isList ? items : (items[0] ?? null);
      });
      const answered = [valueAt(shaped.value, place) ?? null].flat() as readonly Json[];
      const kept = inTurn(created, ({ thing }, index) =>
        shelf.put({ ...thing, fields: { ...thing.fields, ...objectOf(answered[index]) } }),
      );
      return whenThere(kept, () => shaped);
    });
  },

  read(context, asked, draft, shelf) {
    const id = requestedId(context, asked);
    if (id === undefined) return draft;
    return whenThere(shelf.find(id), (thing) => {
      if (thing && !thing.isDeleted) return show(context, draft, thing);
      return isMissed(context, thing) ? (context.notFound(id) ?? draft) : draft;
    });
  },

  async update(context, asked, draft, shelf) {
    const id = requestedId(context, asked);
    if (id === undefined) return draft;
    const thing = await shelf.find(id);
    if (thing ? thing.isDeleted : context.surroundings.isStrict) {
      return context.notFound(id) ?? draft;
    }
    // What the example shows is there as well, until it is changed.
    const before = thing?.fields ?? objectOf(valueAt(draft.value, context.policy.item ?? '#'));
    const input = objectOf(valueOf(asked, context.policy.input ?? '#'));
    const isWhole = asked.operation.method === 'put';
    const changed = { id, fields: isWhole ? input : change(before, input), isDeleted: false };
    await shelf.put(changed);
    return thing ? show(context, draft, changed) : draft;
  },

  async upsert(context, asked, draft, shelf) {
    const id = requestedId(context, asked);
    const thing = id === undefined ? undefined : await shelf.find(id);
    return thing && !thing.isDeleted
      ? ACTIONS.update(context, asked, draft, shelf)
      : ACTIONS.create(context, asked, draft, shelf);
  },

  async delete(context, asked, draft, shelf) {
    const id = requestedId(context, asked);
    // Who names none means all.
    const all = async () => [...(await idsOn(shelf)), ...context.documented];
    const ids = Array.isArray(id) ? id : id === undefined ? await all() : [id];
    if (id !== undefined && !Array.isArray(id) && isMissed(context, await shelf.find(id))) {
      return context.notFound(id) ?? draft;
    }
    for (const each of ids as readonly Json[]) {
      await shelf.put({ id: each, fields: {}, isDeleted: true });
    }
    return draft;
  },
};

/** The parameters of the path that a thing repeats, such as the id of its owner. */
function namedIn({ parameters }: Asked, example: Json): JsonObject {
  const inPath = parameters.filter(({ parameter }) => parameter.in === 'path');
  if (inPath.length === 0) return {};
  const given = new Map(inPath.map(({ parameter, value }) => [spell(parameter.name), value]));
  return Object.fromEntries(
    Object.keys(objectOf(example)).flatMap((name) => {
      const value = given.get(spell(name));
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}

async function idsOn(shelf: Shelf): Promise<readonly Json[]> {
  return (await shelf.list()).map(({ id }) => id);
}

/** Deleted, or never made where only what was made is there. */
function isMissed({ surroundings }: Context, thing: StoredThing | undefined): boolean {
  return thing ? thing.isDeleted : surroundings.isStrict;
}

function show(
  { surroundings, policy }: Context,
  draft: AnswerDraft,
  thing: StoredThing,
): AnswerDraft {
  const shape = shapeIn(surroundings, draft, policy);
  const ways = arrange(thing, valueAt(draft.value, policy.item ?? '#'), { shape, key: policy.key });
  return firstValid(surroundings, policy, draft, (rank) => wayOf([ways], rank)[0] ?? null);
}

function shapeIn(
  { api }: Surroundings,
  { media }: AnswerDraft,
  { item = '#' }: ResourcePolicy,
): Shape {
  return shapeAt(api.document, media?.schema, item);
}

const WAYS = [0, 1, 2, 3];

function firstValid(
  { api }: Surroundings,
  { item = '#' }: ResourcePolicy,
  draft: AnswerDraft,
  valueFor: (rank: number) => Json,
): AnswerDraft {
  if (!draft.media) return draft;
  for (const rank of WAYS) {
    const shaped = withValue(api, draft, withValueAt(draft.value, item, valueFor(rank)));
    if (shaped !== draft) return shaped;
  }
  return draft;
}

/** Only a documented answer is given: an operation without one answers as if nothing had been deleted. */
function toNotFound(operation: Operation, { name }: ResourcePolicy, id: Json): Refusal | undefined {
  const status = statusOfRefusal(operation, 'notFound');
  if (!responseFor(operation, status)) return undefined;
  return refuse('notFound', `There is no ${name} "${textOf(id).slice(0, 100)}".`, {
    constraint: append(operation.pointer, 'x-resource'),
    stage: 'behaviour',
  });
}
