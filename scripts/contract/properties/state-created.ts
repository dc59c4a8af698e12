import { append } from '../../base/json-pointer.ts';
import { insist } from '../flows/insist.ts';
import { isSuccess, successJson } from '../flows/json-answer.ts';
import {
  aboutThing,
  actingOf,
  contradictionIn,
  createThing,
  creatorOf,
  isShowing,
  itemsIn,
  thingIn,
} from '../flows/things.ts';
import { isFullPage, wholeList } from '../flows/paging.ts';
import { shorten } from '../judges/words.ts';
import type { Property } from '../property.ts';
import { statusOfRefusal } from '../../refusal/documented-refusal.ts';

export const stateCreated: Property = {
  id: 'state.created',
  title: 'what was created can be read or listed, as it was created',
  runsAlone: true,
  writes: true,
  unless({ api, operation }) {
    const reader = actingOf(operation);
    if (!reader || !isShowing(reader)) return 'the operation shows nothing that the API remembers';
    return creatorOf(api, reader) ? undefined : `no operation creates a ${reader.policy.name}`;
  },
  check: (all) =>
    insist(all, async (bench) => {
      const { api, operation, exchange, complain, learnNothing } = bench;
      const reader = actingOf(operation);
      const creator = reader && creatorOf(api, reader);
      const thing = creator && (await createThing(bench, creator, `${operation.id} created`));
      const about = thing && aboutThing(api, reader, thing);
      if (!about) return learnNothing(`no ${reader?.policy.name ?? 'thing'} could be created`);
      const question = wholeList(api, reader, about);
      const answered = await exchange(question, {});
      const { status = 0 } = answered.response ?? {};
      const isMissed = status === statusOfRefusal(operation, 'notFound');
      // Whatever else refuses it is the business of other properties.
      if (!isSuccess(answered) && !isMissed) return learnNothing(`reading is answered ${status}`);
      const shown = thingIn(reader, answered, thing.id);
      const blame = (message: string, seen: string) => {
        const clause = append(operation.pointer, 'x-resource');
        const states = `${creator.operation.id} creates a ${reader.policy.name}, and ${operation.id} shows it`;
        complain({ message, clause, states, seen }, answered);
      };
      if (shown === undefined) {
        const items = itemsIn(reader.policy, successJson(answered) ?? null).length;
        if (
          reader.policy.action === 'list' &&
          isFullPage(api, operation, { draft: question, items })
        )
          return learnNothing('the list has more pages than one');
        const seen = `${shorten(thing.id)} was created, and the answer is ${status}`;
        blame(`a ${reader.policy.name} that was created is not there`, seen);
        return;
      }
      const name = contradictionIn(thing.input, shown);
      if (name !== undefined) {
        const seen = `${name} was ${shorten(thing.input[name])}, and is shown in ${shorten(shown)}`;
        blame(`a ${reader.policy.name} is not as it was created`, seen);
      }
    }),
};
