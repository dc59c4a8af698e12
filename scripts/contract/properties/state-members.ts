import { isEqual, objectOf, type Json, type JsonObject } from '../../base/json.ts';
import { append } from '../../base/json-pointer.ts';
import type { Exchange } from '../../wire/exchange.ts';
import type { Bench } from '../bench.ts';
import { insist } from '../flows/insist.ts';
import { isSuccess } from '../flows/json-answer.ts';
import {
  addMember,
  makeHolder,
  makeThing,
  membershipMadeBy,
  thingWith,
  valuesOf,
  within,
  type Membership,
} from '../flows/members.ts';
import { bareList } from '../flows/paging.ts';
import { createFrom, readerOf, thingIn, type Thing } from '../flows/things.ts';
import { exampleDrafts } from '../generation/draft.ts';
import { shorten } from '../judges/words.ts';
import type { Property } from '../property.ts';

export const stateMembers: Property = {
  id: 'state.members',
  title: 'things have what their members say: values of their types, defaults, and nothing twice',
  runsAlone: true,
  writes: true,
  unless({ api, operation }) {
    if (operation.resource?.action !== 'create')
      return 'the operation creates nothing that the API remembers';
    return membershipMadeBy(api, operation)
      ? undefined
      : 'nothing describes the members of what it creates';
  },
  async check(all) {
    const membership = membershipMadeBy(all.api, all.operation);
    if (!membership) return;
    let times = 0;
    await insist(all, async (bench) => {
      const held = await makeHolder(bench, membership, `members ${(times += 1)}`);
      if (!held) return bench.learnNothing(`no ${membership.holder.policy.name} could be created`);
      const own = { bench, membership, held };
      const tried = [...(await tryTypes(own)), await tryDistinct(own), await tryDefault(own)];
      if (!tried.includes(true)) bench.learnNothing('no member could be made and used');
    });
  },
};

interface Own {
  readonly bench: Bench;
  readonly membership: Membership;
  readonly held: Thing;
}

/** A value of another type is refused, where one of the type is taken. */
async function tryTypes({ bench, membership, held }: Own): Promise<readonly boolean[]> {
  const tried: boolean[] = [];
  for (const type of Object.keys(membership.members.types)) {
    const { right, wrong } = valuesOf(bench.api, membership, type);
    if (right === undefined || wrong === undefined) continue;
    const name = `kiln_${tried.length}`;
    const isThere = await addMember(bench, membership, held, [name, { type }]);
    const fine = isThere && (await makeThing(bench, membership, held, { [name]: right }));
    if (!fine || !isSuccess(fine)) continue;
    const faulty = await makeThing(bench, membership, held, { [name]: wrong });
    if (!faulty) continue;
    tried.push(true);
    if (isSuccess(faulty))
      blame(
        { bench, membership, held },
        faulty,
        ['types', type],
        `${shorten(wrong)} is taken as ${type}`,
      );
  }
  return tried;
}

/** A second thing with the same value is refused, where a member says that no two have it. */
async function tryDistinct({ bench, membership, held }: Own): Promise<boolean> {
  const { type, right } = plainType(bench, membership);
  const isStated = membership.members.distinct !== undefined && right !== undefined;
  const name = 'kiln_once';
  if (!isStated || !(await addMember(bench, membership, held, [name, { type, isOnce: true }])))
    return false;
  const one = await makeThing(bench, membership, held, { [name]: right });
  const other = await makeThing(bench, membership, held, { [name]: right });
  if (!one || !other || !isSuccess(one)) return false;
  if (isSuccess(other))
    blame({ bench, membership, held }, other, ['distinct'], `${name} is ${shorten(right)}, twice`);
  return true;
}

/** A thing without a value has the default of the member. */
async function tryDefault({ bench, membership, held }: Own): Promise<boolean> {
  const { api, exchange } = bench;
  const { creator, members } = membership;
  const { type, right } = plainType(bench, membership);
  const reader = readerOf(api, creator);
  const name = 'kiln_usual';
  if (members.default === undefined || right === undefined || !reader) return false;
  if (!(await addMember(bench, membership, held, [name, { type, usual: right }]))) return false;
  const draft = thingWith(api, membership, held, {});
  const thing = draft && (await createFrom(bench, creator, draft));
  const [example] = exampleDrafts(api, reader.operation);
  if (!thing || !example) return false;
  const question = bareList(api, reader, within(example, reader, held));
  const answered = await exchange(question, { operation: reader.operation });
  const shown = thingIn(reader, answered, thing.id);
  if (shown === undefined) return false;
  const value = objectOf(shown)[name] ?? null;
  if (!isEqual(value, right))
    blame(
      { bench, membership, held },
      answered,
      ['default'],
      `${name} is ${shorten(value)}, and not ${shorten(right)}`,
    );
  return true;
}

/** A type that has a plain value: not one that leads to other things. */
function plainType(
  { api }: Bench,
  membership: Membership,
): { type: string; right: Json | undefined } {
  const { types, links } = membership.members;
  const type = Object.keys(types).find((it) => !links?.types.includes(it)) ?? '';
  return { type, right: valuesOf(api, membership, type).right };
}

function blame(
  { bench, membership }: Own,
  answered: Exchange,
  clause: readonly string[],
  seen: string,
): void {
  const { creator, members, pointer } = membership;
  const states: JsonObject = { of: members.of, type: members.type };
  bench.complain(
    {
      message: `a ${creator.policy.name} is not as its members say`,
      clause: append(pointer, ...clause),
      states: `members: ${shorten(states)}`,
      seen,
    },
    answered,
  );
}
