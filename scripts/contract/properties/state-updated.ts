import { isEqual, objectOf, type Json, type JsonObject } from '../../base/json.ts';
import { append } from '../../base/json-pointer.ts';
import { asThing, keyProperty } from '../../model/named.ts';
import { insist } from '../flows/insist.ts';
import { isSuccess, successJson } from '../flows/json-answer.ts';
import { placeIn } from '../flows/places.ts';
import { wholeList } from '../flows/paging.ts';
import {
  aboutThing,
  actingOf,
  contradictionIn,
  createThing,
  creatorOf,
  idOfThing,
  itemsIn,
  readerOf,
  thingIn,
  type Acting,
} from '../flows/things.ts';
import { shorten } from '../judges/words.ts';
import type { Property } from '../property.ts';

export const stateUpdated: Property = {
  id: 'state.updated',
  title: 'an update shows wherever the thing is read, and the same update again changes nothing',
  runsAlone: true,
  writes: true,
  unless({ api, operation }) {
    const updater = actingOf(operation);
    if (!updater || !['update', 'upsert'].includes(updater.policy.action))
      return 'the operation updates nothing that the API remembers';
    if (!creatorOf(api, updater)) return `no operation creates a ${updater.policy.name}`;
    return readerOf(api, updater) ? undefined : `no operation shows a ${updater.policy.name}`;
  },
  check: (all) =>
    insist(all, async (bench) => {
      const { api, operation, exchange, complain, learnNothing } = bench;
      const updater = actingOf(operation);
      const creator = updater && creatorOf(api, updater);
      const reader = updater && readerOf(api, updater);
      const thing = creator && (await createThing(bench, creator, `${operation.id} updated`));
      const update = thing && aboutThing(api, updater, thing);
      const about = thing && reader && aboutThing(api, reader, thing);
      if (!update || !about)
        return learnNothing(`no ${updater?.policy.name ?? 'thing'} could be created`);
      const clause = append(operation.pointer, 'x-resource');
      const states = `${operation.id} updates a ${updater.policy.name}, and ${reader.operation.id} shows it`;
      const answered = await exchange(update, {});
      if (!isSuccess(answered))
        return learnNothing(`the update is answered ${answered.response?.status}`);
      const given = placeIn(update, updater.policy.input ?? '#');
      const said = asThing(updater.policy, objectOf(Array.isArray(given) ? given[0] : given));
      const id = idAfter(updater, said) ?? thing.id;
      const { items } = updater.policy;
      const told =
        items === undefined ? undefined : itemsIn(updater.policy, successJson(answered) ?? null);
      if (told && !told.some((it) => isEqual(idOfThing(updater.policy, it) ?? null, id))) {
        const seen = `${shorten(id)} is not among ${shorten([...told])}`;
        complain({ message: 'an update does not show', clause, states, seen }, answered);
        return;
      }
      const look = () => exchange(wholeList(api, reader, about), { operation: reader.operation });
      const read = await look();
      const shown = thingIn(reader, read, id);
      if (!isSuccess(read) || shown === undefined) return learnNothing('it could not be read');
      const name = contradictionIn(said, shown);
      if (name !== undefined) {
        const seen = `${name} was set to ${shorten(said[name])}, and is shown in ${shorten(shown)}`;
        complain({ message: 'an update does not show', clause, states, seen }, read);
        return;
      }
      // RFC 9110, section 9.2.2: twice is as good as once.
      if (operation.method !== 'put') return;
      const again = await exchange(update, {});
      const after = isSuccess(again) ? thingIn(reader, await look(), thing.id) : undefined;
      const changed = after === undefined ? undefined : contradictionIn(said, after);
      if (isSuccess(again) && changed === undefined) return;
      const seen = `the second time the answer is ${again.response?.status}: ${shorten(after)}`;
      complain({ message: 'PUT twice is not as good as once', clause, states, seen }, again);
    }),
};

/** The id that a thing has once an update has changed what its key is; undefined where it has its own still. */
function idAfter({ policy }: Acting, said: JsonObject): Json | undefined {
  const property = keyProperty(policy);
  return policy.names && property !== undefined ? said[property] : undefined;
}
