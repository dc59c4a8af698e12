import { isEqual, objectOf } from '../../base/json.ts';
import { append, valueAt } from '../../base/json-pointer.ts';
import { insist } from '../flows/insist.ts';
import { successJson } from '../flows/json-answer.ts';
import { actingOf, createThing } from '../flows/things.ts';
import { shorten } from '../judges/words.ts';
import type { Property } from '../property.ts';

export const stateInitial: Property = {
  id: 'state.initial',
  title: 'a new thing is as new ones are, where the request does not say otherwise',
  writes: true,
  unless: ({ operation: { resource } }) =>
    resource?.initial ? undefined : 'nothing is said of what is new',
  check: (all) =>
    insist(all, async (bench) => {
      const { operation, complain, learnNothing } = bench;
      const creator = actingOf(operation);
      const thing = creator && (await createThing(bench, creator, `${operation.id} initial`));
      const { initial = {}, item = '#', name } = operation.resource ?? {};
      if (!thing) return learnNothing(`no ${name} could be created`);
      const told = objectOf(valueAt(successJson(thing.answered) ?? null, item));
      const wrong = Object.keys(initial).find(
        (it) =>
          !Object.hasOwn(thing.input, it) &&
          Object.hasOwn(told, it) &&
          !isEqual(told[it] ?? null, initial[it] ?? null),
      );
      if (wrong === undefined) return;
      complain(
        {
          message: `a new ${name} is not as new ones are`,
          clause: append(operation.pointer, 'x-resource', 'initial', wrong),
          states: `initial: ${wrong}: ${shorten(initial[wrong])}`,
          seen: `${wrong} is ${shorten(told[wrong])}`,
        },
        thing.answered,
      );
    }),
};
