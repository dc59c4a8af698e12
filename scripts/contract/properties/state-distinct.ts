import { isEqual } from '../../base/json.ts';
import { append, valueAt } from '../../base/json-pointer.ts';
import { successJson } from '../flows/json-answer.ts';
import { actingOf, createThing, type Acting, type Thing } from '../flows/things.ts';
import { shorten } from '../judges/words.ts';
import { insist } from '../flows/insist.ts';
import type { Property } from '../property.ts';

export const stateDistinct: Property = {
  id: 'state.distinct',
  title: 'two things that are created have ids of their own, and whatever else no two have alike',
  writes: true,
  unless({ operation }) {
    const { resource } = operation;
    if (resource?.action !== 'create')
      return 'the operation creates nothing that the API remembers';
    if (resource.key === undefined) return 'its answer names no id';
    // What the client names itself is the client's to repeat.
    return resource.id === undefined || resource.distinct
      ? undefined
      : 'the request says what the id is';
  },
  check: (all) =>
    insist(all, async (bench) => {
      const { operation, complain, learnNothing } = bench;
      const creator = actingOf(operation);
      const first = creator && (await createThing(bench, creator, `${operation.id} one`));
      const second = creator && (await createThing(bench, creator, `${operation.id} two`));
      if (!first || !second) return learnNothing('nothing could be created');
      const repeated = repeatedIn(creator, first, second);
      if (repeated !== undefined) {
        const { item = '#', distinct = [] } = creator.policy;
        complain(
          {
            message: `a second thing has the ${distinct[repeated]} of the first`,
            clause: append(operation.pointer, 'x-resource', 'distinct', repeated),
            states: `distinct: ${distinct[repeated]}`,
            seen: `${shorten(valueAt(valueAt(successJson(second.answered) ?? null, item) ?? null, distinct[repeated] ?? '#'))}, twice`,
          },
          second.answered,
        );
        return;
      }
      if (creator.policy.id !== undefined) return;
      const named = valueAt(second.input, creator.policy.key ?? '#');
      if (named !== undefined) return learnNothing('the request says what the id is');
      if (!isEqual(first.id, second.id)) return;
      complain(
        {
          message: 'a second thing is created with the id of the first',
          clause: append(operation.pointer, 'x-resource'),
          states: `x-resource: ${creator.policy.name} is created`,
          seen: `${shorten(second.id)}, twice`,
        },
        second.answered,
      );
    }),
};

/** The first place where two things have the same, and no two may. */
function repeatedIn({ policy }: Acting, first: Thing, second: Thing): number | undefined {
  const { distinct = [], item = '#' } = policy;
  const [one, other] = [first, second].map(({ answered }) =>
    valueAt(successJson(answered) ?? null, item),
  );
  const place = distinct.findIndex((at) => {
    const value = valueAt(one ?? null, at);
    return value !== undefined && isEqual(value, valueAt(other ?? null, at) ?? null);
  });
  return place < 0 ? undefined : place;
}
