import { objectOf, textOf, type Json } from '../../base/json.ts';
import { valueAt } from '../../base/json-pointer.ts';
import { asThing } from '../../model/named.ts';
import { statedMoments } from '../../values/stated-moments.ts';
import type { Exchange } from '../../wire/exchange.ts';
import type { Bench } from '../bench.ts';
import { insist } from '../flows/insist.ts';
import { isSuccess, successJson } from '../flows/json-answer.ts';
import { needsOwnThing, ownThing, saidIn } from '../flows/own-thing.ts';
import { actingOf, contradictionIn, createThing } from '../flows/things.ts';
import { shorten } from '../judges/words.ts';
import type { Property } from '../property.ts';

/** Milliseconds that a server may take, and by which two of its clocks may disagree. */
const TOLERANCE = 60_000;

export const stateChanged: Property = {
  id: 'state.changed',
  title: 'what says when a thing last changed says the moment of the change',
  runsAlone: true,
  writes: true,
  unless({ api, operation }) {
    const { resource } = operation;
    if (!resource || !['create', 'update', 'upsert'].includes(resource.action))
      return 'the operation changes nothing that the API remembers';
    if (statedMoments(api, resource.name).changed.size === 0)
      return 'nothing that is shown says when it last changed';
    return resource.action === 'create'
      ? undefined
      : needsOwnThing(api, operation, ['update', 'upsert']);
  },
  check: (all) =>
    insist(all, (bench) =>
      bench.operation.resource?.action === 'create' ? onMaking(bench) : onChange(bench),
    ),
};

async function onMaking(bench: Bench): Promise<void> {
  const { operation, learnNothing } = bench;
  const creator = actingOf(operation);
  const thing = creator && (await createThing(bench, creator, `${operation.id} changed`));
  if (!thing) return learnNothing('nothing could be created');
  const shown = itemIn(bench, thing.answered);
  if (!judge(bench, thing.answered, shown)) learnNothing('the answer does not say when');
}

/** A thing is changed some time after it was made, where anybody can let time pass. */
async function onChange(bench: Bench): Promise<void> {
  const { operation, exchange, passTime, learnNothing } = bench;
  const own = await ownThing(bench, 'changed');
  const acting = actingOf(operation);
  if (!own || !acting) return learnNothing('nothing could be created and read');
  const before = own.shownIn(await own.read()) ?? null;
  const said = asThing(acting.policy, saidIn(acting, own.draft));
  // What is made anew is a change, whatever the request says.
  if (contradictionIn(said, before) === undefined && !acting.policy.renewed)
    return learnNothing('the documented example changes nothing that is shown');
  await passTime?.(5 * TOLERANCE);
  const answered = await exchange(own.draft, {});
  if (!isSuccess(answered)) return learnNothing(`it is answered ${answered.response?.status}`);
  const isTold = judge(bench, answered, itemIn(bench, answered));
  const read = await own.read();
  const after = own.shownIn(read);
  // Whoever does not change it says nothing of when: that is for others to judge.
  const isChanged = after !== undefined && contradictionIn(said, after) === undefined;
  const isShown = isChanged && judge(bench, read, after);
  if (!isTold && !isShown) learnNothing('no answer says when');
}

/** The thing in the operation's own answer. */
function itemIn({ operation: { resource } }: Bench, answered: Exchange): Json | undefined {
  const body = successJson(answered);
  if (body === undefined || resource?.items !== undefined) return undefined;
  const told = valueAt(body, resource?.item ?? '#');
  return Array.isArray(told) ? (told as readonly Json[])[0] : told;
}

/** Complains where a moment is another than that of the answer; tells whether any is shown. */
function judge(
  { api, operation, complain, timeOf }: Bench,
  answered: Exchange,
  shown: Json | undefined,
): boolean {
  const { name = '' } = operation.resource ?? {};
  const now = answered.response ? timeOf(answered.response) : Number.NaN;
  const told = [...statedMoments(api, name).changed].filter(([it]) =>
    Object.hasOwn(objectOf(shown), it),
  );
  for (const [property, clause] of told) {
    const value = objectOf(shown)[property] ?? null;
    const off = Math.abs(Date.parse(textOf(value)) - now);
    if (Number.isNaN(now) || off <= TOLERANCE) continue;
    complain(
      {
        message: `"${property}" does not say when the ${name} last changed`,
        clause,
        states: 'x-changed: now',
        seen: `${property} is ${shorten(value)}, and it was changed at ${new Date(now).toISOString()}`,
      },
      answered,
    );
  }
  return told.length > 0;
}
