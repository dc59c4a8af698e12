import { isEqual, type Json } from '../../base/json.ts';
import { append, valueAt, type Pointer } from '../../base/json-pointer.ts';
import type { Operation } from '../../model/api-model.ts';
import type { RepeatsPolicy } from '../../model/resource-policy.ts';
import type { Bench } from '../bench.ts';
import { insist } from '../flows/insist.ts';
import { successJson } from '../flows/json-answer.ts';
import { asking } from '../flows/listed-things.ts';
import { placeIn } from '../flows/places.ts';
import { exampleDrafts, type Draft } from '../generation/draft.ts';
import { shorten } from '../judges/words.ts';
import type { Property } from '../property.ts';

/** A number that no example is likely to have. */
const OTHER = 3;

export const stateRepeats: Property = {
  id: 'state.repeats',
  title: 'an answer says again of its request what it is said to repeat',
  writes: true,
  unless: ({ operation: { repeats } }) => (repeats ? undefined : 'its answer repeats nothing'),
  check: (all) =>
    insist(all, async (bench) => {
      const { operation, exchange, learnNothing } = bench;
      let isTried = false;
      for (const [index, policy] of (operation.repeats ?? []).entries()) {
        for (const draft of draftsFor(bench, operation, policy)) {
          const answered = await exchange(draft, {});
          const body = successJson(answered);
          if (body === undefined) continue;
          isTried = true;
          const blamed = wrongIn(policy, draft, body);
          if (!blamed) continue;
          const { part, at, said, shown } = blamed;
          bench.complain(
            {
              message: 'the answer does not repeat what the request says',
              clause: append(operation.pointer, 'x-repeats', index, part, at),
              states: `${at} is ${part === 'most' ? 'at most ' : ''}${shorten(said)}`,
              seen: `${at} is ${shorten(shown)}`,
            },
            answered,
          );
          return;
        }
      }
      if (!isTried) learnNothing('no request could be made that it repeats');
    }),
};

/** Requests that meet the conditions: the examples, and one with another number in each place of one. */
function draftsFor(
  { api }: Bench,
  operation: Operation,
  { when = {}, most = {} }: RepeatsPolicy,
): readonly Draft[] {
  const met = exampleDrafts(api, operation).flatMap((example) => {
    const draft = Object.entries(when).reduce<Draft | undefined>(
      (it, [place, value]) => it && asking(api, operation, it, place, value),
      example,
    );
    return draft ? [draft] : [];
  });
  const others = Object.values(most).flatMap((place) =>
    met
      .filter((it) => placeIn(it, place) !== undefined)
      .flatMap((it) => asking(api, operation, it, place, OTHER) ?? []),
  );
  return [...met, ...others];
}

/** What an answer says otherwise than its request; what is not shown contradicts nothing. */
function wrongIn({ places = {}, most = {} }: RepeatsPolicy, draft: Draft, body: Json) {
  const found = (of: Readonly<Record<string, string>>) =>
    Object.entries(of).flatMap(([at, place]) => {
      const said = placeIn(draft, place);
      const shown = valueAt(body, at as Pointer);
      return said === undefined || shown === undefined ? [] : [{ at, said, shown }];
    });
  const other = found(places).find(({ said, shown }) => !isEqual(said, shown));
  if (other) return { part: 'places', ...other };
  const more = found(most).find(
    ({ said, shown }) =>
      typeof said === 'number' && typeof shown === 'number' && shown > Math.max(0, said),
  );
  return more && { part: 'most', ...more };
}
