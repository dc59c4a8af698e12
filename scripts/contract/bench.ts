import * as fc from 'fast-check';
import type { ApiModel, Operation } from '../model/api-model.ts';
import { headerOf, type Exchange, type WireRequest, type WireResponse } from '../wire/exchange.ts';
import type { Complaint } from './complaint.ts';
import type { Draft } from './generation/draft.ts';
import { objectionsTo } from './judges/objections.ts';
import type { Letterbox } from './letterbox.ts';
import { createDocket, type Docket } from './proof/docket.ts';
import { toFair } from './proof/fair.ts';
import { minimise } from './proof/minimise.ts';
import { encodeRequest } from './wire/encode.ts';
import { unlessSendable } from './wire/not-sendable.ts';
import { credentialFor, NO_CREDENTIAL, type AppliedCredential } from './wire/credentials.ts';
import type { Profiles } from './wire/profiles.ts';
import type { Redactor } from './wire/redact.ts';
import type { Send } from './wire/send.ts';

type Objection = Omit<Complaint, 'property'>;

/** What a judge makes of an exchange: nothing to say, a complaint, or that it tests nothing. */
export type Verdict = Objection | 'irrelevant' | undefined;

type Judged = Verdict | readonly Objection[];

/** How a request is sent otherwise than a well-behaved client would. */
interface Aside {
  /** Another operation than the one on trial, with the good credential unless said. */
  readonly operation?: Operation;
  /** Instead of the credential that a well-behaved client sends. */
  readonly credential?: AppliedCredential;
  /** Changes the request after it was written down. */
  readonly rewrite?: (request: WireRequest) => WireRequest;
  /** Whether the answer to such a request is covered by the operation's responses; true unless said. */
  readonly conforming?: boolean;
}

/** One attempt to falsify a property. */
interface Attempt extends Aside {
  readonly drafts: fc.Arbitrary<Draft>;
  /** Tried first, as they are. */
  readonly examples?: readonly Draft[];
  readonly runs: number;
  /** The first complaint that is proven counts. */
  readonly judge: (exchange: Exchange, draft: Draft) => Judged | Promise<Judged>;
}

/** Moves the clock of a target on by milliseconds. */
export type PassTime = (milliseconds: number) => Promise<void>;

/** Where a property meets a target: it sends, counts, and keeps what was found. */
export interface Bench {
  readonly api: ApiModel;
  readonly operation: Operation;
  readonly target: string;
  readonly runs: number;
  readonly profiles: Profiles;
  /** Lets time pass for the target, in milliseconds; undefined where nobody can. */
  readonly passTime: PassTime | undefined;
  /** Where the target's webhooks arrive; undefined where nobody listens for them. */
  readonly letterbox: Letterbox | undefined;
  /** What time it was for the target when it answered, in milliseconds since the epoch. */
  readonly timeOf: (response: WireResponse) => number;
  readonly falsify: (attempt: Attempt) => Promise<void>;
  /** Sends one request, counts it, and has the answer's conformance judged. */
  readonly exchange: (draft: Draft, attempt: Aside) => Promise<Exchange>;
  /** Keeps what an exchange falsified. */
  readonly complain: (verdict: Objection, exchange: Exchange) => void;
  /** Says why the target gave nothing to judge: the check then counts as skipped. */
  readonly learnNothing: (reason: string) => void;
}

interface BenchOptions {
  readonly api: ApiModel;
  readonly operation: Operation;
  readonly property: string;
  readonly target: string;
  /** Where another operation is served; undefined where the run has no address for it. */
  readonly targetOf: (operation: Operation) => string | undefined;
  readonly credential: AppliedCredential;
  readonly profiles: Profiles;
  readonly passTime: PassTime | undefined;
  readonly letterbox: Letterbox | undefined;
  readonly now: () => number;
  readonly seed: number;
  readonly runs: number;
  /** Requests that may be sent to make one violation smaller. */
  readonly effort: number;
  readonly send: Send;
  readonly redactor: Redactor;
  /** Told of each exchange of the operation, and whether it was sent as a well-behaved client would. */
  readonly observe: (exchange: Exchange, isPlain: boolean) => void;
  /** Waits before a request that is made up until it is the check's turn. */
  readonly takeTurn: () => Promise<void>;
}

/** What a bench has counted and found so far. */
interface Tally {
  requests: number;
  /** Requests that test nothing, and were judged no further. */
  dropped: number;
  /** Why the target gave nothing to judge. */
  reason?: string;
}

/** What falsified a property. */
interface Falsified {
  readonly draft: Draft;
  readonly complaint: Complaint;
  readonly exchange: Exchange;
}

/** Violations of one check that are made as small as can be; the effort for the others is what is left. */
const WORTH_IT = 5;

interface BenchedCheck {
  readonly bench: Bench;
  readonly tally: Tally;
  readonly docket: Docket;
  /** Resolves when everything that was complained about is proven or disputed. */
  readonly settle: () => Promise<void>;
}

