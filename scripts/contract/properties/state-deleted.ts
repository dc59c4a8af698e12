import { append } from '../../base/json-pointer.ts';
import { insist } from '../flows/insist.ts';
import { isSuccess } from '../flows/json-answer.ts';
import { wholeList } from '../flows/paging.ts';
import {
  aboutThing,
  actingOf,
  createThing,
  creatorOf,
  readerOf,
  thingIn,
} from '../flows/things.ts';
import { shorten } from '../judges/words.ts';
import type { Property } from '../property.ts';
import { statusOfRefusal } from '../../refusal/documented-refusal.ts';

export const stateDeleted: Property = {
  id: 'state.deleted',
  title: 'what was deleted is gone',
  runsAlone: true,
  writes: true,
  unless({ api, operation }) {
    const deleter = actingOf(operation);
    if (deleter?.policy.action !== 'delete')
      return 'the operation deletes nothing that the API remembers';
    if (!creatorOf(api, deleter)) return `no operation creates a ${deleter.policy.name}`;
    return readerOf(api, deleter) ? undefined : `no operation shows a ${deleter.policy.name}`;
  },
  check: (all) =>
    insist(all, async (bench) => {
      const { api, operation, exchange, complain, learnNothing } = bench;
      const deleter = actingOf(operation);
      const creator = deleter && creatorOf(api, deleter);
      const reader = deleter && readerOf(api, deleter);
      const thing = creator && (await createThing(bench, creator, `${operation.id} deleted`));
      const deletion = thing && aboutThing(api, deleter, thing);
      const about = thing && reader && aboutThing(api, reader, thing);
      if (!deletion || !about)
        return learnNothing(`no ${deleter?.policy.name ?? 'thing'} could be created`);
      const clause = append(operation.pointer, 'x-resource');
      const states = `${operation.id} deletes a ${deleter.policy.name}`;
      // Whoever remembers what it has shown may go on showing it.
      await exchange(wholeList(api, reader, about), { operation: reader.operation });
      const answered = await exchange(deletion, {});
      if (!isSuccess(answered)) {
        const { status } = answered.response ?? {};
        if (status !== statusOfRefusal(operation, 'notFound'))
          return learnNothing(`the deletion is answered ${status}`);
        const seen = `${shorten(thing.id)} was created, and deleting it is answered ${status}`;
        complain({ message: 'what was created cannot be deleted', clause, states, seen }, answered);
        return;
      }
      const read = await exchange(wholeList(api, reader, about), {
        operation: reader.operation,
      });
      const shown = thingIn(reader, read, thing.id);
      if (!isSuccess(read) || shown === undefined) return;
      const seen = `${reader.operation.id} still shows ${shorten(shown)}`;
      complain({ message: 'what was deleted is still there', clause, states, seen }, read);
    }),
};
