import { isEqual, isObject, objectOf, type Json } from '../../base/json.ts';
import { jsonOrNone } from '../../base/json-text.ts';
import type { ApiModel, Operation } from '../../model/api-model.ts';
import { documentedThingPromise } from '../judges/documented-thing-promise.ts';
import type { Ground } from '../../result/ground.ts';
import type { Exchange } from '../../wire/exchange.ts';
import type { Bench } from '../bench.ts';
import { isSuccess } from '../flows/json-answer.ts';
import { insist } from '../flows/insist.ts';
import { exampleDrafts, type Draft } from '../generation/draft.ts';
import { shorten } from '../judges/words.ts';
import type { Property } from '../property.ts';
import { aboutValues } from '../things/feed.ts';
import { madeBy, type ThingKind } from '../things/kinds.ts';
import { unlessSendable } from '../wire/not-sendable.ts';

export const stateLifetime: Property = {
  id: 'state.lifetime',
  title: 'what is made is there, can be changed, and is gone when it was deleted',
  writes: true,
  unless({ api, operation, isRemembering }) {
    if (!isRemembering) return 'nobody remembers what the server shows';
    if (api.operations.some(({ resource }) => resource))
      return 'x-resource says what is remembered';
    return madeBy(api, operation)?.reader ? undefined : 'no path names what it makes';
  },
  check: (all) => insist(all, live),
};

/** How one thing fares, from the request that makes it. */
interface Life {
  readonly bench: Bench;
  readonly kind: ThingKind;
  readonly values: readonly Json[];
  readonly reader: Operation;
  readonly made: Exchange;
  /** Sends a request about the thing. */
  readonly ask: (operation: Operation, body?: Draft['body']) => Promise<Exchange | undefined>;
  readonly blame: (
    operation: Operation,
    message: string,
    seen: string,
    by: Exchange,
    ground?: Ground,
  ) => void;
}

async function live(bench: Bench): Promise<void> {
  const { api, operation, exchange, learnNothing, complain, pool } = bench;
  const kind = madeBy(api, operation);
  if (!pool || !kind?.reader) return learnNothing('nothing can be made');
  const send = (other: Operation, draft: Draft) =>
    exchange(draft, { operation: other }).catch(unlessSendable);
  const own = await pool.makeForOne(kind, send);
  if (!own) return learnNothing('nothing was made, or no answer says which it is');
  const { exchange: made, draft, thing: shown } = own;
  const { reader } = kind;
  const life: Life = {
    bench,
    kind,
    values: shown.values,
    reader,
    made,
    async ask(other, body) {
      const [about] = exampleDrafts(api, other);
      if (!about) return undefined;
      return send(other, aboutValues(other, body ? { ...about, body } : about, shown.values));
    },
    blame(other, message, seen, by, ground) {
      const states = `${operation.id} makes it, and ${other.id} is about one`;
      complain({ message, clause: other.pointer, states, seen, ...(ground && { ground }) }, by);
    },
  };
  const first = await life.ask(reader);
  if (!first) return;
  if (!isSuccess(first)) return judgeMissing(life, shown.values, first);
  await change(life, objectOf(draft.body?.value), first);
  await remove(life);
}

/** What was made is not there: the description promises that it is, or does not. */
function judgeMissing(
  { bench, reader, made, blame }: Life,
  values: readonly Json[],
  first: Exchange,
): void {
  const { api, operation, complain, learnNothing } = bench;
  const [status, madeAs] = [statusOf(first), statusOf(made)];
  if (![404, 410].includes(status)) return learnNothing(`reading it is answered ${status}`);
  if (madeAs === 202) return learnNothing('it is made later');
  const promise = documentedThingPromise(api, operation, reader, made);
  const seen = `${shorten(values.at(-1))} was made (${madeAs}), and reading it is answered ${status}`;
  if (promise !== undefined)
    return blame(reader, `what was made is not there: ${promise}`, seen, first);
  complain({ undetermined: `${seen}: nothing says that it can be read at once` }, first);
}

/** Puts other values, and reads them back. Only what was shown as it was said may be expected to be so again. */
async function change(life: Life, said: Record<string, Json> | object, first: Exchange) {
  const { bench, kind, reader, ask, blame } = life;
  const before = bodyOf(first);
  for (const method of ['put', 'patch']) {
    const changer = changerOf(bench.api, kind, method);
    const [example] = changer ? exampleDrafts(bench.api, changer) : [];
    if (!changer || !example?.body || !isObject(example.body.value)) continue;
    const answered = await ask(changer, example.body);
    const read = answered && isSuccess(answered) ? await ask(reader) : undefined;
    if (!read) continue;
    if (statusOf(read) >= 500) {
      const seen = `${changer.id} is answered ${statusOf(answered)}, and reading it then ${statusOf(read)}`;
      blame(reader, 'what was changed cannot be read any more', seen, read);
      return;
    }
    const after = bodyOf(read);
    const lost = Object.entries(example.body.value).find(([name, value]) => {
      const [old, now] = [before[name], after[name]];
      const wasSaid = objectOf(said)[name];
      const isEchoed = old !== undefined && wasSaid !== undefined && isEqual(old, wasSaid);
      const isOld = old !== undefined && now !== undefined && isEqual(old, now);
      return isEchoed && isOld && !isEqual(old, value);
    });
    if (lost) {
      const [name, value] = lost;
      const seen = `${name} was changed to ${shorten(value)}, and is still ${shorten(after[name])}`;
      // A replacement replaces (RFC 9110, section 9.3.4; RFC 5789), whatever the description says of it.
      blame(
        changer,
        'a change that was answered with success is not there',
        seen,
        read,
        'standard',
      );
      return;
    }
  }
}

async function remove({ bench, kind, reader, values, ask, blame }: Life): Promise<void> {
  const { deleter } = kind;
  if (!deleter) return;
  const before = await ask(reader);
  const answered = await ask(deleter);
  if (!answered || !isSuccess(answered) || statusOf(answered) === 202) return;
  const read = await ask(reader);
  if (!read) return;
  const status = statusOf(read);
  const seen = `${deleter.id} is answered ${statusOf(answered)}, and reading ${shorten(values.at(-1))} then ${status}`;
  if (status >= 500) blame(reader, 'the server fails where what was deleted is read', seen, read);
  else if (isSuccess(read) && documentsMissing(reader) && isUnchanged(before, read))
    blame(deleter, 'what was deleted is still there', seen, read);
  else if (isSuccess(read))
    bench.complain({ undetermined: `${seen}: nothing says how what is gone is shown` }, read);
}

function changerOf({ operations }: ApiModel, { reader }: ThingKind, method: string) {
  return operations.find((it) => it.method === method && it.path === reader?.path);
}

/** Whether it is shown as it was: what is only marked as deleted is shown otherwise. */
function isUnchanged(before: Exchange | undefined, after: Exchange): boolean {
  return before?.response?.body === after.response?.body;
}

function documentsMissing({ responses }: Operation): boolean {
  return responses.some(({ status }) => ['404', '410', '4XX'].includes(status.toUpperCase()));
}

function bodyOf({ response }: Exchange) {
  return objectOf(jsonOrNone(response?.body ?? ''));
}

/** The status of an answer; 0 where there is none. */
function statusOf(exchange: Exchange | undefined): number {
  return exchange?.response?.status ?? 0;
}
