import { objectOf, type Json, type JsonObject } from '../../base/json.ts';
import { contradictionIn } from '../flows/things.ts';
import { insist } from '../flows/insist.ts';
import { isSuccess } from '../flows/json-answer.ts';
import { listAround, newIn } from '../flows/listing.ts';
import { thingsAround, needsOwnThing, ownThing, saidIn } from '../flows/own-thing.ts';
import { shorten } from '../judges/words.ts';
import type { Property } from '../property.ts';

export const stateRepeatPut: Property = {
  id: 'state.repeat-put',
  title: 'the same PUT again leaves everything as it is (RFC 9110, section 9.2.2)',
  ground: 'standard',
  runsAlone: true,
  writes: true,
  unless: ({ api, operation }) =>
    operation.method === 'put'
      ? needsOwnThing(api, operation, ['update', 'upsert'])
      : 'the operation is no PUT',
  check: (all) =>
    insist(all, async (bench) => {
      const { api, operation, exchange, complain, learnNothing } = bench;
      const { acting } = thingsAround(api, operation) ?? {};
      const own = await ownThing(bench, 'repeat');
      if (!acting || !own) return learnNothing('nothing could be created to put again');
      const first = await exchange(own.draft, {});
      if (!isSuccess(first))
        return learnNothing(`the first PUT is answered ${first.response?.status ?? 'not at all'}`);
      const said = saidIn(acting, own.draft);
      const once = own.shownIn(await own.read());
      const before = await listAround(bench, own.draft);
      const again = await exchange(own.draft, {});
      const { status = 0 } = again.response ?? {};
      const blame = (message: string, seen: string) => {
        const states = 'PUT twice is as good as once';
        complain({ message, clause: operation.pointer, states, seen }, again);
      };
      if (status >= 500 && ![501, 503].includes(status)) {
        blame('the same PUT again is a failure', `the second time the answer is ${status}`);
        return;
      }
      // Whoever refuses what is there already, or has grown old, changes nothing.
      if (!isSuccess(again)) return;
      const twice = own.shownIn(await own.read());
      const name = changedIn(said, once, twice);
      if (name !== undefined) {
        const seen = `${name} is ${shorten(objectOf(once)[name])} after one, and ${shorten(objectOf(twice)[name])} after two`;
        blame('the same PUT again changes what it has put', seen);
        return;
      }
      const after = await listAround(bench, own.draft);
      const second = before && after && newIn(before, after, said);
      if (second !== undefined)
        blame('the same PUT again makes a second thing', `${shorten(second)} is new`);
    }),
};

/** The first property that is as was said after the first PUT, and otherwise after the second. */
function changedIn(
  said: JsonObject,
  once: Json | undefined,
  twice: Json | undefined,
): string | undefined {
  return Object.keys(said).find((name) => {
    const own = { [name]: said[name] ?? null };
    const isThere = [once, twice].every((it) => Object.hasOwn(objectOf(it), name));
    return (
      isThere &&
      contradictionIn(own, once ?? null) === undefined &&
      contradictionIn(own, twice ?? null) !== undefined
    );
  });
}
