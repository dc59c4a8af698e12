import type { Json, JsonObject } from '../../base/json.ts';
import { isEqual, objectOf } from '../../base/json.ts';
import { append } from '../../base/json-pointer.ts';
import type { Comparison } from '../../model/resource-policy.ts';
import { meets } from '../../values/conditions.ts';
import { insist } from '../flows/insist.ts';
import { isSuccess, successJson } from '../flows/json-answer.ts';
import { isFullPage, wholeList } from '../flows/paging.ts';
import { withPlace } from '../flows/places.ts';
import { actingOf, creatorOf, idOfThing, isShowing, itemsIn } from '../flows/things.ts';
import { twoThings } from '../flows/two-things.ts';
import { readDraft } from '../generation/broken-draft.ts';
import { shorten } from '../judges/words.ts';
import type { Property } from '../property.ts';

export const stateFiltered: Property = {
  id: 'state.filtered',
  title: 'a list has the things that meet what was asked for, and no other',
  runsAlone: true,
  writes: true,
  unless({ api, operation }) {
    const list = actingOf(operation);
    if (list?.policy.action !== 'list' || !isShowing(list) || list.policy.filter === undefined)
      return 'the operation takes no conditions on a list';
    return creatorOf(api, list) ? undefined : `no operation creates a ${list.policy.name}`;
  },
  check: (all) =>
    insist(all, async (bench) => {
      const { api, operation, exchange, complain, learnNothing } = bench;
      const list = actingOf(operation);
      const own = list && (await twoThings(bench, list));
      if (!list || !own) return learnNothing('no two things that differ could be created');
      const { filter = '#', operators = {}, name } = list.policy;
      const whole = wholeList(api, list, own.question);
      for (const { condition, clause } of conditionsOn(own.values, operators)) {
        const where: JsonObject = { [own.property]: condition };
        const draft = withPlace(whole, operation, filter, where);
        if (readDraft(api, operation, draft).length > 0) continue;
        const answered = await exchange(draft, {});
        const body = successJson(answered);
        if (!isSuccess(answered) || body === undefined) continue;
        const items = itemsIn(list.policy, body);
        const stranger = items.find(
          (it) => own.property in objectOf(it) && !meets(it, where, list.policy),
        );
        const isFull = isFullPage(api, operation, { draft, items: items.length });
        const missing = own.things.find((thing, i) => {
          const is = { [own.property]: own.values[i] ?? null };
          const isListed = items.some((it) =>
            isEqual(idOfThing(list.policy, it) ?? null, thing.id),
          );
          return !isFull && meets(is, where, list.policy) && !isListed;
        });
        if (stranger === undefined && missing === undefined) continue;
        const seen = stranger
          ? `${shorten(stranger)} is listed`
          : `${shorten(missing?.id)} is not listed`;
        complain(
          {
            message: `a list of ${name} is not what was asked for`,
            clause: append(operation.pointer, 'x-resource', ...clause),
            states: `${filter}: ${shorten(where)}`,
            seen,
          },
          answered,
        );
        return;
      }
    }),
};

/** Conditions that the first of two values meets and the second does not, or the other way round. */
function conditionsOn(
  [value, other]: readonly [Json, Json],
  operators: Readonly<Record<string, Comparison>>,
) {
  const plain = [{ condition: value, clause: ['filter'] }];
  const isOrdered = typeof value === 'number';
  return [
    ...plain,
    ...Object.entries(operators).flatMap(([name, comparison]) => {
      const wanted: Partial<Record<Comparison, readonly Json[]>> = {
        equal: [value],
        notEqual: [value],
        greater: isOrdered ? [value] : [],
        greaterOrEqual: isOrdered ? [other] : [],
        less: isOrdered ? [other] : [],
        lessOrEqual: isOrdered ? [value] : [],
        like: typeof other === 'string' && !/[%_]/.test(other) ? [other] : [],
        oneOf: [[value]],
        noneOf: [[value]],
        null: [true, false],
      };
      return (wanted[comparison] ?? []).map((it) => ({
        condition: { [name]: it },
        clause: ['operators', name],
      }));
    }),
  ];
}
