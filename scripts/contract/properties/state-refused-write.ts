import * as fc from 'fast-check';
import { insist } from '../flows/insist.ts';
import { listAround, newIn } from '../flows/listing.ts';
import { thingsAround, needsOwnThing, ownThing, saidIn } from '../flows/own-thing.ts';
import { withPlace } from '../flows/places.ts';
import { writtenIn } from '../flows/written-in.ts';
import { brokenDraft, singleBreaks } from '../generation/broken-draft.ts';
import type { JsonObject } from '../../base/json.ts';
import type { Bench } from '../bench.ts';
import type { Draft } from '../generation/draft.ts';
import { shorten } from '../judges/words.ts';
import type { Property } from '../property.ts';

/** Requests that break something, of each sort. */
const BROKEN = 6;

export const stateRefusedWrite: Property = {
  id: 'state.refused-write',
  title: 'a write that is refused leaves nothing behind',
  ground: 'standard',
  runsAlone: true,
  writes: true,
  unless({ api, operation }) {
    if (!operation.body) return 'the operation takes no body';
    const kind = thingsAround(api, operation);
    if (kind?.acting.policy.action === 'create')
      return kind.list ? undefined : `no operation lists a ${kind.acting.policy.name}`;
    return needsOwnThing(api, operation, ['update', 'upsert']);
  },
  check: (all) =>
    insist(all, (bench) => {
      const action = thingsAround(bench.api, bench.operation)?.acting.policy.action;
      return action === 'create' ? tryCreation(bench) : tryUpdate(bench);
    }),
};

/** Broken requests: examples that break one constraint, and generated ones that say something else as well. */
function brokenDrafts({ api, operation, runs }: Bench): readonly Draft[] {
  const generated = fc.sample(brokenDraft(api, operation), {
    seed: 1,
    numRuns: Math.min(BROKEN, runs),
  });
  // Whether there is anything to try is the same however much is tried.
  const single = Iterator.from(singleBreaks(api, operation)).filter(isOfBody).take(BROKEN);
  return [...single, ...generated.filter(isOfBody)];
}

function isOfBody({ body, broken }: Draft): boolean {
  return body !== undefined && broken?.includes('body') === true;
}

async function tryCreation(bench: Bench): Promise<void> {
  const { api, operation, exchange, learnNothing } = bench;
  const { acting } = thingsAround(api, operation) ?? {};
  const drafts = brokenDrafts(bench);
  if (!acting || drafts.length === 0) return learnNothing('no body that is wrong can be made');
  let refused = 0;
  for (const draft of drafts) {
    const before = await listAround(bench, draft);
    if (!before) return learnNothing('the list cannot be read');
    const answered = await exchange(draft, {});
    if (!isRefused(answered.response?.status)) continue;
    refused += 1;
    const after = await listAround(bench, draft);
    const fresh = after && newIn(before, after, soundIn(saidIn(acting, draft), draft));
    if (fresh === undefined) continue;
    blame(bench, answered, `${shorten(fresh)} is listed`);
    return;
  }
  if (refused === 0) learnNothing('nothing is refused');
}

async function tryUpdate(bench: Bench): Promise<void> {
  const { api, operation, exchange, learnNothing } = bench;
  const { acting } = thingsAround(api, operation) ?? {};
  const own = await ownThing(bench, 'refused');
  if (!acting || !own) return learnNothing('nothing could be created to write to');
  let refused = 0;
  for (const draft of brokenDrafts(bench)) {
    const aimed = acting.policy.id === undefined ? [] : [[acting.policy.id, own.thing.id] as const];
    const within = (acting.policy.within ?? []).flatMap((place, i) => {
      const value = own.thing.within[i];
      return value === undefined ? [] : [[place, value] as const];
    });
    const about = [...aimed, ...within].reduce(
      (it, [place, value]) => withPlace(it, operation, place, value),
      draft,
    );
    const before = own.shownIn(await own.read());
    const answered = await exchange(about, {});
    if (!isRefused(answered.response?.status)) continue;
    refused += 1;
    const said = saidIn(acting, about);
    const name = writtenIn(said, before, own.shownIn(await own.read()));
    if (name === undefined) continue;
    blame(bench, answered, `${name} is shown as ${shorten(said[name])}`);
    return;
  }
  if (refused === 0) learnNothing('nothing is refused');
}

/** What a request says rightly: in place of the rest a server may keep what it likes. */
function soundIn(said: JsonObject, { broken = '' }: Draft): JsonObject {
  const wrong = new Set(Array.from(broken.matchAll(/body\/([^/\s,;]+)/g), ([, name]) => name));
  return Object.fromEntries(Object.entries(said).filter(([name]) => !wrong.has(name)));
}

/** Refused for what it says; a failure has promised nothing. */
function isRefused(status = 0): boolean {
  return status >= 400 && status < 500;
}

function blame(
  { operation, complain }: Bench,
  answered: Parameters<Bench['complain']>[1],
  seen: string,
): void {
  const { status } = answered.response ?? {};
  complain(
    {
      message: 'a write that is refused is done all the same',
      ground: operation.resource && 'contract',
      clause: operation.pointer,
      states: 'what is refused changes nothing',
      seen: `the answer is ${status}, and ${seen}`,
    },
    answered,
  );
}
