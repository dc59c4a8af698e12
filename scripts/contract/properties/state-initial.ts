import { isEqual } from '../../base/json.ts';
import { append, tokensOf, valueAt } from '../../base/json-pointer.ts';
import { leavesOf } from '../../values/leaves-of.ts';
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
      const told = valueAt(successJson(thing.answered) ?? null, item) ?? null;
      for (const [place, value] of leavesOf(initial)) {
        const shown = valueAt(told, place);
        const isSaid = valueAt(thing.input, place) !== undefined;
        // What is not shown contradicts nothing.
        if (isSaid || shown === undefined || isEqual(shown, value)) continue;
        const tokens = tokensOf(place);
        complain(
          {
            message: `a new ${name} is not as new ones are`,
            clause: append(operation.pointer, 'x-resource', 'initial', ...tokens),
            states: `initial: ${tokens.join(': ')}: ${shorten(value)}`,
            seen: `${tokens.join('/')} is ${shorten(shown)}`,
          },
          thing.answered,
        );
        return;
      }
    }),
};
