import { isEqual, type Json } from '../../base/json.ts';
import { append } from '../../base/json-pointer.ts';
import { insist } from '../flows/insist.ts';
import { isSuccess, successJson } from '../flows/json-answer.ts';
import { wholeList } from '../flows/paging.ts';
import { withPlace } from '../flows/places.ts';
import { actingOf, creatorOf, idOfThing, isShowing, itemsIn } from '../flows/things.ts';
import { twoThings } from '../flows/two-things.ts';
import { readDraft } from '../generation/broken-draft.ts';
import { shorten } from '../judges/words.ts';
import type { Property } from '../property.ts';

export const stateOrdered: Property = {
  id: 'state.ordered',
  title: 'a list has the order that was asked for, and of its things what was asked for',
  runsAlone: true,
  writes: true,
  unless({ api, operation }) {
    const list = actingOf(operation);
    if (list?.policy.action !== 'list' || !isShowing(list)) return 'the operation lists nothing';
    if (list.policy.order === undefined && list.policy.fields === undefined)
      return 'it takes neither an order nor properties to show';
    return creatorOf(api, list) ? undefined : `no operation creates a ${list.policy.name}`;
  },
  check: (all) =>
    insist(all, async (bench) => {
      const { api, operation, exchange, complain, learnNothing } = bench;
      const list = actingOf(operation);
      const own = list && (await twoThings(bench, list));
      if (!list || !own) return learnNothing('no two things that differ could be created');
      const { order, fields } = list.policy;
      const whole = wholeList(api, list, own.question);
      const ask = async (place: string, ways: readonly Json[]) => {
        const draft = ways
          .map((it) => withPlace(whole, operation, place, it))
          .find((it) => readDraft(api, operation, it).length === 0);
        const answered = draft && (await exchange(draft, {}));
        const body = answered && isSuccess(answered) ? successJson(answered) : undefined;
        return answered && body !== undefined
          ? { answered, items: itemsIn(list.policy, body) }
          : undefined;
      };
      const blame = (part: 'order' | 'fields', states: string, seen: string) => ({
        message: part === 'order' ? 'a list is not in order' : 'a list shows what nobody asked for',
        clause: append(operation.pointer, 'x-resource', part),
        states,
        seen,
      });
      for (const direction of order === undefined ? [] : ['ASC', 'DESC']) {
        const asked = `${own.property} ${direction}`;
        const told = await ask(order ?? '#', [[[own.property, direction]], asked]);
        const [first = -1, second = -1] = own.things.map(
          ({ id }) =>
            told?.items.findIndex((it) => isEqual(idOfThing(list.policy, it) ?? null, id)) ?? -1,
        );
        if (!told || first < 0 || second < 0 || first < second === (direction === 'ASC')) continue;
        const seen = `${shorten(own.values[0])} comes ${first < second ? 'before' : 'after'} ${shorten(own.values[1])}`;
        return complain(blame('order', asked, seen), told.answered);
      }
      if (fields === undefined) return;
      const told = await ask(fields, [[own.property]]);
      const more = told?.items.find((it) =>
        Object.keys(it ?? {}).some((name) => name !== own.property),
      );
      if (told && more !== undefined)
        complain(blame('fields', own.property, shorten(more)), told.answered);
    }),
};
