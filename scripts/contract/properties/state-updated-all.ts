import { isEqual } from '../../base/json.ts';
import {
  append,
  tokensOf,
  valueAt,
  withValueAt,
  parentOf,
  type Pointer,
} from '../../base/json-pointer.ts';
import { insist } from '../flows/insist.ts';
import { isSuccess, successJson } from '../flows/json-answer.ts';
import { wholeList } from '../flows/paging.ts';
import { isPointer, withPlace } from '../flows/places.ts';
import { aboutThing, actingOf, creatorOf, idOfThing, readerOf, thingIn } from '../flows/things.ts';
import { twoThings } from '../flows/two-things.ts';
import { readDraft } from '../generation/broken-draft.ts';
import type { Draft } from '../generation/draft.ts';
import { shorten } from '../judges/words.ts';
import type { Json } from '../../base/json.ts';
import { objectOf } from '../../base/json.ts';
import type { Property } from '../property.ts';

export const stateUpdatedAll: Property = {
  id: 'state.updated-all',
  title: 'an update of all that meet a condition changes those and answers with them, and no other',
  runsAlone: true,
  writes: true,
  unless({ api, operation }) {
    const updater = actingOf(operation);
    if (updater?.policy.action !== 'update' || updater.policy.filter === undefined)
      return 'the operation takes no conditions on what it updates';
    if (!creatorOf(api, updater)) return `no operation creates a ${updater.policy.name}`;
    return readerOf(api, updater) ? undefined : `no operation shows a ${updater.policy.name}`;
  },
  check: (all) =>
    insist(all, async (bench) => {
      const { api, operation, exchange, complain, learnNothing } = bench;
      const updater = actingOf(operation);
      const reader = updater && readerOf(api, updater);
      const own = updater && (await twoThings(bench, updater));
      if (!updater || !reader || !own) return learnNothing('nothing could be created');
      const { filter = '#', id, most, input = '#', item = '#' } = updater.policy;
      const [first, second] = own.things;
      const next = `${shorten(own.values[1])} again`;
      const value = typeof own.values[1] === 'number' ? own.values[1] + 1 : next;
      const condition = [own.values[0], own.values[1]];
      const bare = [id, most].reduce<Draft>((it, place) => without(it, place), own.question);
      const draft = [
        [filter, { [own.property]: condition[1] ?? null }],
        [input, { [own.property]: value }],
      ].reduce<Draft>((it, [at, to]) => withPlace(it, operation, at as string, to as Json), bare);
      if (readDraft(api, operation, draft).length > 0)
        return learnNothing('no such request is valid');
      const answered = await exchange(draft, {});
      const body = successJson(answered);
      if (!isSuccess(answered) || body === undefined)
        return learnNothing(`the update is answered ${answered.response?.status}`);
      const blame = (seen: string, at: 'filter' | 'item') =>
        complain(
          {
            message: 'an update of all that meet a condition does not change those',
            clause: append(operation.pointer, 'x-resource', at),
            states: `${filter}: ${shorten({ [own.property]: condition[1] ?? null })}`,
            seen,
          },
          answered,
        );
      const told = [valueAt(body, item) ?? null].flat() as readonly Json[];
      const isTold = told.some((it) => isEqual(idOfThing(updater.policy, it) ?? null, second.id));
      if (!isTold)
        return blame(`${shorten(second.id)} is not in the answer: ${shorten([...told])}`, 'item');
      for (const [thing, wanted] of [
        [second, value],
        [first, own.values[0]],
      ] as const) {
        const about = aboutThing(api, reader, thing);
        const read =
          about && (await exchange(wholeList(api, reader, about), { operation: reader.operation }));
        const shown = read && thingIn(reader, read, thing.id);
        if (shown === undefined) continue;
        const is = objectOf(shown)[own.property];
        if (is !== undefined && !isEqual(is, wanted))
          return blame(`${own.property} of ${shorten(thing.id)} is ${shorten(is)}`, 'filter');
      }
    }),
};

function without(draft: Draft, place: string | undefined): Draft {
  const { body } = draft;
  if (place === undefined || !isPointer(place) || !body) return draft;
  const at: Pointer = parentOf(place);
  const { [tokensOf(place).at(-1) ?? '']: _, ...rest } = objectOf(valueAt(body.value, at));
  if (valueAt(body.value, place) === undefined) return draft;
  return { ...draft, body: { ...body, value: withValueAt(body.value, at, rest) } };
}
