import { isEqual, isObject, objectOf, type Json } from '../../base/json.ts';
import { append } from '../../base/json-pointer.ts';
import { insist } from '../flows/insist.ts';
import { isSuccess } from '../flows/json-answer.ts';
import { addMember, makeHolder, membershipOf, thingWith, within } from '../flows/members.ts';
import { bareList } from '../flows/paging.ts';
import { withPlace } from '../flows/places.ts';
import { actingOf, createFrom, idOfThing, thingIn } from '../flows/things.ts';
import { readDraft } from '../generation/broken-draft.ts';
import { exampleDrafts } from '../generation/draft.ts';
import { shorten } from '../judges/words.ts';
import type { Property } from '../property.ts';

export const stateLinked: Property = {
  id: 'state.linked',
  title:
    'references are shown as things where a request wants it, and as they are where it does not',
  runsAlone: true,
  writes: true,
  unless({ api, operation }) {
    if (operation.resource?.linked === undefined)
      return 'the operation shows nothing in the place of references';
    return membershipOf(api, operation)?.members.links
      ? undefined
      : 'no member of what it shows refers to other things';
  },
  async check(all) {
    let times = 0;
    await insist(all, async (bench) => {
      const { api, operation, exchange, complain, learnNothing } = bench;
      const list = actingOf(operation);
      const membership = membershipOf(api, operation);
      const [type] = membership?.members.links?.types ?? [];
      const [example] = exampleDrafts(api, operation);
      if (!list || !membership || type === undefined || !example) return;
      const held = await makeHolder(bench, membership, `linked ${(times += 1)}`);
      if (!held) return learnNothing(`no ${membership.holder.policy.name} could be created`);
      const name = 'kiln_link';
      // A thing may refer to one beside it.
      if (!(await addMember(bench, membership, held, [name, { type, to: held.id }])))
        return learnNothing('no member could be made');
      const make = async (link?: Json) => {
        const draft = thingWith(api, membership, held, link === undefined ? {} : { [name]: link });
        return draft && createFrom(bench, membership.creator, draft);
      };
      const target = await make();
      const thing = target && (await make(target.id));
      if (!target || !thing) return learnNothing('nothing could be created that refers to another');
      const { linked = '#' } = list.policy;
      const question = bareList(api, list, within(example, list, held));
      let isTried = false;
      for (const wanted of [true, [name], false, []]) {
        const draft = withPlace(question, operation, linked, wanted);
        if (readDraft(api, operation, draft).length > 0) continue;
        const answered = await exchange(draft, {});
        const shown = thingIn(list, answered, thing.id);
        const value = objectOf(shown)[name];
        if (!isSuccess(answered) || value === undefined) continue;
        isTried = true;
        const one = Array.isArray(value) ? ((value as readonly Json[])[0] ?? null) : value;
        const isWanted = wanted === true || (Array.isArray(wanted) && wanted.length > 0);
        const isRight = isWanted
          ? isObject(one) && isEqual(idOfThing(list.policy, one) ?? null, target.id)
          : isEqual(one, target.id);
        if (isRight) continue;
        complain(
          {
            message: 'a reference is not shown as the request wants it',
            clause: append(operation.pointer, 'x-resource', 'linked'),
            states: `${linked}: ${shorten(wanted)}`,
            seen: `${name} leads to ${shorten(target.id)}, and is shown as ${shorten(value)}`,
          },
          answered,
        );
        return;
      }
      if (!isTried) learnNothing('the list does not show the reference');
    });
  },
};
