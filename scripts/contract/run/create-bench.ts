import { headerOf, type Exchange, type WireResponse } from '../../wire/exchange.ts';
import type { Aside, Attempt, Bench, Objection } from '../bench.ts';
import { idOf, type Complaint } from '../complaint.ts';
import { richDrafts } from '../generation/broken-draft.ts';
import type { Draft } from '../generation/draft.ts';
import { withFreshKey } from '../generation/fresh-key.ts';
import { failuresIn, wrongsIn } from '../judges/failures.ts';
import { usedUp } from '../judges/used-up.ts';
import { isOpen, objectionsIn } from '../judges/verdict.ts';
import { createAccuser, type Blamed, type Origin } from '../proof/accuser.ts';
import { createDocket, type Docket } from '../proof/docket.ts';
import { groundOf } from '../proof/ground-of.ts';
import { encodeRequest } from '../wire/encode.ts';
import { isCutOff } from '../wire/failure.ts';
import { unlessSendable } from '../wire/not-sendable.ts';
import { credentialFor, NO_CREDENTIAL } from '../wire/credentials.ts';
import type { SendOptions } from '../wire/send.ts';
import type { Reach } from '../../result/reach.ts';
import { createAsides } from './asides.ts';
import type { BenchOptions } from './bench-options.ts';
import { toSendInTime } from './send-in-time.ts';
import { toStated } from './stated.ts';
import { tryDrafts } from './try-drafts.ts';
import { createFeeding, spare } from '../things/at-bench.ts';

const isSuccess = ({ response }: Exchange): boolean =>
  response !== undefined && response.status >= 200 && response.status < 300;

/** What a bench has counted and found so far. */
interface Tally {
  requests: number;
  /** Requests that test nothing, and were judged no further. */
  dropped: number;
  /** Requests of which nothing says whether they are answered rightly. */
  open: number;
  /** Answers that were found right or wrong. */
  judged: number;
  /** Set where not all ways to change a request were tried. */
  reach?: Reach;
  /** Set where a request could have deleted what the run did not make. */
  isSpared?: true;
  /** Why the target gave nothing to judge. */
  reason?: string;
}

interface BenchedCheck {
  readonly bench: Bench;
  readonly tally: Tally;
  readonly docket: Docket;
  /** Resolves when everything that was complained about is proven or left open; nothing more is sent where it is over. */
  readonly settle: (over: string | undefined) => Promise<void>;
}

