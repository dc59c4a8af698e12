import { isObject, objectOf, type Json, type JsonObject } from '../../base/json.ts';
import { tokensOf, valueAt, withValueAt } from '../../base/json-pointer.ts';
import { inTurn, whenThere } from '../../base/eventual.ts';
import { spell } from '../../base/spell.ts';
import type { Shape } from '../../values/schema-shape.ts';
import { withValue, type Asked, type AnswerDraft } from '../behaviour/step.ts';
import { arrange, wayOf } from './arrange.ts';
import { itemPlace, type Action, type Context } from './context.ts';
import { idOfNew } from './ids.ts';
import { distinctValues } from './distinct.ts';
import { completed, composedOf, nextPlace, withNumber } from './composed.ts';
import { fillNew } from './held.ts';
import { ownersIn } from './owners.ts';
import { asThing } from '../../model/named.ts';
import { momentsOf } from './moments.ts';
import { ownersOf, valueOf, type StoredThing } from './shelf.ts';
import { located } from './located.ts';
import { firstValid, shapeIn } from './show.ts';
import { lacksOf } from './writable.ts';

/** Remembers what a request makes, and answers with it. */
export const rememberNew: Action = (context, asked, draft, shelf) => {
  const { policy, surroundings } = context;
  const input = valueOf(asked, policy.input ?? '#');
  const place = itemPlace(policy);
  const answered = place === undefined ? null : valueAt(draft.value, place);
  const examples = [answered ?? null].flat() as readonly Json[];
  const inputs = (Array.isArray(input) ? input : [input ?? null]) as readonly Json[];
  const exampleFor = (index: number) => examples[index] ?? examples[0] ?? null;
  const shape = shapeIn(surroundings, draft, policy);
  const isFit = (id: Json, index: number) => isFitId(context, draft, exampleFor(index), id);
  const ids = inTurn(inputs, (given, index) =>
    idOfNew(context, asked, given, {
      example: exampleFor(index),
      property: shape.properties[tokensOf(policy.key ?? '#')[0] ?? ''],
      isFit: (id) => isFit(id, index),
    }),
  );
  const fresh = inTurn(inputs, (_, index) =>
    distinctValues(surroundings, asked, policy, objectOf(exampleFor(index))),
  );
  const { namespace } = asked;
  const next = nextPlace(surroundings, namespace, policy, ownersIn(policy, asked));
  return whenThere(ids, (known) =>
    whenThere(
      inTurn([0], () => whenThere(fresh, (it) => whenThere(next, (first) => [it, first] as const))),
      ([[distinct, first] = [[], undefined]]) => {
        // Without an id nobody could ask for it.
        if (known.includes(undefined)) return draft;
        const owners = ownersOf(policy, asked);
        const moments = momentsOf(surroundings, policy.name, 'made');
        const shownMoments = pick(moments, shape);
        const created = inputs.map((given, index) => {
          const example = exampleFor(index);
          const said = asThing(policy, objectOf(given));
          const own = { ...completed(policy.initial ?? {}, {}), ...distinct[index] };
          const made = { ...shownMoments, ...namedIn(asked, example), ...owners, ...own };
          const whole = { ...objectOf(example), ...made, ...said };
          const composed = composedOf(policy, whole);
          const placed = withNumber(policy, made, first === undefined ? undefined : first + index);
          const fields = completed(policy.initial ?? {}, { ...placed, ...composed, ...said });
          const id = known[index] ?? null;
          const lacks = lacksOf(context, asked, fields);
          const madeAt = surroundings.clock.now();
          const thing: StoredThing = { id, fields, lacks, isDeleted: false, isMade: true, madeAt };
          return { thing, ways: arrange(thing, example, { shape, policy }) };
        });
        const ways = created.map((it) => it.ways);
        const isList = Array.isArray(input) || Array.isArray(answered);
        const shaped = firstValid(surroundings, policy, draft, (rank) => {
          const items = wayOf(ways, rank);
          return isList ? items : (items[0] ?? null);
        });
        const told = place === undefined ? null : valueAt(shaped.value, place);
        const things = [told ?? null].flat() as readonly Json[];
        const kept = inTurn(created, ({ thing }, index) =>
          whenThere(
            shelf.put({
              ...thing,
              fields: { ...moments, ...thing.fields, ...asThing(policy, objectOf(things[index])) },
            }),
            () => fillNew(surroundings, policy, asked, thing.id),
          ),
        );
        return whenThere(kept, () =>
          located(surroundings.api, asked, shaped, { policy, example: examples[0], id: known[0] }),
        );
      },
    ),
  );
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

/** Those that an answer of this shape has a place for. */
function pick(moments: JsonObject, { properties }: Shape): JsonObject {
  return Object.fromEntries(
    Object.entries(moments).filter(([name]) => Object.hasOwn(properties, name)),
  );
}

/** Whether an answer may say that a new thing has this id. */
function isFitId(
  { surroundings, policy }: Context,
  draft: AnswerDraft,
  example: Json,
  id: Json,
): boolean {
  const item = itemPlace(policy);
  if (!policy.inferred) return true;
  if (!draft.media || item === undefined || policy.key === undefined) return true;
  if (!isObject(example) || Array.isArray(valueAt(draft.value, item))) return true;
  const value = withValueAt(draft.value, item, withValueAt(example, policy.key, id));
  return withValue(surroundings.api, draft, value) !== draft;
}
