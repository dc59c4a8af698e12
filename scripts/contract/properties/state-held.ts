import { arrayOf, isEqual, isObject, objectOf, type Json } from '../../base/json.ts';
import { append } from '../../base/json-pointer.ts';
import { asThing } from '../../model/named.ts';
import { insist } from '../flows/insist.ts';
import { isSuccess, successJson } from '../flows/json-answer.ts';
import { wholeList } from '../flows/paging.ts';
import { placeIn } from '../flows/places.ts';
import { aboutThing, actingOf, createThing, isShowing, itemsIn } from '../flows/things.ts';
import { exampleDrafts } from '../generation/draft.ts';
import { shorten } from '../judges/words.ts';
import type { Property } from '../property.ts';

export const stateHeld: Property = {
  id: 'state.held',
  title: 'a new thing holds what it was made with and what each one holds, and nothing else',
  runsAlone: true,
  writes: true,
  unless: ({ operation: { resource } }) =>
    resource?.holds ? undefined : 'nothing is said of what is within it',
  check: (all) =>
    insist(all, async (bench) => {
      const { api, operation, exchange, complain, learnNothing } = bench;
      const creator = actingOf(operation);
      const thing = creator && (await createThing(bench, creator, `${operation.id} held`));
      if (!creator || !thing) return learnNothing('nothing could be created');
      const [example] = exampleDrafts(api, operation);
      for (const [index, { name, input, always = [] }] of (creator.policy.holds ?? []).entries()) {
        const list = api.operations
          .flatMap((it) => actingOf(it) ?? [])
          .find((it) => it.policy.name === name && it.policy.action === 'list' && isShowing(it));
        const maker = api.operations.find(
          ({ resource }) => resource?.name === name && resource.action === 'create',
        )?.resource;
        const about =
          list && aboutThing(api, list, { id: null, within: [...thing.within, thing.id] });
        if (!list || !about) continue;
        const answered = await exchange(wholeList(api, list, about), { operation: list.operation });
        const body = successJson(answered);
        if (!isSuccess(answered) || body === undefined) continue;
        const given = arrayOf(
          input === undefined || !example ? undefined : placeIn(example, input),
        );
        const wanted: readonly Json[] = [
          ...always,
          ...given.map((it) => (maker ? asThing(maker, objectOf(it)) : it)),
        ];
        const items = itemsIn(list.policy, body);
        const missing = wanted.find((it) => !items.some((own) => isShownAs(it, own)));
        if (missing === undefined && items.length === wanted.length) continue;
        complain(
          {
            message: `a new ${creator.policy.name} does not hold what it was made with`,
            clause: append(operation.pointer, 'x-resource', 'holds', index),
            states: `holds: ${name}: ${shorten([...wanted])}`,
            seen: `${list.operation.id} shows ${shorten([...items])}`,
          },
          answered,
        );
      }
    }),
};

/** Whether all that is said of a thing and shown of it is the same. */
function isShownAs(said: Json, shown: Json): boolean {
  return Object.entries(objectOf(said)).every(([name, value]) => {
    const own = objectOf(shown)[name];
    if (own === undefined || isEqual(own, value)) return true;
    // A server may add to what was said.
    return isObject(value) && isObject(own) && isShownAs(value, own);
  });
}