export function createBench(options: BenchOptions): BenchedCheck {
  const { api, operation, property, target, credential, profiles, seed, runs, send } = options;
  const { targetOf, passTime, letterbox, now } = options;
  const tally: Tally = { requests: 0, dropped: 0 };
  const docket = createDocket(options);
  const pending: Promise<void>[] = [];
  let effort = options.effort * WORTH_IT;
  const exchangeOf = async (draft: Draft, aside: Aside): Promise<Exchange> => {
    const { operation: other } = aside;
    const own = other ? credentialFor(api, other, profiles.good) : credential;
    const base = other ? targetOf(other) : target;
    const used = aside.credential ?? own ?? NO_CREDENTIAL;
    const written = encodeRequest(api, base ?? target, other ?? operation, draft, used);
    const answered = await send(aside.rewrite?.(written) ?? written);
    // What a run that has ended does not send any more is not counted.
    tally.requests += 1;
    if (!other && aside.conforming !== false)
      options.observe(answered, !aside.credential && !aside.rewrite);
    return answered;
  };
  const judgeConformance = async (aside: Aside, answered: Exchange): Promise<void> => {
    if (aside.conforming === false || aside.operation || property === 'conformance') return;
    for (const objection of objectionsTo(api, operation, answered)) {
      await docket.keepIfProven({ property: 'conformance', ...objection }, answered);
    }
  };

  /** Makes the request that falsified something as small as it can be, while the same is said of it. */
  const shrink = async (first: Falsified, attempt: Attempt): Promise<Falsified> => {
    let smallest = first;
    const isFair = toFair(api, operation, first.draft);
    const showsTheSame = async (draft: Draft): Promise<boolean> => {
      const answered = await exchangeOf(draft, attempt).catch(unlessSendable);
      if (!answered) return false;
      const { clause, message } = first.complaint;
      const complaint = objectionsIn(await attempt.judge(answered, draft))
        .map((it) => ({ property, ...it }))
        .find((it) => it.clause === clause && it.message === message);
      if (!complaint || !(await docket.isProven(complaint))) return false;
      smallest = { draft, complaint, exchange: answered };
      return true;
    };
    const search = { isFair, showsTheSame, effort: Math.min(effort, options.effort) };
    const { requests } = await minimise(first.draft, search).catch((error: unknown) => {
      docket.keep(smallest.complaint, smallest.exchange);
      throw error;
    });
    effort -= requests;
    return smallest;
  };

  const falsify = async (attempt: Attempt): Promise<void> => {
    let found: Falsified | undefined;
    const holds = async (draft: Draft): Promise<boolean> => {
      await options.takeTurn();
      const answered = await exchangeOf(draft, attempt).catch(unlessSendable);
      if (!answered) return true;
      const verdict = await attempt.judge(answered, draft);
      if (verdict === 'irrelevant') tally.dropped += 1;
      for (const objection of objectionsIn(verdict)) {
        const complaint = { property, ...objection };
        if (!(await docket.isProven(complaint))) continue;
        found = { draft, complaint, exchange: answered };
        return false;
      }
      await judgeConformance(attempt, answered);
      return true;
    };
    // fast-check takes whatever is thrown for a counterexample; here it only ends the attempt.
    let thrown: { readonly error: unknown } | undefined;
    const holdsUntilThrown = (draft: Draft): Promise<boolean> =>
      holds(draft).catch((error: unknown) => {
        thrown = { error };
        return false;
      });
    const examples = (attempt.examples ?? []).map((draft): [Draft] => [draft]);
    await fc.check(fc.asyncProperty(attempt.drafts, holdsUntilThrown), {
      seed,
      numRuns: attempt.runs + examples.length,
      examples,
      // Shrunk below: on the values, so that examples and constants get smaller too.
      endOnFailure: true,
    });
    if (found) {
      const { complaint, exchange: answered } = thrown ? found : await shrink(found, attempt);
      docket.keep(complaint, answered);
    }
    if (thrown) throw thrown.error;
  };

  const timeOf = ({ headers }: WireResponse): number => {
    // A clock that the run moves is the target's own; any other server tells its time itself.
    const told = passTime ? Number.NaN : Date.parse(headerOf({ headers }, 'date') ?? '');
    return Number.isNaN(told) ? now() : told;
  };
  const exchange = async (draft: Draft, aside: Aside): Promise<Exchange> => {
    const answered = await exchangeOf(draft, aside);
    await judgeConformance(aside, answered);
    return answered;
  };
  const complain: Bench['complain'] = (verdict, against) => {
    const kept = docket.keepIfProven({ property, ...verdict }, against);
    kept.catch(() => 'whoever settles hears of it');
    pending.push(kept);
  };
  const learnNothing = (reason: string) => void (tally.reason = reason);
  const given = { api, operation, target, runs, profiles, passTime, letterbox };
  return {
    bench: { ...given, timeOf, falsify, exchange, complain, learnNothing },
    tally,
    docket,
    settle: async () => void (await Promise.all(pending)),
  };
}

function objectionsIn(verdict: Judged): readonly Objection[] {
  return verdict === 'irrelevant' ? [] : [verdict ?? []].flat();
}
