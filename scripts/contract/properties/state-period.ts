import { append } from '../../base/json-pointer.ts';
import { insist } from '../flows/insist.ts';
import { isSuccess, successJson } from '../flows/json-answer.ts';
import { isFullPage, bareList } from '../flows/paging.ts';
import { withPlace } from '../flows/places.ts';
import { aboutThing, actingOf, createThing, creatorOf, itemsIn, thingIn } from '../flows/things.ts';
import { readDraft } from '../generation/broken-draft.ts';
import { shorten } from '../judges/words.ts';
import type { Property } from '../property.ts';

/** Milliseconds. */
const DAY = 24 * 60 * 60 * 1000;

/**
 * Days before and after today, and whether what is made today belongs between them. Where a day begins need not be
 * the same everywhere, so that no day is the first, the last or the one after.
 */
const PERIODS = [
  { first: -2, last: 2, isIn: true },
  { first: -6, last: -2, isIn: false },
  { first: 2, last: 6, isIn: false },
] as const;

export const statePeriod: Property = {
  id: 'state.period',
  title: 'a list that is kept to a period has what was made in it, and nothing else',
  runsAlone: true,
  writes: true,
  unless({ api, operation }) {
    const list = actingOf(operation);
    if (!list?.policy.period) return 'the operation takes no period';
    return creatorOf(api, list) ? undefined : `no operation creates a ${list.policy.name}`;
  },
  check: (all) =>
    insist(all, async (bench) => {
      const { api, operation, exchange, complain, learnNothing, timeOf } = bench;
      const list = actingOf(operation);
      const creator = list && creatorOf(api, list);
      const thing = creator && (await createThing(bench, creator, `${operation.id} period`));
      const about = thing && aboutThing(api, list, thing);
      if (!about) return learnNothing(`no ${list?.policy.name ?? 'thing'} could be created`);
      const plain = bareList(api, list, about);
      const whole = await exchange(plain, {});
      if (!whole.response || thingIn(list, whole, thing.id) === undefined)
        return learnNothing('what was created is not listed');
      const now = timeOf(whole.response);
      const day = (days: number) => new Date(now + days * DAY).toISOString();
      const { from, to } = list.policy.period ?? { from: '', to: '' };
      let isTried = false;
      for (const { first, last, isIn } of PERIODS) {
        const asked = [day(first).slice(0, 10), day(last).slice(0, 10)] as const;
        const draft = [asked, [day(first), day(last)] as const]
          .map(([one, other]) =>
            withPlace(withPlace(plain, operation, from, one), operation, to, other),
          )
          .find((it) => readDraft(api, operation, it).length === 0);
        const answered = draft && (await exchange(draft, {}));
        const body = answered && successJson(answered);
        if (!draft || !answered || !isSuccess(answered) || body === undefined) continue;
        const isListed = thingIn(list, answered, thing.id) !== undefined;
        const items = itemsIn(list.policy, body).length;
        if (isIn && !isListed && isFullPage(api, operation, { draft, items })) continue;
        isTried = true;
        if (isListed === isIn) continue;
        complain(
          {
            message: `a list is not kept to the period that is asked for`,
            clause: append(operation.pointer, 'x-resource', 'period'),
            states: `period: ${from} ${asked[0]}, ${to} ${asked[1]}`,
            seen: `${shorten(thing.id)} was made at ${day(0)}, and is ${isListed ? 'listed' : 'not listed'}`,
          },
          answered,
        );
        return;
      }
      if (!isTried) learnNothing('no period is taken');
    }),
};