export function createBench(options: BenchOptions): BenchedCheck {
  const { api, operation, property, target, credential, profiles, seed, runs } = options;
  const { targetOf, passTime, letterbox, now, ground, pool } = options;
  // What such an answer is like is told all the same.
  const isExempt = options.isAboutQuotas || property === 'conformance';
  const tally: Tally = { requests: 0, dropped: 0, open: 0, judged: 0 };
  const docket = createDocket(options);
  const pending: Promise<void>[] = [];
  const sentAs = new WeakMap<Exchange, Origin>();
  // A clock that runs tells one run from the next: servers remember keys for longer than a run takes.
  const [salt, keys] = [`${now()} ${seed}`, { sent: 0 }];
  const sendInTime = toSendInTime(options);
  const { isStated, asStated } = toStated(api, options.isLenient);
  const exchangeOf = async (
    given: Draft,
    aside: Aside,
    sending: SendOptions = {},
  ): Promise<Exchange> => {
    const { operation: other } = aside;
    const source = aside.keepsKey ? undefined : `${salt} ${(keys.sent += 1)}`;
    const draft = withFreshKey(api, other ?? operation, given, source);
    const own = other ? credentialFor(api, other, profiles.good) : credential;
    const base = other ? targetOf(other) : target;
    const used = aside.credential ?? own ?? NO_CREDENTIAL;
    const written = encodeRequest(api, base ?? target, other ?? operation, draft, used);
    const request = aside.rewrite?.(written) ?? written;
    spare(pool, other ?? operation, request, tally);
    const answered = await sendInTime(other ?? operation, request, sending);
    options.failures?.note(other ?? operation, answered);
    const isPlain = !aside.credential && !aside.rewrite;
    pool?.see(other ?? operation, draft, answered, isPlain);
    const isOrdinary = aside.conforming === undefined;
    if (isPlain) options.successes?.note(other ?? operation, given, answered, isOrdinary);
    // What a run that has ended does not send any more is not counted.
    tally.requests += 1;
    sentAs.set(answered, { draft: given, aside });
    if (!other && aside.conforming !== false) options.observe(answered, isPlain);
    return answered;
  };
  const isInTurns = property === 'conformance';
  const feeding = createFeeding({ api, operation, pool, tally, isInTurns, exchangeOf });
  const complaintOf = (objection: Objection, against: Exchange): Complaint => {
    const rests = objection.ground ?? groundOf(ground, operation, against);
    return { ...objection, property, ground: rests };
  };
  const leaveOpen = (reason: string): void => {
    tally.open += 1;
    docket.leaveOpen(reason);
  };
  const isOneCut = () => options.failures?.isOneCut() ?? true;
  const { stands, shrink } = createAccuser({ ...options, docket, exchangeOf, isOneCut });
  const asides = createAsides({ docket, stands, isOneCut });
  const judgeConformance = async (draft: Draft, aside: Aside, answered: Exchange) => {
    if (!aside.operation && property !== 'conformance') await noteWrongs(draft, aside, answered);
  };
  const noteWrongs = async (draft: Draft, aside: Aside, answered: Exchange) => {
    const { conforming = true } = aside;
    const wrongs = (it: Exchange) => {
      const failures = failuresIn(operation, it);
      if (conforming === false || (conforming !== true && failures.length > 0)) return failures;
      const found = wrongsIn(api, operation, it);
      return conforming === true ? found : found.map((own) => ({ ...own, ground: conforming }));
    };
    const complaintsIn = (it: Exchange) =>
      wrongs(it)
        .filter(isStated)
        .map((objection): Complaint => ({ property: 'conformance', ...objection }));
    // Whoever may close the connection on a request may not end by it: that shows when it is asked again.
    const isCut = answered.failure !== undefined && isCutOff(answered.failure);
    const ends = isCut && conforming === false ? wrongsIn(api, operation, answered) : [];
    const all = [
      ...complaintsIn(answered),
      ...ends.map((it) => ({ property: 'conformance', ...it })),
    ];
    for (const complaint of all) {
      const id = idOf({ api, operation }, complaint);
      await asides.note(id, { complaint, exchange: answered, draft, aside, complaintsIn });
    }
  };

  const falsify = async (attempt: Attempt): Promise<boolean> => {
    let found: { readonly blamed: Blamed; readonly isRepeated: boolean } | undefined;
    const complaintsIn = async (answered: Exchange, draft: Draft) =>
      objectionsIn(await attempt.judge(answered, draft)).map((it) => complaintOf(it, answered));
    const holds = async (given: Draft): Promise<boolean> => {
      await options.takeTurn();
      const fed = await (attempt.isChanged ? feeding.changed(given) : feeding.generated(given));
      const isPlain = !attempt.rewrite && !attempt.credential && !fed.broken;
      const draft = options.shunned?.without(fed) ?? fed;
      const untold = isPlain ? options.shunned?.untold(operation, fed) : undefined;
      const refused = untold && (await exchangeOf(untold, {}).catch(unlessSendable));
      if (untold && refused) await noteWrongs(untold, {}, refused);
      const answered = await exchangeOf(draft, attempt).catch(unlessSendable);
      if (!answered) return true;
      const again = (it: Draft) => exchangeOf(it, attempt).catch(unlessSendable);
      const shunned = isPlain && (await options.shunned?.learn(operation, draft, answered, again));
      if (shunned) docket.leaveOpen(shunned);
      const spent = isExempt ? undefined : usedUp(operation, answered);
      const verdict = spent ?? asStated(await attempt.judge(answered, draft));
      if (verdict === 'irrelevant') tally.dropped += 1;
      else if (isOpen(verdict)) leaveOpen(verdict.undetermined);
      else if (objectionsIn(verdict).length === 0) tally.judged += 1;
      for (const objection of objectionsIn(verdict).filter(isStated)) {
        const complaint = complaintOf(objection, answered);
        if (!(await docket.isProven(complaint))) continue;
        const blamed = { complaint, exchange: answered, draft, aside: attempt, complaintsIn };
        const standing = await stands(
          blamed,
          attempt.base && (await feeding.changed(attempt.base)),
        );
        if ('undetermined' in standing) {
          leaveOpen(standing.undetermined);
          continue;
        }
        const { isRepeated } = standing;
        tally.judged += 1;
        found = { blamed: { ...blamed, complaint: standing.complaint }, isRepeated };
        // Whoever lets something in answers for what comes of it.
        if (draft.broken && isSuccess(answered)) await judgeConformance(draft, attempt, answered);
        return false;
      }
      await judgeConformance(draft, attempt, answered);
      // At once: a run may end before the check does.
      await asides.settle(undefined);
      return true;
    };
    // What a check throws ends it, once what was found is as small as can be told.
    const thrown = await tryDrafts({
      drafts: attempt.drafts,
      examples: feeding.examples(attempt.examples ?? []),
      runs: attempt.runs,
      seed: seed + (attempt.round ?? 0),
      holds,
    });
    if (found) {
      const { blamed, isRepeated } = found;
      // What does not come each time cannot be told from what a smaller request avoids.
      const smallest = thrown || !isRepeated ? blamed : await shrink(blamed);
      docket.keep(smallest.complaint, smallest.exchange);
    }
    if (thrown) throw thrown.error;
    return found !== undefined;
  };

  const timeOf = ({ headers }: WireResponse): number => {
    // A clock that the run moves is the target's own; any other server tells its time itself.
    const told = passTime ? Number.NaN : Date.parse(headerOf({ headers }, 'date') ?? '');
    return Number.isNaN(told) ? now() : told;
  };
  const exchange = async (given: Draft, aside: Aside): Promise<Exchange> => {
    const fed = aside.operation || aside.isAsItIs ? given : await feeding.changed(given);
    const draft = options.shunned?.without(fed) ?? fed;
    const answered = await exchangeOf(draft, aside, { isFresh: aside.isFresh });
    await judgeConformance(draft, aside, answered);
    return answered;
  };
  const complain: Bench['complain'] = (verdict, against, judge) => {
    const spent = isExempt ? undefined : usedUp(operation, against);
    const heard = spent && objectionsIn(verdict).length > 0 ? spent : asStated(verdict);
    if (isOpen(heard)) leaveOpen(heard.undetermined);
    else tally.judged += 1;
    for (const objection of objectionsIn(heard)) {
      const complaint = complaintOf(objection, against);
      const origin = judge && sentAs.get(against);
      if (judge && origin) {
        const complaintsIn = async (it: Exchange) =>
          objectionsIn(await judge(it)).map((own) => complaintOf(own, it));
        const id = idOf({ api, operation }, complaint);
        pending.push(asides.note(id, { complaint, exchange: against, ...origin, complaintsIn }));
        continue;
      }
      const kept = docket.keepIfProven(complaint, against);
      kept.catch(() => 'whoever settles hears of it');
      pending.push(kept);
    }
  };
  const settle = async (over: string | undefined): Promise<void> => {
    await Promise.all(pending);
    await asides.settle(over);
  };
  const giveWay = async (): Promise<void> => {
    await settle(undefined);
    await options.takeTurn();
  };
  const learnNothing = (reason: string) => void (tally.reason = reason);
  const tellReach = (reach: Reach) => {
    if (reach.tried < reach.of) tally.reach = reach;
  };
  const { isRepeated, quotaWait } = options;
  const awaitWindow = quotaWait && (() => quotaWait.pass(quotaWait.window()));
  const succeeded = () => options.successes?.of(operation);
  const tookInstead = () => options.successes?.insteadOf(operation, richDrafts(api, operation));
  const isRefused = () => options.successes?.isRefused(operation) === true;
  const given = { api, operation, target, runs, isRepeated, profiles, passTime, letterbox, pool };
  const own = { awaitWindow, timeOf, giveWay, tellReach, learnNothing };
  return {
    bench: { ...given, ...own, succeeded, tookInstead, isRefused, falsify, exchange, complain },
    tally,
    docket,
    settle,
  };
}
