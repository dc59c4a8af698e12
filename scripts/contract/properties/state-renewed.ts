import { isEqual, objectOf, type Json } from '../../base/json.ts';
import { append, valueAt } from '../../base/json-pointer.ts';
import { asThing } from '../../model/named.ts';
import { insist } from '../flows/insist.ts';
import { isSuccess, successJson } from '../flows/json-answer.ts';
import { needsOwnThing, ownThing, thingsAround } from '../flows/own-thing.ts';
import { shorten } from '../judges/words.ts';
import type { Property } from '../property.ts';

export const stateRenewed: Property = {
  id: 'state.renewed',
  title: 'what an operation makes anew of a thing is not what the thing was made with',
  writes: true,
  unless({ api, operation }) {
    if (!operation.resource?.renewed) return 'the operation makes nothing of a thing anew';
    return needsOwnThing(api, operation, ['update', 'upsert']);
  },
  check: (all) =>
    insist(all, async (bench) => {
      const { api, operation, exchange, complain, learnNothing } = bench;
      const { acting, creator } = thingsAround(api, operation) ?? {};
      const own = await ownThing(bench, 'renewed');
      if (!own || !acting || !creator) return learnNothing('nothing could be created and read');
      const { renewed = [], item = '#', items, name } = acting.policy;
      const made = valueAt(successJson(own.thing.answered) ?? null, creator.policy.item ?? '#');
      const before = asThing(creator.policy, firstOf(made));
      const answered = await exchange(own.draft, {});
      if (!isSuccess(answered)) return learnNothing(`it is answered ${answered.response?.status}`);
      const body = successJson(answered) ?? null;
      const told = asThing(acting.policy, items === undefined ? firstOf(valueAt(body, item)) : {});
      const read = asThing(own.reader.policy, objectOf(own.shownIn(await own.read())));
      let isTried = false;
      for (const [index, at] of renewed.entries()) {
        const shown = valueAt(told, at);
        const after = shown === undefined ? valueAt(read, at) : shown;
        if (after === undefined) continue;
        isTried = true;
        const was = valueAt(before, at) ?? null;
        if (after !== null && !isEqual(after, was)) continue;
        complain(
          {
            message: `the operation does not make ${at} of the ${name} anew`,
            clause: append(operation.pointer, 'x-resource', 'renewed', index),
            states: `renewed: ${at}`,
            seen: `${at} was ${shorten(was)}, and is ${shorten(after)}`,
          },
          answered,
        );
      }
      if (!isTried) learnNothing('no answer shows what is made anew');
    }),
};

function firstOf(value: Json | undefined) {
  return objectOf(Array.isArray(value) ? (value as readonly Json[])[0] : value);
}
