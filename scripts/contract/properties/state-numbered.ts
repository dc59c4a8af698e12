import { objectOf, type Json } from '../../base/json.ts';
import { append, valueAt } from '../../base/json-pointer.ts';
import { asThing } from '../../model/named.ts';
import { insist } from '../flows/insist.ts';
import { successJson } from '../flows/json-answer.ts';
import { actingOf, createThing, type Acting, type Thing } from '../flows/things.ts';
import { shorten } from '../judges/words.ts';
import type { Property } from '../property.ts';

export const stateNumbered: Property = {
  id: 'state.numbered',
  title: 'things within the same owner are counted, one after the other',
  runsAlone: true,
  writes: true,
  unless: ({ operation: { resource } }) =>
    resource?.numbered && resource.action === 'create'
      ? undefined
      : 'nothing that it makes is counted',
  check: (all) =>
    insist(all, async (bench) => {
      const { operation, complain, learnNothing } = bench;
      const creator = actingOf(operation);
      const first = creator && (await createThing(bench, creator, `${operation.id} first`));
      const second = creator && (await createThing(bench, creator, `${operation.id} second`));
      if (!first || !second) return learnNothing('no two things could be created');
      const [one, other] = [numberOf(creator, first), numberOf(creator, second)];
      if (one === undefined || other === undefined)
        return learnNothing('the answer does not show the number');
      const { numbered = { at: '#', from: 0 }, name } = creator.policy;
      const isCounted =
        typeof one === 'number' &&
        one >= numbered.from &&
        Number.isInteger(one) &&
        other === one + 1;
      if (isCounted) return;
      complain(
        {
          message: `a ${name} does not have the number after that of the one before`,
          clause: append(operation.pointer, 'x-resource', 'numbered'),
          states: `numbered: at ${numbered.at}, from ${numbered.from}`,
          seen: `${shorten(one)}, and then ${shorten(other)}`,
        },
        second.answered,
      );
    }),
};

/** The number of a thing, as the answer that tells of its making shows it. */
function numberOf({ policy }: Acting, { answered }: Thing): Json | undefined {
  const { item = '#', numbered } = policy;
  const told = valueAt(successJson(answered) ?? null, item);
  const one = Array.isArray(told) ? (told as readonly Json[])[0] : told;
  return numbered && valueAt(asThing(policy, objectOf(one)), numbered.at);
}
