import { textOf } from '../../base/json.ts';
import { append, valueAt } from '../../base/json-pointer.ts';
import { insist } from '../flows/insist.ts';
import { successJson } from '../flows/json-answer.ts';
import { asking, isFilled, listedThings, shownOf } from '../flows/listed-things.ts';
import { isFullPage } from '../flows/paging.ts';
import { actingOf, itemsIn } from '../flows/things.ts';
import { shorten } from '../judges/words.ts';
import type { Property } from '../property.ts';

/** A text that nobody calls anything. */
const NOWHERE = 'kiln-zq-nothing-has-this';

export const stateSearched: Property = {
  id: 'state.searched',
  title: 'a search finds what has the text that it looks for, and nothing else',
  runsAlone: true,
  writes: true,
  unless({ api, operation }) {
    const list = actingOf(operation);
    if (!list?.policy.search) return 'the operation does not search for a text';
    return isFilled(api, list) ? undefined : 'no operation creates what it lists';
  },
  check: (all) =>
    insist(all, async (bench) => {
      const { api, operation, exchange, complain, learnNothing } = bench;
      const list = actingOf(operation);
      const { search } = list?.policy ?? {};
      if (!list || !search) return learnNothing('it searches for nothing');
      let isTried = false;
      for await (const thing of listedThings(bench, list, 'searched')) {
        const texts = search.at.map((at) => valueAt(thing.told, at));
        const own = texts.find((it) => typeof it === 'string' && it !== '');
        for (const [text, isMeant] of [
          [own ?? null, true],
          [NOWHERE, false],
        ] as const) {
          const draft =
            text === null ? undefined : asking(api, operation, thing.question, search.for, text);
          const answered = draft && (await exchange(draft, {}));
          const body = answered && successJson(answered);
          if (!draft || !answered || body === undefined) continue;
          isTried = true;
          const shown = shownOf(list.policy, thing, body);
          const items = itemsIn(list.policy, body).length;
          const isFine = (shown !== undefined) === isMeant;
          if (isFine || (isMeant && isFullPage(api, operation, { draft, items }))) continue;
          const what = thing.kind?.name ?? list.policy.name;
          complain(
            {
              message: isMeant
                ? `a ${what} with the text is not found`
                : `a ${what} without the text is found`,
              clause: append(operation.pointer, 'x-resource', 'search'),
              states: `${search.for} is looked for in ${search.at.join(', ')}`,
              seen: `${textOf(text)} was looked for, and ${shorten(thing.id)} is ${isMeant ? 'not ' : ''}listed`,
            },
            answered,
          );
          return;
        }
      }
      if (!isTried) learnNothing('nothing that it lists could be created');
    }),
};
