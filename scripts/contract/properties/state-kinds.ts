import { isEqual, textOf } from '../../base/json.ts';
import { append, valueAt } from '../../base/json-pointer.ts';
import { insist } from '../flows/insist.ts';
import { successJson } from '../flows/json-answer.ts';
import { isFilled, listedThings, shownOf } from '../flows/listed-things.ts';
import { isFullPage } from '../flows/paging.ts';
import { actingOf, itemsIn } from '../flows/things.ts';
import { shorten } from '../judges/words.ts';
import type { Property } from '../property.ts';

export const stateKinds: Property = {
  id: 'state.kinds',
  title:
    'a list of several kinds shows what was created of each, and only the kinds that are asked for',
  runsAlone: true,
  writes: true,
  unless({ api, operation }) {
    const list = actingOf(operation);
    if (!list?.policy.kinds) return 'the operation does not list things of several kinds';
    return isFilled(api, list) ? undefined : 'no operation creates what it lists';
  },
  check: (all) =>
    insist(all, async (bench) => {
      const { api, operation, exchange, complain, learnNothing } = bench;
      const list = actingOf(operation);
      const { kinds } = list?.policy ?? {};
      if (!list || !kinds) return learnNothing('it lists nothing');
      let isTried = false;
      for await (const thing of listedThings(bench, list, 'kinds')) {
        const { question: draft, all: unsought, kind, id, clause, isNarrow } = thing;
        const answered = await exchange(draft, {});
        const body = successJson(answered);
        if (body === undefined || !kind) continue;
        isTried = true;
        const items = itemsIn(list.policy, body);
        const isPart = isFullPage(api, operation, { draft, items: items.length });
        if (shownOf(list.policy, thing, body) === undefined && !isPart) {
          const states = `${operation.id} lists each ${kind.name} as ${kind.word}`;
          const seen = `${shorten(id)} was created, and is not among ${items.length} items`;
          complain(
            { message: `a ${kind.name} that was created is not listed`, clause, states, seen },
            answered,
          );
          return;
        }
        const others = unsought === draft ? answered : await exchange(unsought, {});
        const stranger = itemsIn(list.policy, successJson(others) ?? null).find((it) => {
          const word = valueAt(it, kinds.told);
          return word !== undefined && !isEqual(word, kind.word);
        });
        if (!isNarrow || stranger === undefined) continue;
        complain(
          {
            message: 'a kind of thing is listed that was not asked for',
            clause: append(operation.pointer, 'x-resource', 'kinds', 'chosen'),
            states: `${textOf(kinds.chosen ?? null)} says which kinds are listed`,
            seen: `${kind.word} was asked for, and ${shorten(stranger)} is listed`,
          },
          others,
        );
        return;
      }
      if (!isTried) learnNothing('nothing that it lists could be created');
    }),
};
